import { withinCalendar } from '../domain/calendar';
import type { Office } from '../domain/office';
import { periodEnd, periodName, periodShortName, type Quarter, quarterOfDay, quarterPeriod } from '../domain/period';
import { periodsDueIn, submissionDue } from '../domain/register';
import { slotsUntil } from '../domain/reporting';

/** 报送及时率 in two words: a ledger counts in the quarter in which it is due, not in the one that it tells of. */
export const DUE_QUARTER = '按应报日所在季度';

/** 按应报日所在季度：2017年第四季度台账应于 2018-01-10 前报送，计入2018年第一季度. */
export function dueQuarterWords(office: Office, year: number): string {
  // What tells of the end of the year is due in the next.
  const last = slotsUntil(office.profile.reporting, year).filter((s) => periodEnd(s.period) === `${year}-12-31`);
  const said = last.map((slot) => {
    const due = withinCalendar(() => submissionDue(office, slot));
    if (due === null) return `${periodName(slot.period)}台账的应报日未定，节假日安排未公布`;
    return `${periodName(slot.period)}台账应于 ${due} 前报送，计入${periodName(quarterPeriod(quarterOfDay(due)))}`;
  });
  return `${DUE_QUARTER}：${[...new Set(said)].join('；') || `${year}年没有应报的台账`}`;
}

/** 一季度台账: what is due in a quarter; empty where nothing is. */
export const dueInQuarter = (office: Office, quarter: Quarter): string => {
  const due = periodsDueIn(office, quarter);
  return due.length === 0 ? '' : `${due.map(periodShortName).join('、')}台账`;
};
