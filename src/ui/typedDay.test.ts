import { expect, test } from 'vitest';
import { readTypedDay } from './typedDay';

test.each([
  ['2018-01-10', '2018-01-10'],
  ['2018/1/9', '2018-01-09'],
  ['2018.1.9', '2018-01-09'],
  ['20180109', '2018-01-09'],
  ['2018年1月9日', '2018-01-09'],
  ['２０１８－０１－０９', '2018-01-09'],
  ['2018-02-30', null],
  ['01/10/2018', null],
  ['2003-12-31', null],
  // After the last published calendar: the default cut-off of its last year lies there.
  ['2027-01-10', '2027-01-10'],
  ['2028-01-10', null],
  ['2018-01', null],
  ['', null],
])('%s is read as %s', (text, day) => {
  expect(readTypedDay(text)).toBe(day);
});
