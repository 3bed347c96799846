import { CALENDAR_LAST, withinCalendar } from '../../domain/calendar';
import type { Day } from '../../domain/day';
import type { EvidenceRow } from '../../domain/evidence';
import type { CaseLedger } from '../../domain/indicators';
import type { Office } from '../../domain/office';
import type { DeadlineRule } from '../../domain/profile';

/** How one step of a case stands against its deadline at the cut-off. */
export interface DeadlineLine {
  name: string;
  /** What happened, and when; null where it had not happened by the cut-off. */
  event: string;
  done: Day | null;
  /** What the limit runs from. */
  from: string;
  start: Day | null;
  due: Day | null;
  extensionDays: number;
  rule: DeadlineRule | null;
  state: 'on_time' | 'late' | 'open' | 'not_due' | 'undated' | 'not_applicable';
  /** The state in words, with the working days late. */
  words: string;
}

type StepOf = Pick<DeadlineLine, 'name' | 'event' | 'from'> & {
  key: string;
  done: string;
  start: Day | null;
  extensionDays?: number;
  /** Why the step does not apply to this case; null where it does. */
  without: string | null;
};

const text = (row: EvidenceRow, key: string): string | null => {
  const value = row[key];
  return typeof value === 'string' && value !== '' ? value : null;
};

/** The deadlines of a case row as it stood at the cut-off: later events have not happened. */
export function deadlinesOf(office: Office, ledger: CaseLedger, row: EvidenceRow, asOf: Day): DeadlineLine[] {
  const by = (key: string): Day | null => {
    const day = text(row, key);
    return day !== null && day <= asOf ? day : null;
  };
  const steps = ledger === 'complaints' ? complaintSteps(row, by) : penaltySteps(row, by);
  return steps.map(({ key, done, start, without, extensionDays = 0, ...said }) => {
    const rule = office.profile.deadlines.rules.find((r) => r.id === row[`${key}_rule`]) ?? null;
    const due = text(row, `${key}_due`);
    const line = { ...said, done: by(done), start, due, extensionDays, rule };
    if (without) return { ...line, state: 'not_applicable', words: `不适用：${without}` };
    // The limit of an undecided case runs from a deadline that may itself lie beyond the calendar.
    const runs = rule !== null && (start !== null || (key === 'closure' && row.acceptance_rule !== null));
    if (due === null && runs) return { ...line, ...beyondCalendar(asOf) };
    return { ...line, ...stateOf(office, line.done, due, asOf) };
  });
}

function complaintSteps(row: EvidenceRow, by: (key: string) => Day | null): StepOf[] {
  const accepted = by('accepted_on');
  const decided = row.accepted_on === null || accepted !== null ? text(row, 'acceptance') : null;
  const elsewhere = decided === '不予受理' || decided === '转办' ? decided : null;
  const anonymous = row.named === '否' ? '匿名' : null;
  return [
    {
      key: 'acceptance',
      name: '受理',
      event: '受理决定',
      done: 'accepted_on',
      from: '接收日期',
      start: by('received_on'),
      without: null,
    },
    {
      key: 'closure',
      name: '办结',
      event: '办结',
      done: 'closed_on',
      from: accepted ? '受理决定日期' : '受理期限届满日（未作受理决定）',
      start: accepted ?? text(row, 'acceptance_due'),
      extensionDays: Number(row.extension_days ?? 0),
      without: elsewhere,
    },
    {
      key: 'feedback',
      name: '反馈',
      event: '反馈',
      done: 'feedback_on',
      from: '办结日期',
      start: by('closed_on'),
      without: elsewhere ?? anonymous ?? (by('closed_on') ? null : '截止日前未办结'),
    },
  ];
}

function penaltySteps(row: EvidenceRow, by: (key: string) => Day | null): StepOf[] {
  const withheld = text(row, 'nondisclosure_reason') && by('nondisclosure_approved_on') ? '依法不予公开' : null;
  return [
    {
      key: 'disclosure',
      name: '公示',
      event: '公示',
      done: 'disclosed_on',
      from: '处罚决定日期',
      start: by('decided_on'),
      without: row.procedure === '简易程序' ? '简易程序' : (withheld ?? (by('decided_on') ? null : '没有处罚决定')),
    },
  ];
}

function stateOf(
  { calendar }: Office,
  done: Day | null,
  due: Day | null,
  asOf: Day,
): Pick<DeadlineLine, 'state' | 'words'> {
  if (due === null) return { state: 'not_applicable', words: '没有适用的期限' };
  if (done !== null && done <= due)
    return { state: 'on_time', words: due > asOf ? '按期（期限在截止日之后，尚不计入及时率）' : '按期' };
  if (due > asOf) return { state: 'not_due', words: '未到期' };
  const days = withinCalendar(() =>
    calendar.workingDaysBetween(due, done === null ? asOf : calendar.nextWorkingDay(done)),
  );
  const late = days === null ? '，天数未知（该年度节假日安排未公布）' : ` ${days} 个工作日`;
  return done === null
    ? { state: 'open', words: `至截止日未完成，已超期${late}` }
    : { state: 'late', words: `超期${late}` };
}

/** A limit that ends beyond the published calendar: after a cut-off within it, at an unknown day otherwise. */
const beyondCalendar = (asOf: Day): Pick<DeadlineLine, 'state' | 'words'> =>
  asOf > CALENDAR_LAST
    ? { state: 'undated', words: '期限未定：落在未公布节假日的年度，未计' }
    : { state: 'not_due', words: '未到期（期限落在未公布节假日的年度）' };
