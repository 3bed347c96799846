import { withinCalendar } from '../domain/calendar';
import type { Office } from '../domain/office';
import { periodName, periodShortName, type Quarter, quarterOfDay, quarterPeriod } from '../domain/period';
import { periodsDueIn, submissionDue } from '../domain/register';

/** 报送及时率 in two words: a ledger counts in the quarter in which it is due, not in the one that it tells of. */
export const DUE_QUARTER = '按应报日所在季度';

/** 按应报日所在季度：2017年第四季度台账应于 2018-01-10 前报送，计入2018年第一季度. */
export function dueQuarterWords(office: Office, year: number): string {
  const period = `${year}Q4`;
  const due = withinCalendar(() => submissionDue(office, period));
  if (due === null) return `${DUE_QUARTER}：${periodName(period)}台账的应报日未定，节假日安排未公布`;
  return `${DUE_QUARTER}：${periodName(period)}台账应于 ${due} 前报送，计入${periodName(quarterPeriod(quarterOfDay(due)))}`;
}

/** 一季度台账: what is due in a quarter; empty where nothing is. */
export const dueInQuarter = (office: Office, quarter: Quarter): string => {
  const due = periodsDueIn(office, quarter);
  return due.length === 0 ? '' : `${due.map(periodShortName).join('、')}台账`;
};
