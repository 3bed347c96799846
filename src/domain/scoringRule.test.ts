import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../tests/support/catalogue';
import { profileFiles, qinghai } from '../../tests/support/profile';
import { duration, type Measure, share } from './measures';
import { itemsOf, type Scheme, schemeFaults, schemeSchema } from './scheme';
import { type Scored, scoreItems } from './scoring';
import { ruleFaults, type ScoringRule } from './scoringRule';

const steps = (direction: 'atLeast' | 'atMost', ...list: [number, number][]): ScoringRule => ({
  type: 'steps',
  direction,
  steps: list.map(([bound, part]) => ({ bound, share: part })),
});

describe('ruleFaults', () => {
  it.each<[string, Measure, ScoringRule]>([
    ['the share of the weight', share, { type: 'proportional' }],
    ['a line upwards', share, { type: 'linear', floor: 0, full: 1 }],
    ['a line downwards for days', duration, { type: 'linear', floor: 45, full: 0 }],
    ['steps from the best', share, steps('atLeast', [1, 1], [0.9, 0.9], [0, 0])],
    ['steps of one share', share, steps('atLeast', [0.9, 0.5], [0.8, 0.5])],
    ['days from the fewest', duration, steps('atMost', [0, 1], [1, 0.8], [45, 0.3])],
    ['points off below a target', share, { type: 'perPoint', target: 0.95, off: 2 }],
    ['points off for each case', share, { type: 'perEvent', off: 1, floor: 9.5 }],
    ['a rate to reach', share, { type: 'passFail', direction: 'atLeast', bound: 1 }],
    ['a day to keep', duration, { type: 'passFail', direction: 'atMost', bound: 1 }],
  ])('takes %s', (_, measure, rule) => {
    expect(ruleFaults(rule, measure, 10)).toEqual([]);
  });

  it.each<[string, Measure, ScoringRule, string, RegExp]>([
    [
      'steps that begin with the lowest',
      share,
      steps('atLeast', [0.8, 0.5], [0.95, 1]),
      'steps.1.bound',
      /由高到低.*轮不到/,
    ],
    ['the same, more for less', share, steps('atLeast', [0.8, 0.5], [0.95, 1]), 'steps.1.share', /较差的反而得分较多/],
    ['more for less', share, steps('atLeast', [0.9, 0.5], [0.8, 0.9]), 'steps.1.share', /0.9 高于上一档的 0.5/],
    ['one bound twice', share, steps('atLeast', [0.9, 1], [0.9, 0.5]), 'steps.1.bound', /轮不到/],
    ['steps in percent', share, steps('atLeast', [90, 1], [80, 0.5]), 'steps.0.bound', /90% 写 0.9），现为 90/],
    ['a step below nothing', share, steps('atLeast', [0, 1], [-0.1, 0.5]), 'steps.1.bound', /现为 -0.1/],
    ['a rate that must stay low', share, steps('atMost', [0.5, 1]), 'direction', /比率越高越好，须为 atLeast/],
    ['days that must be many', duration, steps('atLeast', [15, 1]), 'direction', /越短越好，须为 atMost/],
    ['days that begin with the most', duration, steps('atMost', [25, 0.8], [15, 1]), 'steps.1.bound', /由短到长/],
    ['days below nothing', duration, steps('atMost', [-1, 1]), 'steps.0.bound', /以工作日计，不能为负，现为 -1/],
    ['a line downwards for a rate', share, { type: 'linear', floor: 1, full: 0.6 }, 'full', /0.6 须优于起计分的 1/],
    ['a line without a slope', share, { type: 'linear', floor: 0.6, full: 0.6 }, 'full', /须优于/],
    ['a line in percent', share, { type: 'linear', floor: 0.6, full: 100 }, 'full', /现为 100/],
    ['a line from below nothing', share, { type: 'linear', floor: -0.1, full: 1 }, 'floor', /现为 -0.1/],
    [
      'a line upwards for days',
      duration,
      { type: 'linear', floor: 15, full: 45 },
      'full',
      /越短越好.*45 须优于起计分的 15/,
    ],
    ['a line to less than no day', duration, { type: 'linear', floor: 15, full: -1 }, 'full', /不能为负/],
    ['a target in percent', share, { type: 'perPoint', target: 95, off: 1 }, 'target', /现为 95/],
    ['a target below nothing', share, { type: 'perPoint', target: -0.5, off: 1 }, 'target', /现为 -0.5/],
    ['a floor at full marks', share, { type: 'perEvent', off: 1, floor: 10 }, 'floor', /最低 10 分不低于分值 10/],
    ['a pass in percent', share, { type: 'passFail', direction: 'atLeast', bound: 95 }, 'bound', /现为 95/],
    ['a pass for a low rate', share, { type: 'passFail', direction: 'atMost', bound: 0.5 }, 'direction', /atLeast/],
    ['a pass for many days', duration, { type: 'passFail', direction: 'atLeast', bound: 20 }, 'direction', /atMost/],
    [
      'a pass before the first day',
      duration,
      { type: 'passFail', direction: 'atMost', bound: -1 },
      'bound',
      /不能为负/,
    ],
    ['days as a share', duration, { type: 'proportional' }, 'type', /办理时长以工作日计/],
    ['days in percentage points', duration, { type: 'perPoint', target: 1, off: 1 }, 'type', /只能用/],
    ['days by event', duration, { type: 'perEvent', off: 1, floor: 0 }, 'type', /只能用/],
  ])('refuses %s, with the path', (_, measure, rule, path, message) => {
    const found = ruleFaults(rule, measure, 10).find((f) => f.path.join('.') === path);
    expect(found?.message).toMatch(message);
  });
});

const bound = fc.constantFrom(-1, 0, 0.5, 0.8, 0.95, 1, 1.5, 15, 45, 95);
const direction = fc.constantFrom('atLeast', 'atMost');
const step = fc.record({ bound, share: fc.constantFrom(0, 0.3, 0.8, 1) });
const inOrder = (list: { bound: number; share: number }[], rising: boolean) => {
  const shares = list.map((s) => s.share).sort((a, b) => b - a);
  const bounds = list.map((s) => s.bound).sort((a, b) => (rising ? a - b : b - a));
  return bounds.map((x, i) => ({ bound: x, share: shares[i] as number }));
};
const list = fc.array(step, { minLength: 1, maxLength: 4 });
/** Rules of every kind, right and wrong. */
const rules: fc.Arbitrary<ScoringRule> = fc.oneof(
  fc.constant<ScoringRule>({ type: 'proportional' }),
  fc.record({ type: fc.constant('linear' as const), floor: bound, full: bound }),
  fc.record({
    type: fc.constant('steps' as const),
    direction,
    steps: fc.oneof(
      list,
      fc.tuple(list, fc.boolean()).map(([l, rising]) => inOrder(l, rising)),
    ),
  }),
  fc.record({ type: fc.constant('perPoint' as const), target: bound, off: fc.constantFrom(0.5, 3) }),
  fc.record({ type: fc.constant('perEvent' as const), off: fc.constantFrom(0.5, 3), floor: fc.constantFrom(0, 2, 20) }),
  fc.record({ type: fc.constant('passFail' as const), direction, bound }),
);

const shipped: Scheme = profileFiles().scheme;

/** The shipped scheme with other rules; null where it is refused. */
function schemeWith(rate: ScoringRule, duration: ScoringRule): Scheme | null {
  const scheme = structuredClone(shipped);
  for (const item of itemsOf(scheme, 'prefectures')) item.rule = item.indicator === 'handling_days' ? duration : rate;
  const { data } = schemeSchema.safeParse(scheme);
  return data && schemeFaults(qinghai, data).length === 0 ? data : null;
}

const CASES = 40;
/** All items at a figure of `met` cases of 40, or of as many fewer days. */
const points = (scheme: Scheme, met: number): (number | null)[] =>
  scoreItems(
    catalogue,
    itemsOf(scheme, 'prefectures'),
    ({ indicator }): Scored =>
      indicator === 'handling_days'
        ? { numerator: null, denominator: CASES, value: (CASES - met) * 1.25 }
        : { numerator: met, denominator: CASES, value: met / CASES },
    scheme.full,
    scheme.decimals,
  ).map((s) => s.points);

it('a better value never earns fewer points, whatever the scheme, once it is taken', () => {
  let taken = 0;
  fc.assert(
    fc.property(rules, rules, (rate, duration) => {
      const scheme = schemeWith(rate, duration);
      if (!scheme) return;
      taken++;
      for (let met = 1; met <= CASES; met++) {
        const worse = points(scheme, met - 1);
        const better = points(scheme, met);
        expect(better.every((p, i) => (p as number) >= (worse[i] as number))).toBe(true);
      }
    }),
    { numRuns: 4000 },
  );
  expect(taken).toBeGreaterThan(100);
});
