import { withinCalendar } from './calendar';
import { type Day, dayNumber } from './day';
import type { Office } from './office';
import type { DeadlineRule } from './profile';

/** How far a deadline is past, counted as its limit is: in working days, or in calendar days. */
export interface Overdue {
  /** Null where the working days lie beyond the published calendar. */
  days: number | null;
  unit: DeadlineRule['limit']['unit'];
  /** The deadline falls on the cut-off itself: it has run out, and is not yet past. */
  lastDay: boolean;
}

/** Of an unknown rule working days are counted. @param rule id of the deadline rule */
const unitOf = ({ profile }: Office, rule: string): Overdue['unit'] =>
  profile.deadlines.rules.find((r) => r.id === rule)?.limit.unit ?? 'working_days';

const UNIT_WORDS: Record<Overdue['unit'], string> = { working_days: '个工作日', calendar_days: '天' };

/**
 * How long a deadline is past at the cut-off. An approved extension is part of the deadline.
 * @param rule id of the deadline rule in whose unit it is counted
 */
export function overdueBy(office: Office, due: Day, rule: string, asOf: Day): Overdue {
  const unit = unitOf(office, rule);
  return {
    unit,
    lastDay: due === asOf,
    days:
      unit === 'calendar_days'
        ? dayNumber(asOf) - dayNumber(due)
        : withinCalendar(() => office.calendar.workingDaysBetween(due, asOf)),
  };
}

/** 已超期 12 个工作日, 已超期 20 天; 不足 1 个工作日 where only days off have gone by. */
export function overdueText({ days, unit, lastDay }: Overdue): string {
  if (lastDay) return '截止日当日到期';
  if (days === null) return '已超期，工作日数未知（该年度节假日安排未公布）';
  if (days === 0) return '已超期，不足 1 个工作日';
  return `已超期 ${days} ${UNIT_WORDS[unit]}`;
}

/**
 * 超期 5 个工作日, 超期 7 天: how long after its deadline something was done. Of working days a day off is late until the
 * working day after it.
 * @param rule id of the deadline rule in whose unit it is counted
 */
export function lateText(office: Office, due: Day, rule: string, done: Day): string {
  const { calendar } = office;
  const unit = unitOf(office, rule);
  const days =
    unit === 'calendar_days'
      ? dayNumber(done) - dayNumber(due)
      : withinCalendar(() => calendar.workingDaysBetween(due, calendar.nextWorkingDay(done)));
  return days === null ? '超期，天数未知（该年度节假日安排未公布）' : `超期 ${days} ${UNIT_WORDS[unit]}`;
}
