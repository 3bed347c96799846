import { expect, it } from 'vitest';
import { fold, foldName } from './text';

it.each([
  ['　共和县 ', '共和县', '共和县'],
  ['１２３ＡＢ', '123AB', '123AB'],
  ['共和 县', '共和 县', '共和县'],
  ['（元）', '(元)', '(元)'],
  ['\u00a0\t\n', '', ''],
])('folds %j', (text, folded, name) => {
  expect(fold(text)).toBe(folded);
  expect(foldName(text)).toBe(name);
});
