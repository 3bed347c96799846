import { expect, test } from 'vitest';
import { catalogue } from '../../tests/support/catalogue';
import { qinghai } from '../../tests/support/profile';
import { submissionOf } from '../../tests/support/submission';
import { Tabulation } from '../domain/cells';
import { itemsOf, schemeOf } from '../domain/scheme';
import type { ScoringRule } from '../domain/scoringRule';
import { assess, scoreSheet } from './assess';
import { movesMoreThanAPoint, oneCase } from './oneCase';

const scheme = schemeOf(qinghai.profile.scheme, 2017);
const UNIT = '632500';
const items = itemsOf(scheme, 'prefectures').filter((i) => i.indicator !== 'submission_on_time');

/** The assessment of one prefecture whose 按期办结率 is `met` of `of`, under a rule; its other rates are 9 of 10. */
function assessed(met: number, of: number, rule?: ScoringRule) {
  const own = {
    ...scheme,
    groups: {
      ...scheme.groups,
      prefectures: itemsOf(scheme, 'prefectures').map((i) =>
        rule && i.indicator === 'closure_on_time' ? { ...i, rule } : i,
      ),
    },
  };
  const cells = items.map(({ indicator }) => ({
    indicator,
    quarter: 2017 * 4,
    place: '632521',
    department: 'aic',
    ...(indicator === 'closure_on_time' ? { numerator: met, denominator: of } : { numerator: 9, denominator: 10 }),
  }));
  const assessment = assess({
    office: qinghai,
    scheme: own,
    period: '2017Q1',
    asOf: '2017-04-10',
    table: new Tabulation({ cells, durations: [], undated: [] }, qinghai.regions, qinghai.profile.zones),
    submissions: [submissionOf({ unit: UNIT })],
  });
  const sheet = scoreSheet(assessment, 'prefectures', UNIT);
  const line = sheet.find((l) => l.item.indicator === 'closure_on_time');
  const score = assessment.ranking.find((r) => r.id === UNIT)?.score;
  if (!line || score == null) throw new Error('not assessed');
  return { line, score, sheet };
}

test.each<[string, number, number, ScoringRule | undefined]>([
  ['the shipped rule', 3, 4, undefined],
  ['the shipped rule on many cases', 744, 814, undefined],
  ['in proportion', 4, 6, { type: 'proportional' }],
  ['in steps', 9, 10, { type: 'steps', direction: 'atLeast', steps: [{ bound: 0.9, share: 1 }] }],
  ['by points off', 19, 20, { type: 'perPoint', target: 1, off: 0.5 }],
  ['by cases', 5, 8, { type: 'perEvent', off: 2, floor: 0 }],
  ['pass or fail', 9, 10, { type: 'passFail', direction: 'atLeast', bound: 0.9 }],
])('%s: what one case changes is the difference of the scores with and without it', (_, met, of, rule) => {
  const { line, score } = assessed(met, of, rule);
  const change = oneCase(catalogue, line, scheme.decimals);
  expect(change?.missed).toBeCloseTo(assessed(met - 1, of, rule).score - score, 9);
  expect(change?.met).toBeCloseTo(assessed(met + 1, of, rule).score - score, 9);
});

test('what cannot get worse or better does not', () => {
  expect(oneCase(catalogue, assessed(0, 3).line, 2)?.missed).toBeNull();
  expect(oneCase(catalogue, assessed(3, 3).line, 2)?.met).toBeNull();
});

test('an item moves by more than a point only where one case does', () => {
  const moves = (met: number, of: number) =>
    movesMoreThanAPoint(oneCase(catalogue, assessed(met, of).line, 2) ?? { missed: null, met: null });
  expect(moves(3, 4)).toBe(true);
  expect(moves(744, 814)).toBe(false);
  expect(movesMoreThanAPoint({ missed: -1, met: 1 })).toBe(false);
  expect(movesMoreThanAPoint({ missed: -1.01, met: null })).toBe(true);
});

test('a duration and an item without a case are not told of', () => {
  const { sheet } = assessed(3, 4);
  for (const line of sheet.filter((l) => l.figure.value === null || l.figure.numerator === null))
    expect(oneCase(catalogue, line, 2)).toBeNull();
});
