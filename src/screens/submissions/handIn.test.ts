import { expect, test } from 'vitest';
import { pickedFiles } from './handIn';

test('a file of a folder keeps its path', () => {
  const inFolder = Object.assign(new File([], 'a.csv'), { webkitRelativePath: '2017/一季度/a.csv' });
  expect(pickedFiles([inFolder, new File([], 'b.csv')]).map((f) => f.path)).toEqual(['2017/一季度/a.csv', 'b.csv']);
});
