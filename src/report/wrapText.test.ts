import { expect, it } from 'vitest';
import { wrapText } from './wrapText';

/** A Chinese character is two wide, a Latin one one. */
const measure = (text: string) => [...text].reduce((sum, c) => sum + (c > '\u00ff' ? 2 : 1), 0);

it.each([
  ['短', 10, ['短']],
  ['一二三四五六', 6, ['一二三', '四五六']],
  ['一二三。四五', 6, ['一二三。', '四五']],
  ['截至 2017-10-10 止', 10, ['截至', '2017-10-10', '止']],
  ['abcdefghijkl', 5, ['abcdefghijkl']],
  ['甲\n乙', 10, ['甲', '乙']],
  ['', 10, ['']],
])('%j in %i', (text, width, lines) => {
  expect(wrapText(text, width, measure)).toEqual(lines);
});
