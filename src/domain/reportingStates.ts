import type { ReportingState } from './register';

/** Names of the states with a sign each: told by shape and word, never by colour alone. */
export const REPORTING_STATES: Record<ReportingState, { name: string; mark: string }> = {
  unreported: { name: '未报', mark: '✕' },
  late: { name: '迟报', mark: '▲' },
  unknown: { name: '日期不明', mark: '？' },
  unreadable: { name: '原文件不能读入', mark: '！' },
  not_due: { name: '未到期', mark: '○' },
  undated: { name: '期限未定', mark: '◇' },
  on_time: { name: '按时', mark: '✓' },
};
