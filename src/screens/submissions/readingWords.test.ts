import { expect, test } from 'vitest';
import { catalogue } from '../../../tests/support/catalogue';
import { answersText, formText, placeText } from './readingWords';

test.each([
  ['gb18030', '文本（GB18030，含 GBK、GB2312）'],
  ['xlsx', 'Excel 工作簿（xlsx、xlsm、xlsb）'],
  ['html', '网页表格（HTML）'],
  ['parquet', 'Parquet'],
])('%s in words', (encoding, words) => {
  expect(formText(encoding)).toBe(words);
});

test('only what was answered is said', () => {
  expect(answersText(catalogue, undefined)).toBe('');
  expect(answersText(catalogue, { two_digit_year: '20yy', day_month_order: 'month_first' })).toBe(
    '日期先月后日，两位年份按 20 开头',
  );
  expect(answersText(catalogue, { fine_yuan_unit: '万元', penalties_sheets: 'all', complaints_sheets: '1,4' })).toBe(
    '只读第 2、5 个工作表（投诉举报台账），列不相同的工作表都读（行政处罚案件台账），罚没金额的数字以万元为单位',
  );
});

test.each([
  [{ sheet: '台账', row: 5, letters: 'I' }, '工作表「台账」 第 5 行 I列'],
  [{ sheet: null, row: 5, letters: null }, '第 5 行'],
  [{ sheet: null, row: null, letters: 'AA' }, 'AA列'],
  [{ sheet: null, row: null, letters: null }, '全文件'],
])('%j stands at %s', (place, words) => {
  expect(placeText(place)).toBe(words);
});
