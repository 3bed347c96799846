import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../tests/support/catalogue';
import { sumPoints } from './points';
import type { SchemeItem } from './scheme';
import { earnedShare, ruleText, type Scored, scoreItems } from './scoring';
import type { ScoringRule } from './scoringRule';

const rate = (numerator: number, denominator: number): Scored & { value: number } => ({
  numerator,
  denominator,
  value: numerator / denominator,
});
const days = (value: number): Scored & { value: number } => ({ numerator: null, denominator: 9, value });
const NO_CASE: Scored = { numerator: 0, denominator: 0, value: null };

const linear: ScoringRule = { type: 'linear', floor: 0.6, full: 1 };
const faster: ScoringRule = { type: 'linear', floor: 45, full: 15 };
const steps: ScoringRule = {
  type: 'steps',
  direction: 'atMost',
  steps: [
    { bound: 15, share: 1 },
    { bound: 25, share: 0.8 },
    { bound: 45, share: 0.3 },
  ],
};
const rising: ScoringRule = {
  type: 'steps',
  direction: 'atLeast',
  steps: [
    { bound: 0.9, share: 1 },
    { bound: 0.8, share: 0.9 },
  ],
};
const perPoint: ScoringRule = { type: 'perPoint', target: 1, off: 1 };
const perEvent: ScoringRule = { type: 'perEvent', off: 1, floor: 2 };
const pass: ScoringRule = { type: 'passFail', direction: 'atLeast', bound: 0.95 };
const quick: ScoringRule = { type: 'passFail', direction: 'atMost', bound: 20 };

describe('earnedShare', () => {
  it.each<[string, ScoringRule, Scored & { value: number }, number]>([
    ['proportional', { type: 'proportional' }, rate(3, 4), 0.75],
    ['proportional, none', { type: 'proportional' }, rate(0, 4), 0],
    ['linear at the floor', linear, rate(6, 10), 0],
    ['linear half-way', linear, rate(8, 10), 0.5],
    ['linear below the floor', linear, rate(1, 10), 0],
    ['linear at the full mark', linear, rate(10, 10), 1],
    ['linear downwards half-way', faster, days(30), 0.5],
    ['linear downwards, faster than full', faster, days(3), 1],
    ['linear downwards, slower than the floor', faster, days(60), 0],
    ['steps: on the first bound', steps, days(15), 1],
    ['steps: just over it', steps, days(15.5), 0.8],
    ['steps: the last', steps, days(45), 0.3],
    ['steps: none met', steps, days(46), 0],
    ['steps upwards', rising, rate(85, 100), 0.9],
    ['steps upwards: none met', rising, rate(79, 100), 0],
    ['per point: 4 points short of 10', perPoint, rate(96, 100), 0.6],
    ['per point: nothing left', perPoint, rate(80, 100), 0],
    ['per point: target met', perPoint, rate(100, 100), 1],
    ['per event: 3 missed of 10', perEvent, rate(7, 10), 0.7],
    ['per event: not below the floor', perEvent, rate(0, 50), 0.2],
    ['pass', pass, rate(95, 100), 1],
    ['fail', pass, rate(94, 100), 0],
    ['pass, fewer is better', quick, days(20), 1],
    ['fail, fewer is better', quick, days(20.5), 0],
  ])('%s', (_, rule, scored, share) => {
    expect(earnedShare(rule, scored, 10)).toBeCloseTo(share, 12);
  });

  it('stays within nothing and everything', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(linear, rising, perPoint, perEvent, pass),
        fc.nat(50),
        fc.nat(50),
        fc.integer({ min: 1, max: 40 }),
        (rule, met, missed, full) => {
          fc.pre(met + missed > 0);
          const share = earnedShare(rule, rate(met, met + missed), full);
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

const item = (id: string, weight: number, more: Partial<SchemeItem> = {}): SchemeItem => ({
  id,
  indicator: 'closure_on_time',
  weight,
  rule: { type: 'proportional' },
  noCase: 'shareOut',
  basis: '',
  ...more,
});

describe('scoreItems', () => {
  const score = (items: SchemeItem[], values: Record<string, Scored>) =>
    scoreItems(catalogue, items, (i) => values[i.id] ?? NO_CASE, 100, 2);

  it('scores each item on its own weight', () => {
    const scores = score([item('a', 60), item('b', 40)], { a: rate(9, 10), b: rate(1, 3) });
    expect(scores.map((s) => [s.item, s.points, s.full])).toEqual([
      ['a', 54, 60],
      ['b', 13.33, 40],
    ]);
    expect(scores[0]?.note).toBe('按比例计分（指标值×分值）');
  });

  it.each([
    ['shareOut', null, 0, 75, '不参评'],
    ['full', 20, 20, 60, '按满分计'],
    ['none', 0, 20, 60, '不得分'],
  ] as const)('no case, %s', (noCase, points, full, otherFull, note) => {
    const [a, b, c] = score([item('a', 20, { noCase }), item('b', 60), item('c', 20)], {
      b: rate(1, 1),
      c: rate(1, 2),
    });
    expect(a).toMatchObject({ points, full });
    expect(a?.note).toContain(note);
    expect(b).toMatchObject({ points: otherFull, full: otherFull });
    expect(c?.points).toBe((c?.full ?? 0) / 2);
    expect(b?.note.includes('分摊后满分 75.00')).toBe(noCase === 'shareOut');
  });

  it('calls no case of 报送及时率 by its own word', () => {
    const [own, other] = score([item('a', 50, { indicator: 'submission_on_time' }), item('b', 50)], {});
    expect(own?.note).toBe('无应报，不参评，分值由其他项分摊');
    expect(other?.note).toBe('无案件，不参评，分值由其他项分摊');
  });

  it('carries points taken off over to a shared-out weight', () => {
    // Half of the weight has no case: 4 of 10 points lost become 8 of 20.
    const [, b] = score([item('a', 50), item('b', 10, { rule: perPoint }), item('c', 40)], {
      b: rate(96, 100),
      c: rate(1, 1),
    });
    expect(b).toMatchObject({ points: 12, full: 20 });
  });

  it('says the full marks that it counts with, to the decimals of the scheme', () => {
    const items = [item('a', 10), ...['b', 'c', 'd', 'e', 'f', 'g'].map((id) => item(id, 15))];
    const met = Object.fromEntries(items.map((i) => [i.id, rate(1, 1)]));
    const scores = score(items, { ...met, a: NO_CASE });
    expect(scores.map((s) => s.full)).toEqual([0, 16.67, 16.67, 16.67, 16.67, 16.66, 16.66]);
    expect(scores[1]?.note).toContain('分摊后满分 16.67');
    expect(scores[6]?.note).toContain('分摊后满分 16.66');
  });

  it('adds up to the unit, whatever the weights, the decimals and the items without a case', () => {
    const rules: ScoringRule[] = [{ type: 'proportional' }, linear, rising, perPoint, perEvent, pass];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4 }),
        fc.array(
          fc.record({
            units: fc.integer({ min: 1, max: 3000 }),
            met: fc.option(fc.nat(1500)),
            rule: fc.constantFrom(...rules),
            noCase: fc.constantFrom('shareOut' as const, 'full' as const, 'none' as const),
          }),
          { minLength: 1, maxLength: 12 },
        ),
        (decimals, list) => {
          const items = list.map((x, i) => item(`${i}`, x.units / 10 ** decimals, { rule: x.rule, noCase: x.noCase }));
          const total = list.reduce((sum, x) => sum + x.units, 0);
          const full = total / 10 ** decimals;
          const met = (i: SchemeItem) => list[Number(i.id)]?.met ?? null;
          const value = (i: SchemeItem) => {
            const n = met(i);
            return n === null ? NO_CASE : rate(n, 1500);
          };
          const scores = scoreItems(catalogue, items, value, full, decimals);
          const assessed = scores.filter((s) => s.points !== null);
          fc.pre(assessed.length > 0);
          const points = assessed.map((s) => s.points as number);
          const sum = (of: number[]) => sumPoints(of, decimals);
          expect(sum(assessed.map((s) => s.full))).toBe(full);
          expect(sum(points) + 0).toBeLessThanOrEqual(full);
          const lost = assessed.map((s) => sum([s.full, -(s.points as number)]));
          expect(sum([...points, ...lost])).toBe(full);
          // As printed: the texts of a column, added in whole units, are the text of its sum.
          const printed = (n: number) => Number(n.toFixed(decimals).replace('.', ''));
          expect(points.reduce((n, p) => n + printed(p), 0)).toBe(printed(sum(points)));
          expect(assessed.reduce((n, s) => n + printed(s.full), 0)).toBe(total);
          for (const s of assessed) {
            const its = items[Number(s.item)] as SchemeItem;
            if (met(its) === 1500) expect(s.points).toBe(s.full);
            if (its.rule.type === 'proportional' && met(its) === 1499) expect(s.points).toBeLessThan(s.full);
          }
        },
      ),
    );
  });

  it('assesses nothing where no item has a case', () => {
    expect(score([item('a', 100)], {}).map((s) => [s.points, s.full])).toEqual([[null, 0]]);
  });
});

it.each<[SchemeItem['indicator'], ScoringRule, string]>([
  ['closure_on_time', linear, '60% 起计分，100% 得满分，其间按直线计'],
  ['handling_days', faster, '45个工作日 起计分，15个工作日 得满分，其间按直线计'],
  ['closure_on_time', rising, '分档计分：≥90% 得 100%，≥80% 得 90%，其余不得分'],
  ['closure_on_time', perPoint, '目标 100%，每低 1 个百分点扣 1 分，扣完为止'],
  ['closure_on_time', perEvent, '每缺 1 件扣 1 分，最低 2 分'],
  ['handling_days', quick, '达到 ≤20个工作日 得满分，否则不得分'],
  ['handling_days', { ...quick, bound: 1 }, '达到 ≤1个工作日 得满分，否则不得分'],
  ['handling_days', { type: 'linear', floor: 3, full: 0.5 }, '3个工作日 起计分，0.5个工作日 得满分，其间按直线计'],
  [
    'handling_days',
    {
      type: 'steps',
      direction: 'atMost',
      steps: [
        { bound: 0, share: 1 },
        { bound: 1, share: 0.5 },
      ],
    },
    '分档计分：≤0个工作日 得 100%，≤1个工作日 得 50%，其余不得分',
  ],
])('says a rule of %s in words: %#', (indicator, rule, words) => {
  expect(ruleText(catalogue, { indicator, rule })).toBe(words);
});

it('says of a rule in points that it takes them off the item’s own weight, where other weights are shared out', () => {
  const item = (id: string, rule: ScoringRule, weight: number): SchemeItem => ({
    id,
    indicator: 'disclosure_rate',
    weight,
    rule,
    noCase: 'shareOut',
    basis: '',
  });
  const items = [item('a', perPoint, 60), item('b', linear, 40)];
  const [alone] = scoreItems(catalogue, items, (i) => (i.id === 'a' ? rate(90, 100) : NO_CASE), 100, 2);
  expect(alone?.note).toBe(
    '目标 100%，每低 1 个百分点扣 1 分，扣完为止（按方案分值 60 分扣）；分摊后满分 100.00，得分按比例折算',
  );
  // 10 of 60 off: five sixths of 100.
  expect(alone?.points).toBe(83.33);
  const [both] = scoreItems(catalogue, items, () => rate(90, 100), 100, 2);
  expect(both?.note).toBe('目标 100%，每低 1 个百分点扣 1 分，扣完为止');
});

it('says of a figure of part of the time that it is, and gives it the same points', () => {
  const item: SchemeItem = {
    ...{ id: 'a', indicator: 'disclosure_rate', weight: 100, rule: linear },
    ...{ noCase: 'shareOut', basis: '' },
  };
  const of = (scored: Scored) => scoreItems(catalogue, [item], () => scored, 100, 2)[0];
  const whole = of(rate(90, 100));
  expect(of({ ...rate(90, 100), partly: { sent: 2, due: 4 } })).toEqual({
    ...whole,
    note: `${whole?.note}；仅报送 2/4 季度`,
  });
});
