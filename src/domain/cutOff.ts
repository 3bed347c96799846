import * as z from 'zod';
import { addDays, type Day } from './day';
import { type Period, periodEnd } from './period';

/** By when an office takes its figures where nobody chooses a day, from the periods on that end on `from` or later. */
export const cutOffSchema = z
  .array(z.object({ from: z.iso.date().nullable(), daysAfterEnd: z.int().min(0).max(366), source: z.string().min(1) }))
  .min(1);
type CutOffRule = z.infer<typeof cutOffSchema>[number];

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

type CutOffs = { cutOff: readonly CutOffRule[] };

/** After how many days from its end a period's figures are taken where no cut-off is chosen. */
export function cutOffDays({ cutOff }: CutOffs, period: Period): number {
  const end = periodEnd(period);
  const rule = cutOff.findLast(({ from }) => from === null || from <= end) as CutOffRule;
  return rule.daysAfterEnd;
}

/** Cut-off (数据截止日) of a period where none is chosen: so many days after its end as the profile says. */
export const defaultCutOff = (profile: CutOffs, period: Period): Day =>
  addDays(periodEnd(period), cutOffDays(profile, period));
