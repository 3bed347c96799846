import { describe, expect, it } from 'vitest';
import { gradeOf, rank } from './ranking';

const grades = [
  { name: '优秀', atLeast: 90 },
  { name: '良好', atLeast: 80 },
  { name: '合格', atLeast: 60 },
  { name: '不合格', atLeast: 0 },
];
const of = (scores: (number | null)[]) =>
  rank(
    scores.map((score, i) => ({ id: 'abcdefgh'[i] as string, score })),
    { grades },
  ).map((r) => [r.id, r.rank]);

describe('rank', () => {
  it.each<[string, (number | null)[], [string, number | null][]]>([
    [
      'the highest first',
      [70, 90, 80],
      [
        ['b', 1],
        ['c', 2],
        ['a', 3],
      ],
    ],
    [
      'ties share a rank and the next is skipped',
      [95, 90, 90, 85],
      [
        ['a', 1],
        ['b', 2],
        ['c', 2],
        ['d', 4],
      ],
    ],
    [
      'all tied',
      [80, 80, 80],
      [
        ['a', 1],
        ['b', 1],
        ['c', 1],
      ],
    ],
    [
      'unassessed last, unranked, in their order',
      [null, 60, null, 70],
      [
        ['d', 1],
        ['b', 2],
        ['a', null],
        ['c', null],
      ],
    ],
    [
      'nothing scored is still a score',
      [0, null],
      [
        ['a', 1],
        ['b', null],
      ],
    ],
    ['nobody', [], []],
  ])('%s', (_, scores, expected) => {
    expect(of(scores)).toEqual(expected);
  });

  it('gives no grade to who is not assessed', () => {
    expect(rank([{ id: 'a', score: null }], { grades })[0]).toEqual({ id: 'a', score: null, rank: null, grade: null });
  });
});

it.each([
  [100, '优秀'],
  [90, '优秀'],
  [89.99, '良好'],
  [80, '良好'],
  [60, '合格'],
  [59.99, '不合格'],
  [0, '不合格'],
])('%d is %s', (score, grade) => {
  expect(gradeOf(score, { grades })).toBe(grade);
});
