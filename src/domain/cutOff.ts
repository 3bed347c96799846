import * as z from 'zod';

/** By when an office takes its figures where nobody chooses a day, from the periods on that end on `from` or later. */
export const cutOffSchema = z
  .array(z.object({ from: z.iso.date().nullable(), daysAfterEnd: z.int().min(0).max(366), source: z.string().min(1) }))
  .min(1);
export type CutOffRule = z.infer<typeof cutOffSchema>[number];

/** The first rule is of all time, each later one begins after the one before. */
export function cutOffFaults(rules: readonly CutOffRule[]): { path: string; message: string }[] {
  return rules.flatMap(({ from }, i) => {
    const before = rules[i - 1];
    if (!before) return from === null ? [] : [{ path: 'cutOff.0.from', message: '第一条须为 null（不限起始）' }];
    return from !== null && from > (before.from ?? '')
      ? []
      : [{ path: `cutOff.${i}.from`, message: `须晚于上一条的 ${before.from ?? 'null'}，由早到晚排列` }];
  });
}
