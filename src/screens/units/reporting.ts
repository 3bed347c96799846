import type { Day } from '../../domain/day';
import { type Period, periodShortName, periodYear, type Quarter, quarterPeriod, quartersOf } from '../../domain/period';
import type { RegisterEntry } from '../../domain/register';

/** State of one expected submission in words: 按时, 迟报3个工作日, 按时 · 零申报. */
export function stateText(entry: Pick<RegisterEntry, 'state' | 'daysLate' | 'zero'>): string {
  const zero = entry.zero ? ' · 零申报' : '';
  switch (entry.state) {
    case 'on_time':
      return `按时${zero}`;
    case 'late':
      return `迟报${entry.daysLate === null ? '，天数未知' : ` ${entry.daysLate} 个工作日`}${zero}`;
    case 'unknown':
      return `已收到，收到日期不详${zero}`;
    case 'unreadable':
      return '已收到，本机原文件不能读入，未计入';
    case 'unreported':
      return '未报送';
    case 'not_due':
      return '未到期';
    case 'undated':
      return `期限未定：该年度节假日安排未公布${zero}`;
  }
}

/** The first day on which a version came in by the cut-off: the one that punctuality goes by. */
export const firstReceived = (entry: RegisterEntry, asOf: Day): Day | null =>
  entry.versions
    .filter((s) => !s.withdrawnAt && s.receivedOn !== null && s.receivedOn <= asOf)
    .map((s) => s.receivedOn as Day)
    .sort()[0] ?? null;

/** A unit's entries whose period lies within `period`. */
export const entriesOf = (register: readonly RegisterEntry[], unit: string, period: Period): RegisterEntry[] => {
  const quarters = quartersOf(period);
  return register.filter((e) => e.unit.id === unit && quartersOf(e.period).every((q) => quarters.includes(q)));
};

/**
 * Where an entry counts in 报送及时率: 计入二季度, 计入次年一季度，不在本期, 不计.
 * @param quarter of its due day; undefined where it does not count: not due yet, or its day of receipt not known
 */
export function countedText(
  quarter: Quarter | undefined,
  view: { year: number; quarters: readonly Quarter[] },
): string {
  if (quarter === undefined) return '不计';
  const period = quarterPeriod(quarter);
  const year = periodYear(period);
  const whose = year === view.year ? '' : year === view.year + 1 ? '次年' : `${year}年`;
  return `计入${whose}${periodShortName(period)}${view.quarters.includes(quarter) ? '' : '，不在本期'}`;
}
