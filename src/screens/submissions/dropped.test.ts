import { expect, test } from 'vitest';
import { isSystemFile, pickedFiles } from './dropped';

test.each([
  ['2017/.DS_Store', true],
  ['Thumbs.db', true],
  ['~$2017Q1_632500_complaints.csv', true],
  ['2017Q1_632500_complaints.csv', false],
])('%s is a system file: %s', (path, expected) => {
  expect(isSystemFile(path)).toBe(expected);
});

test('a file of a folder keeps its path', () => {
  const inFolder = Object.assign(new File([], 'a.csv'), { webkitRelativePath: '2017/一季度/a.csv' });
  expect(pickedFiles([inFolder, new File([], 'b.csv')]).map((f) => f.path)).toEqual(['2017/一季度/a.csv', 'b.csv']);
});
