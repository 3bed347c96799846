import { expect, it } from 'vitest';
import { measureOf, share } from '../../src/domain/measures';
import { pointsOf } from '../../src/domain/points';
import { earnedShare, ruleText } from '../../src/domain/scoring';
import { ruleFaults, ruleSchema, type ScoringRule } from '../../src/domain/scoringRule';
import { catalogue } from '../support/catalogue';
import { figureOf, ToyFolder } from './toyProfile';

/** One of each, for a rate of which more is better. A new rule is a line here. */
const RULES: { [T in ScoringRule['type']]: Extract<ScoringRule, { type: T }> } = {
  proportional: { type: 'proportional' },
  linear: { type: 'linear', floor: 0.5, full: 0.9 },
  steps: {
    type: 'steps',
    direction: 'atLeast',
    steps: [
      { bound: 0.9, share: 1 },
      { bound: 0.5, share: 0.5 },
    ],
  },
  perPoint: { type: 'perPoint', target: 0.95, off: 1 },
  perEvent: { type: 'perEvent', off: 2, floor: 1 },
  passFail: { type: 'passFail', direction: 'atLeast', bound: 0.9 },
};
const rules = ruleSchema.options.map((option) => RULES[option.shape.type.value]);
const WEIGHT = 10;
const rate = (numerator: number) => ({ numerator, denominator: 20, value: numerator / 20 });

it.each(rules)('$type: a scheme takes it, and says it in words of its own', (rule) => {
  expect(ruleSchema.parse(rule)).toEqual(rule);
  expect(share.scored.fits).toContain(rule.type);
  expect(ruleFaults(rule, share, WEIGHT)).toEqual([]);
  const said = rules.map((of) => ruleText(catalogue, { indicator: 'disclosure_rate', rule: of }));
  expect(said.filter((text) => text === ruleText(catalogue, { indicator: 'disclosure_rate', rule }))).toHaveLength(1);
});

it.each(rules)('$type: a better value never earns less, all earns all, and nothing is earned beyond', (rule) => {
  const earned = Array.from({ length: 21 }, (_, n) => earnedShare(rule, rate(n), WEIGHT));
  expect(earned).toEqual([...earned].sort((a, b) => a - b));
  expect(earned.at(-1)).toBe(1);
  expect(earned[0]).toBeGreaterThanOrEqual(0);
  expect(earned[0]).toBeLessThan(1);
});

it.each(rules)('$type: a measure that does not name it refuses it, in words', (rule) => {
  const volume = { ...share, scored: { ...share.scored, fits: [], unfit: '不能计分' } };
  expect(ruleFaults(rule, volume, WEIGHT)).toEqual([{ path: ['type'], message: '不能计分' }]);
});

const folder = new ToyFolder();
it('a rule in a scheme gives the points that a hand works out', async () => {
  folder.copyProfile('qinghai-2017');
  folder.change('profile/scheme.json', (scheme) => {
    const items = scheme.groups.prefectures;
    items.find((i: { id: string }) => i.id === 'disclosure_rate').rule = RULES.linear;
  });
  const rows = Array.from(
    { length: 10 },
    (_, i) => `P-${i},工商,海晏县,2017-01-0${(i % 6) + 3},${i < 7 ? '2017-01-20' : ''}`,
  );
  folder.write(
    'files/2017Q1_632200_penalties.csv',
    ['案号,办案部门,县区,处罚决定日期,公示日期', ...rows, ''].join('\n'),
  );
  const document = await folder.assessed('2017Q1');
  expect(figureOf(document, '632200', 'disclosure_rate')).toEqual({ numerator: 7, denominator: 10, value: 0.7 });
  const score = document.scores.find((s) => s.id === '632200' && s.item === 'disclosure_rate');
  // (0.7 − 0.5) ÷ (0.9 − 0.5) of the full marks.
  expect(score?.points).toBe(pointsOf(0.5, score?.full as number, 2));
  expect(score?.full).toBeGreaterThan(0);
  expect(measureOf(catalogue.indicator('disclosure_rate')).scored.fits).toContain('linear');
});
