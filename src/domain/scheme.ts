import * as z from 'zod';
import { INDICATOR_IDS } from './indicators';

const share = z.number().min(0).max(1);

/**
 * How a value becomes points. `value` is the indicator's: a fraction for rates, working days for `handling_days`.
 * - proportional: value × weight
 * - linear: nothing at `floor`, full at `full`, straight between (also downwards, where `floor` > `full`)
 * - steps: the first step whose bound is met gives its share of the weight; none met: nothing
 * - perPoint: `off` points off for each percentage point below `target`
 * - perEvent: `off` points off for each case missed (denominator − numerator), not below `floor` points
 * - passFail: full marks or none
 */
const ruleSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('proportional') }),
  z
    .object({ type: z.literal('linear'), floor: z.number(), full: z.number() })
    .refine((r) => r.floor !== r.full, { message: 'floor 与 full 不能相等' }),
  z.object({
    type: z.literal('steps'),
    direction: z.enum(['atLeast', 'atMost']),
    steps: z.array(z.object({ bound: z.number(), share })).min(1),
  }),
  z.object({ type: z.literal('perPoint'), target: share, off: z.number().positive() }),
  z.object({ type: z.literal('perEvent'), off: z.number().positive(), floor: z.number().min(0) }),
  z.object({ type: z.literal('passFail'), direction: z.enum(['atLeast', 'atMost']), bound: z.number() }),
]);

const itemSchema = z
  .object({
    id: z.string().min(1),
    indicator: z.enum(INDICATOR_IDS),
    weight: z.number().positive(),
    rule: ruleSchema,
    /** What no case means: `shareOut` not assessed, weight shared out over the rest; `full` full marks; `none` no marks. */
    noCase: z.enum(['shareOut', 'full', 'none']),
    basis: z.string(),
  })
  .refine(
    (item) => item.indicator !== 'handling_days' || !['proportional', 'perPoint', 'perEvent'].includes(item.rule.type),
    {
      message: '办理时长以工作日计，只能用 linear、steps 或 passFail',
      path: ['rule', 'type'],
    },
  );

const itemsSchema = z.array(itemSchema).min(1);

/** A scheme (考核方案): items with weights for each group, and the grade bands. Full score need not be 100. */
export const schemeSchema = z
  .object({
    id: z.string().min(1),
    name: z.string().min(1),
    sample: z.boolean(),
    caution: z.string(),
    full: z.number().positive(),
    decimals: z.int().min(0).max(4),
    /** Bands by score from the top; the first whose bound is reached is the grade. */
    grades: z.array(z.object({ name: z.string().min(1), atLeast: z.number() })).min(1),
    groups: z.object({ prefectures: itemsSchema, departments: itemsSchema }),
  })
  .superRefine((scheme, context) => {
    for (const group of ['prefectures', 'departments'] as const) {
      const sum = scheme.groups[group].reduce((total, item) => total + item.weight, 0);
      if (Math.abs(sum - scheme.full) > 1e-9)
        context.addIssue({
          code: 'custom',
          path: ['groups', group],
          message: `各项分值合计 ${sum}，与满分 ${scheme.full} 不符`,
        });
      const ids = scheme.groups[group].map((item) => item.id);
      if (new Set(ids).size !== ids.length)
        context.addIssue({ code: 'custom', path: ['groups', group], message: '考核项 id 重复' });
    }
    const bounds = scheme.grades.map((g) => g.atLeast);
    if (bounds.some((b, i) => i > 0 && b >= (bounds[i - 1] as number)))
      context.addIssue({ code: 'custom', path: ['grades'], message: '等次须由高到低排列' });
  });

export type Scheme = z.infer<typeof schemeSchema>;
export type SchemeItem = z.infer<typeof itemSchema>;
export type ScoringRule = z.infer<typeof ruleSchema>;
export type Group = keyof Scheme['groups'];
export const GROUPS = ['prefectures', 'departments'] as const satisfies readonly Group[];
