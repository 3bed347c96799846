import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInStyle, numberText, styleOf } from './numberStyle';
import { decimalText } from './numberText';
import { dayText, isoText, timeText } from './serial';

describe('the text of a stored number', () => {
  test.each([
    ['632521', '632521'],
    ['0.15', '0.15'],
    ['0.14999999999999999', '0.15'],
    ['1.1000000000000001', '1.1'],
    ['0.30000000000000004', '0.3'],
    ['2.9999999999999996', '3'],
    ['6.3252120170001E+17', '6.32521201700010E+17'],
    ['6.3252120170001E17', '6.32521201700010E+17'],
    ['632521201700010012', '6.32521201700010E+17'],
    ['9007199254740991', '9007199254740991'],
    ['9007199254740993', '9.00719925474099E+15'],
    ['12345678901234567890.5', '1.23456789012346E+19'],
    ['632500000000001', '632500000000001'],
    ['1E-7', '0.0000001'],
    ['-1.50', '-1.5'],
    ['-0', '0'],
    ['007', '7'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['1E+2', '100'],
    ['1.5e1', '15'],
    ['0E+5', '0'],
    ['+3', '3'],
    [' 3\n', '3'],
    ['1E+999', '1E+999'],
    ['abc', 'abc'],
    ['.', '.'],
  ])('%s → %s', (stored, text) => expect(decimalText(stored)).toBe(text));

  test('any number of up to 15 digits comes back', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e14, max: 1e14 }), (x) => {
        const number = Number(x.toPrecision(15));
        const text = decimalText(String(number));
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(text)).toBe(number === 0 ? 0 : number);
      }),
    );
  });
});

describe('what a format makes of a number', () => {
  test.each([
    ['General', 'plain'],
    ['G/通用格式', 'plain'],
    ['0.00E+00', 'plain'],
    ['#,##0.00_);[Red]\\(#,##0.00\\)', 'plain'],
    ['0%', 'plain'],
    ['[$¥-804]#,##0.00', 'plain'],
    ['0"天"', 'plain'],
    ['0"day"', 'plain'],
    ['@', 'plain'],
    ['# ?/?', 'plain'],
    ['_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', 'plain'],
    ['yyyy/m/d', 'day'],
    ['yyyy"年"m"月"d"日"', 'day'],
    ['[$-804]yyyy"年"m"月"', 'month'],
    ['[DBNum1][$-804]yyyy"年"m"月"d"日"', 'day'],
    ['m"月"d"日"', 'day'],
    ['mmm-yy', 'month'],
    ['yyyy-mm', 'month'],
    ['yyyy-mm h:mm', 'day'],
    ['aaaa', 'day'],
    ['yyyy/m/d h:mm', 'day'],
    ['YYYY-MM-DD;@', 'day'],
    ['[蓝色]yyyy-mm-dd', 'day'],
    ['h:mm', 'time'],
    ['mm:ss.0', 'time'],
    ['[h]:mm:ss', 'time'],
    ['[mm]:ss', 'time'],
    ['上午/下午h"时"mm"分"', 'time'],
    ['h:mm AM/PM', 'time'],
    ['000000', 'zeros'],
    ['"QH"0000', 'zeros'],
    ['0000-00-00', 'zeros'],
    ['0000_ ;[Red]\\-0000\\ ', 'zeros'],
    ['"T-"0', 'zeros'],
    ['0_ ', 'plain'],
    ['0_);\\(0\\)', 'plain'],
    ['"¥"0', 'plain'],
    ['0.00', 'plain'],
    ['.00', 'plain'],
    ['0.00"万元"', 'unit'],
    ['#,##0"万"_ ', 'unit'],
    ['0\\.0,"万"', 'plain'],
    ['0.00"元"', 'plain'],
    ['0000;-0000', 'zeros'],
    ['[$$-409]#,##0.00', 'unit'],
    ['_ [$€-2]\\ * #,##0_ ', 'unit'],
    ['[$USD] 0', 'unit'],
    ['$#,##0_);($#,##0)', 'unit'],
    ['"US$"0', 'unit'],
    ['0.00" 美元"', 'unit'],
    ['[$¥-804]#,##0.00', 'plain'],
    ['[$CNY] 0', 'plain'],
    ['[$ ¥-804]#,##0', 'plain'],
    ['[$RMB¥-804]0', 'plain'],
    ['[$￥-411]#,##0', 'unit'],
    ['[$¥-ja-JP]0', 'unit'],
    ['[$-409]d-mmm-yy', 'day'],
  ])('%s: %s', (format, kind) => expect(styleOf(format).kind).toBe(kind));

  test.each([
    [0, 'plain'],
    [14, 'day'],
    [18, 'time'],
    [22, 'day'],
    [31, 'day'],
    [32, 'time'],
    [46, 'time'],
    [49, 'plain'],
    [17, 'month'],
    [57, 'month'],
    [58, 'day'],
    [164, 'plain'],
  ])('number %i of the built-in ones: %s', (id, kind) => expect(builtInStyle(id).kind).toBe(kind));

  test.each([
    ['1', '000000', '000001'],
    ['1234567', '000000', '1234567'],
    ['-1', '000000', '-1'],
    ['1.5', '000000', '1.5'],
    ['7', '"青"000\\-"号"', '青007-号'],
    ['17', '000\\-000', '000-017'],
    ['20170003', '0000-0000', '2017-0003'],
    ['12345', '00-00', '123-45'],
    ['17', '"T-"0', 'T-17'],
    ['17', '0"号"', '17号'],
    ['3.5', '0"万元"', '3.5万元'],
    ['42795', 'yyyy"年"m"月"', '2017年3月'],
    ['42799', 'yyyy"年"m"月"', '2017-03-05'],
    ['42795.5', 'yyyy-mm', '2017-03-01 12:00:00'],
    ['-1', 'yyyy-mm', '-1'],
    ['42799', 'yyyy-mm-dd', '2017-03-05'],
    ['-1', 'yyyy-mm-dd', '-1'],
    ['20170305', 'yyyy-mm-dd', '20170305'],
    ['0.6041666666666666', 'h:mm', '14:30'],
    ['42799.5', 'h:mm', '42799.5'],
    ['1.25', '[h]:mm', '1.25'],
    ['0.155', '0.0%', '0.155'],
  ])('%s in the format %s: %s', (stored, format, text) =>
    expect(numberText(stored, styleOf(format), false)).toBe(text),
  );
});

describe('days by number', () => {
  test.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [60, false, null],
    [61, false, '1900-03-01'],
    [42799, false, '2017-03-05'],
    [42799.604166666664, false, '2017-03-05 14:30:00'],
    [42799.999999, false, '2017-03-06'],
    [42799.999988, false, '2017-03-05 23:59:59'],
    [2958465, false, '9999-12-31'],
    [2958466, false, null],
    [0, false, null],
    [0.5, false, null],
    [0, true, '1904-01-01'],
    [60, true, '1904-03-01'],
    [41337, true, '2017-03-05'],
    [2957003, true, '9999-12-31'],
    [2957004, true, null],
    [-1, true, null],
    [Number.NaN, false, null],
  ])('%d (1904: %s): %s', (serial, date1904, text) => expect(dayText(serial, date1904)).toBe(text));

  test('one day later is one number more, but for the day that never was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_464 }), (serial) => {
        const day = Date.parse(`${dayText(serial, false)}T00:00:00Z`);
        expect(Date.parse(`${dayText(serial + 1, false)}T00:00:00Z`) - day).toBe(86_400_000);
        expect(serial >= 1462 ? dayText(serial - 1462, true) : dayText(serial, false)).toBe(dayText(serial, false));
      }),
    );
  });

  test.each([
    [0, '00:00'],
    [0.25, '06:00'],
    [0.25001, '06:00:01'],
    [0.9999999, null],
    [1, null],
    [-0.1, null],
  ])('time of day %d: %s', (serial, text) => expect(timeText(serial)).toBe(text));

  test.each([
    ['2017-03-05T00:00:00.000', '2017-03-05'],
    ['2017-03-05T14:30:00', '2017-03-05 14:30:00'],
    ['2017-03-05T14:30:00Z', null],
    ['2017-03-05T23:59:59.900', '2017-03-06'],
    ['2017-03-05', '2017-03-05'],
    ['2017-02-30', null],
    ['2017-3-5', null],
  ])('%s as XML writes it: %s', (written, text) => expect(isoText(written)).toBe(text));
});
