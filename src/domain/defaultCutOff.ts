import type { CutOffRule } from './cutOff';
import { addDays, type Day } from './day';
import type { Office } from './office';
import { type Period, periodEnd } from './period';
import type { Profile } from './profile';
import type { Submission } from './submission';

/** The day where none is chosen, and from which it follows. */
export interface DefaultCutOff {
  day: Day;
  /** The last day of the period, or, where the day from it is still to come, of the last one that was submitted. */
  end: Day;
  /** After how many days from then. */
  days: number;
}

/**
 * Cut-off (数据截止日) of a period where none is chosen: so many days after its end as the profile says. Where that day is still
 * to come, so many after the end of the last period of which cases were submitted, be it of the year before: nothing is known
 * beyond, and every open case would seem to be overdue whose limit ends until then. Of a register, which stands for its whole year, nothing is
 * to be done by a day; a period that is over is assessed at its own day, whoever has not reported.
 */
export function defaultCutOff(
  { profile, catalogue }: Pick<Office, 'profile' | 'catalogue'>,
  period: Period,
  submissions: readonly Submission[],
  today: Day,
): DefaultCutOff {
  const own = after(profile, periodEnd(period));
  if (own.day <= today) return own;
  const covered = submissions
    .filter((s) => !s.withdrawnAt && catalogue.ledger(s.ledger).firstDate.length > 0)
    .map((s) => periodEnd(s.period))
    .sort()
    .at(-1);
  return covered === undefined || covered >= own.end ? own : after(profile, covered);
}

/** In words: 期末后第 10 日. */
export const defaultInWords = ({ end, days }: DefaultCutOff, period: Period): string =>
  end === periodEnd(period) ? `期末后第 ${days} 日` : `已报送至 ${end}，其后第 ${days} 日`;

function after({ cutOff }: Pick<Profile, 'cutOff'>, end: Day): DefaultCutOff {
  const rule = cutOff.findLast(({ from }) => from === null || from <= end) as CutOffRule;
  return { day: addDays(end, rule.daysAfterEnd), end, days: rule.daysAfterEnd };
}
