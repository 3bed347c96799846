import * as z from 'zod';
import type { Measure } from './measures/measure';

const share = z.number().min(0).max(1);

/**
 * How a value becomes points. `value` is the indicator's: a fraction for rates, working days for durations.
 * - proportional: value × weight
 * - linear: nothing at `floor`, full at `full`, straight between (for a duration downwards: `floor` > `full`)
 * - steps: the first step whose bound is met gives its share of the weight; none met: nothing
 * - perPoint: `off` points off for each percentage point below `target`
 * - perEvent: `off` points off for each case missed (denominator − numerator), not below `floor` points
 * - passFail: full marks or none
 */
export const ruleSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('proportional') }),
  z.object({ type: z.literal('linear'), floor: z.number(), full: z.number() }),
  z.object({
    type: z.literal('steps'),
    direction: z.enum(['atLeast', 'atMost']),
    steps: z.array(z.object({ bound: z.number(), share })).min(1),
  }),
  z.object({ type: z.literal('perPoint'), target: z.number(), off: z.number().positive() }),
  z.object({ type: z.literal('perEvent'), off: z.number().positive(), floor: z.number().min(0) }),
  z.object({ type: z.literal('passFail'), direction: z.enum(['atLeast', 'atMost']), bound: z.number() }),
]);

export type ScoringRule = z.infer<typeof ruleSchema>;

/** A fault of a rule; the path is within the rule. */
export interface RuleFault {
  path: (string | number)[];
  message: string;
}

/**
 * Where a rule does not fit what its indicator measures: bounds out of range or in another unit, a direction in which
 * the indicator gets worse, a step that no value reaches, a worse value that earns more.
 * @param weight the item's full marks, which a rule in points must leave room for
 */
export function ruleFaults(rule: ScoringRule, measure: Measure, weight: number): RuleFault[] {
  const { fits, unfit, most, range, better, order } = measure.scored;
  const higher = measure.better === 'higher';
  const direction = higher ? 'atLeast' : 'atMost';
  const beyond = (bound: number, last: number) => (higher ? bound >= last : bound <= last);
  const inRange = (x: number, ...path: RuleFault['path']): RuleFault[] =>
    x >= 0 && x <= most ? [] : [{ path, message: `${range}，现为 ${x}` }];
  const towards = (x: string): RuleFault[] =>
    x === direction ? [] : [{ path: ['direction'], message: `${better}，须为 ${direction}` }];

  if (!fits.includes(rule.type)) return [{ path: ['type'], message: unfit }];
  switch (rule.type) {
    case 'proportional':
      return [];
    case 'linear':
      return [
        ...inRange(rule.floor, 'floor'),
        ...inRange(rule.full, 'full'),
        ...(beyond(rule.floor, rule.full)
          ? [{ path: ['full'], message: `${better}：得满分的 ${rule.full} 须优于起计分的 ${rule.floor}` }]
          : []),
      ];
    case 'steps':
      return [
        ...towards(rule.direction),
        ...rule.steps.flatMap(({ bound, share }, i) => {
          const last = rule.steps[i - 1];
          const found = inRange(bound, 'steps', i, 'bound');
          if (last && beyond(bound, last.bound))
            found.push({
              path: ['steps', i, 'bound'],
              message: `各档界限须${order}排列：达到 ${bound} 的已先归入上一档 ${last.bound}，本档轮不到`,
            });
          if (last && share > last.share)
            found.push({
              path: ['steps', i, 'share'],
              message: `得分比例 ${share} 高于上一档的 ${last.share}：指标值较差的反而得分较多`,
            });
          return found;
        }),
      ];
    case 'perPoint':
      return inRange(rule.target, 'target');
    case 'perEvent':
      return rule.floor < weight
        ? []
        : [{ path: ['floor'], message: `最低 ${rule.floor} 分不低于分值 ${weight}，扣分不起作用` }];
    case 'passFail':
      return [...towards(rule.direction), ...inRange(rule.bound, 'bound')];
  }
}
