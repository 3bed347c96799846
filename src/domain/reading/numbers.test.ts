import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readerOf, said } from '../../../tests/support/reading';

describe('counts and amounts', () => {
  it.each([
    ['0', '0', '0'],
    ['10', '10', '10'],
    ['007', '7', '7'],
    ['10.0', '10', '10'],
    ['1,000', '1000', '1000'],
    ['１０', '10', '10'],
    ['3650', '3650', '3650'],
    ['3651', '3651', '!not_a_number'],
    ['99999', '99999', '!not_a_number'],
    ['1,200.50', '1200.5', '!not_a_number'],
    ['12，000.00', '12000', '!not_a_number'],
    ['12,00', '!not_a_number_optional', '!not_a_number'],
    ['-5', '!not_a_number_optional', '!not_a_number'],
    ['1e3', '!not_a_number_optional', '!not_a_number'],
    ['1.', '!not_a_number_optional', '!not_a_number'],
    ['.5', '!not_a_number_optional', '!not_a_number'],
    ['99999999999999999999', '!not_a_number_optional', '!not_a_number'],
    ['9'.repeat(400), '!not_a_number_optional', '!not_a_number'],
    ['约五千', '!not_a_number_optional', '!not_a_number'],
    ['约5000元', '!not_a_number_optional', '!not_a_number'],
    ['5000元以上', '!not_a_number_optional', '!not_a_number'],
    ['10元', '10 ~number_unit', '!not_a_number'],
    ['1,200元', '1200 ~number_unit', '!not_a_number'],
    ['¥1,200.50', '1200.5 ~number_unit', '!not_a_number'],
    ['￥1200元整', '1200 ~number_unit', '!not_a_number'],
    ['人民币1200元', '1200 ~number_unit', '!not_a_number'],
    ['RMB 1200', '1200 ~number_unit', '!not_a_number'],
    ['3.5万元', '35000 ~number_unit', '!not_a_number'],
    ['3.35万', '33500 ~number_unit', '!not_a_number'],
    ['0.07 千元', '70 ~number_unit', '!not_a_number'],
    ['1.1亿元', '110000000 ~number_unit', '!not_a_number'],
    ['壹万贰仟元整', '12000 ~number_unit', '!not_a_number'],
    ['三万五千零二十元', '35020 ~number_unit', '!not_a_number'],
    ['0.01', '0.01', '!not_a_number'],
    ['1.005', '1.01 ~amount_rounded', '!not_a_number'],
    ['1.004999', '1 ~amount_rounded', '!not_a_number'],
    ['8.4450', '8.45 ~amount_rounded', '!not_a_number'],
    ['999999999999.99', '999999999999.99', '!not_a_number'],
    ['999999999999.995', '!not_a_number_optional', '!not_a_number'],
    ['1,234.5000', '1234.5', '!not_a_number'],
    ['1.005元', '1.01 ~amount_rounded', '!not_a_number'],
    ['10天', '!not_a_number_optional', '10 ~number_unit'],
    ['10日', '!not_a_number_optional', '10 ~number_unit'],
    ['10个', '!not_a_number_optional', '10 ~number_unit'],
    ['10工作日', '!not_a_number_optional', '10 ~number_unit'],
    ['10 个工作日', '!not_a_number_optional', '10 ~number_unit'],
    ['１０个工作日', '!not_a_number_optional', '10 ~number_unit'],
    ['十五个工作日', '!not_a_number_optional', '15 ~number_unit'],
    ['10个自然日', '!not_a_number_optional', '!not_a_number'],
    ['10-15天', '!not_a_number_optional', '!not_a_number'],
    ['="10"', '10 ~id_form', '10 ~id_form'],
    ["'10\u200b", '10 ~id_form', '10 ~id_form'],
    ['4000天', '!not_a_number_optional', '!not_a_number'],
  ])('%j is the amount %j and the count %j', (text, amount, count) => {
    expect(said('fine_yuan', text)).toBe(amount);
    expect(said('extension_days', text)).toBe(count);
  });

  it.each([
    ['3.35', 10_000, '33500 ~amount_scale'],
    ['1.1', 10_000, '11000 ~amount_scale'],
    ['0.07', 1000, '70 ~amount_scale'],
    ['1,200', 10_000, '12000000 ~amount_scale'],
    ['¥3.5', 10_000, '35000 ~amount_scale'],
    ['0.0000015', 10_000, '0.02 ~amount_rounded'],
    ['1.2345675', 10_000, '12345.68 ~amount_rounded'],
    ['35000元', 10_000, '35000 ~number_unit'],
    ['3.5万元', 10_000, '35000 ~number_unit'],
    ['3.5万元', 1000, '35000 ~number_unit'],
  ])('%j in a column of %j is %j', (text, scale, amount) => {
    expect(said('fine_yuan', text, { scale })).toBe(amount);
  });

  it('an amount is rounded on its digits, whatever they are', () => {
    const fraction = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 0, maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 9 }), fraction, (whole, digits) => {
        const text = digits.length ? `${whole}.${digits.join('')}` : String(whole);
        const [tens = 0, ones = 0, next = 0] = digits;
        const fen = BigInt(whole) * 100n + BigInt(tens * 10 + ones) + (next >= 5 ? 1n : 0n);
        const { value, repair } = readerOf('fine_yuan').read(text);
        expect(value).toBe(Number(`${fen}e-2`));
        // Which SQL makes of it again.
        expect(BigInt(Math.round((value as number) * 100))).toBe(fen);
        expect(repair).toBe(digits.slice(2).some((d) => d > 0) ? 'amount_rounded' : undefined);
      }),
    );
  });

  it('counts no days in the unit of the amounts', () => {
    expect(said('extension_days', '10', { scale: 10_000 })).toBe('10');
  });
});
