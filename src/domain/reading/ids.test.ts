import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readerOf, said } from '../../../tests/support/reading';
import { noText } from './noText';

describe('ids', () => {
  it.each([
    ['T-1', 'T-1'],
    ['示例-文化新闻出版-T00008', '示例-文化新闻出版-T00008'],
    ['青工商〔2017〕1号', '青工商〔2017〕1号'],
    ['a~!', 'a~!'],
    ['t.1', 't.1'],
    ['a,b', 'a,b'],
    ['0003', '0003'],
    ['编号', '编号'],
    ['=1+1', '!uncalculated'],
    ['="T-"&A2&""', '!uncalculated'],
    ['T 1', 'T 1'],
    ['Ｔ－１', 'T-1'],
    ['T-1\u3000', 'T-1'],
    [' T-1\t', 'T-1'],
    ['\ufeff编号', '编号'],
    ['="0003"', '0003 ~id_form'],
    ["'0003", '0003 ~id_form'],
    ['‘0003', '0003 ~id_form'],
    ["'0003'", '0003 ~id_form'],
    ['"0003"', '0003 ~id_form'],
    ['“0003”', '0003 ~id_form'],
    ['00\u200b03', '0003 ~id_form'],
    ['T\u00a01', 'T 1 ~id_form'],
    ['T　1', 'T 1 ~id_form'],
    ['T  1', 'T 1 ~id_form'],
    ['T\n1', 'T 1 ~id_form'],
    ['⼯商1', '工商1 ~id_form'],
    ['T-①', 'T-①'],
    ['3.0', '3 ~id_form'],
    ['3.00', '3.00'],
    ['T3.0', 'T3.0'],
    ['6.32521E+05', '632521 ~code_as_number'],
    ['6E5', '6E5'],
    ['2.017030012345678E15', '2017030012345678 ~code_as_number'],
    ['6.32521E17', '!rounded_id'],
    ["O'Brien-1", "O'Brien-1"],
    ['6.325E+17', '!rounded_id'],
    ['6.32521E+17', '!rounded_id'],
    ['6e+17', '!rounded_id'],
    ['632521198501010000', '!rounded_id'],
    ['1234567890123450', '!rounded_id'],
    ['1234567890123450.0', '!rounded_id'],
    ['1234567890123456', '1234567890123456'],
    ['123456789012345', '123456789012345'],
    ['100000000000000', '100000000000000'],
    ['T1234567890123450', 'T1234567890123450'],
    [noText(Uint8Array.of(0xff)), '!unreadable_cell'],
  ])('%j is %j', (text, id) => {
    expect(said('complaint_id', text)).toBe(id);
  });

  it('with zeros at the end are rounded, unless the file is known to hold long ids as text', () => {
    const longIds = { exact: false, seen: false, doubted: false };
    const { read } = readerOf('complaint_id', { longIds });
    expect(read('2017063250000010').fault?.code).toBe('rounded_id');
    expect(longIds).toEqual({ exact: false, seen: false, doubted: true });
    expect(read('2017063250000011').value).toBe('2017063250000011');
    expect(longIds.seen).toBe(true);
    expect(read('2017063250000020').fault?.code).toBe('rounded_id');
    longIds.exact = true;
    expect(read('2017063250000020').value).toBe('2017063250000020');
    expect(read('2.01706E+15').fault?.code).toBe('rounded_id');
  });

  it('have one normal form', () => {
    const { read } = readerOf('complaint_id');
    const forms = ['0003', '="0003"', "'0003", '０００３', ' 0003 ', '\u200b0003', '="０００３"'];
    expect(new Set(forms.map((t) => read(t).value))).toEqual(new Set(['0003']));
  });
});

it('reads an id that was read as itself', () => {
  const odd = fc.constantFrom(...'0123456789-/.E+TＴ①"\'=‘“”\u200b\u3000\u00a0 ⼯'.split(''));
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: odd })), (text) => {
      const { value, fault } = readerOf('complaint_id').read(text);
      if (value === null || fault) return;
      expect(readerOf('complaint_id').read(value as string)).toEqual({ value });
    }),
    { numRuns: 3000 },
  );
});
