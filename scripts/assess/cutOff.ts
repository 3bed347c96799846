import type { Day } from '../../src/domain/day';
import { defaultCutOff, defaultInWords } from '../../src/domain/defaultCutOff';
import type { Office } from '../../src/domain/office';
import { type Period, periodEnd, periodName } from '../../src/domain/period';
import type { Submission } from '../../src/domain/submission';

/** The cut-off where none was given. Where it is not the period's own, it hangs on the day: what it follows from is said. */
export function cutOffOf(
  office: Office,
  period: Period,
  submissions: readonly Submission[],
  today: Day,
  say: (text: string) => void,
): Day {
  const found = defaultCutOff(office, period, submissions, today);
  if (found.end !== periodEnd(period))
    say(
      `截止日 ${found.day}：今天是 ${today}，${periodName(period)}还没有到取数的日子，取${defaultInWords(found, period)}；要另定的，写 --as-of。`,
    );
  return found.day;
}
