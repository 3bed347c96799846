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

/**
 * How long a deadline is past at the cut-off. An approved extension is part of the deadline.
 * @param rule id of the deadline rule that decided it; of an unknown one working days are counted
 */
export function overdueBy({ calendar, profile }: Office, due: Day, rule: string, asOf: Day): Overdue {
  const unit = profile.deadlines.rules.find((r) => r.id === rule)?.limit.unit ?? 'working_days';
  return {
    unit,
    lastDay: due === asOf,
    days:
      unit === 'calendar_days'
        ? dayNumber(asOf) - dayNumber(due)
        : withinCalendar(() => calendar.workingDaysBetween(due, asOf)),
  };
}

/** 已超期 12 个工作日, 已超期 20 天; 不足 1 个工作日 where only days off have gone by. */
export function overdueText({ days, unit, lastDay }: Overdue): string {
  if (lastDay) return '截止日当日到期';
  if (days === null) return '已超期，工作日数未知（该年度节假日安排未公布）';
  if (days === 0) return '已超期，不足 1 个工作日';
  return `已超期 ${days} ${unit === 'working_days' ? '个工作日' : '天'}`;
}
