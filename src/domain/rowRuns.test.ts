import { expect, it } from 'vitest';
import { countedRows, type RowRun, rowsInWords } from './rowRuns';

const single = (n: number): RowRun[] => Array.from({ length: n }, (_, i) => [2 * i + 1, 2 * i + 1]);

it.each<[RowRun[], number | undefined, string, string]>([
  [[[5, 5]], undefined, '第 5 行', '第 5 行'],
  [[[5, 304]], undefined, '第 5–304 行，共 300 行', '第 5–304 行'],
  [
    [
      [3, 3],
      [5, 9],
    ],
    undefined,
    '第 3、5–9 行，共 6 行',
    '第 3、5–9 行',
  ],
  [single(8), undefined, '第 1、3、5、7、9、11、13、15 行，共 8 行', '第 1、3、5、7、9、11、13、15 行'],
  [single(9), undefined, '第 1、3、5、7、9、11、13、15 行等，共 9 行', '第 1、3、5、7、9、11、13、15 行等共 9 行'],
  // Of very many the first runs are given only.
  [
    single(9),
    12_345,
    '第 1、3、5、7、9、11、13、15 行等，共 12,345 行',
    '第 1、3、5、7、9、11、13、15 行等共 12345 行',
  ],
])('%j of %s', (runs, rows, counted, words) => {
  expect(countedRows(runs, rows)).toBe(counted);
  expect(rowsInWords(runs, rows)).toBe(words);
});
