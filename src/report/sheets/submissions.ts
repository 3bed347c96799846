import { yearOf } from '../../domain/day';
import { unitName } from '../../domain/office';
import { type Period, periodEnd, periodName, periodShortName, quartersOf } from '../../domain/period';
import { type RegisterEntry, register } from '../../domain/register';
import { REPORTING_STATES } from '../../domain/reportingStates';
import { effectiveSubmissions, type Submission, submissionStatus } from '../../domain/submission';
import { compareText } from '../../domain/text';
import type { BookSheet } from '../book/sheet';
import { number, type ReportCell, STATUS_NAMES } from '../tables';
import type { WorkbookInput } from '../workbookInput';
import { questionLine } from './paper';

/** What the register of a period needs of an assessment. */
export type RegisterInput = Pick<WorkbookInput, 'office' | 'submissions'> & {
  assessment: Pick<WorkbookInput['assessment'], 'period' | 'asOf'>;
};

/** Whether a submission reports on a period, or on part of it. */
export const isOfPeriod = ({ period }: Submission, assessed: Period): boolean => {
  const quarters = quartersOf(assessed);
  return quartersOf(period).some((q) => quarters.includes(q));
};

/** The slots (应报) of the assessed period's quarters. */
export function slotsOf({ office, submissions, assessment: { period, asOf } }: RegisterInput): RegisterEntry[] {
  const quarters = quartersOf(period);
  return register(office, submissions, yearOf(periodEnd(period)), asOf).filter((e) =>
    quartersOf(e.period).every((q) => quarters.includes(q)),
  );
}

/** How a submission stands at the cut-off; one that came in later is told apart. */
export function statusText(s: Submission, effective: readonly Submission[], asOf: string): string {
  const status = submissionStatus(s, effective);
  const later = s.receivedOn !== null && s.receivedOn > asOf;
  return later && (status === 'current' || status === 'zero') ? '截止日后收到' : STATUS_NAMES[status];
}

/**
 * 报送清单: what was due for the period and what came, file by file; then the files of other periods, from which the
 * figures take later states of the same cases.
 * @param unit lists this unit's own first
 */
export function submissionsSheet(input: RegisterInput, unit?: string): BookSheet {
  const { office, assessment } = input;
  const { asOf } = assessment;
  const effective = effectiveSubmissions(input.submissions);
  const slots = slotsOf(input);
  const slotsOfFile = (s: Submission) => slots.filter((e) => e.versions.some((v) => v.id === s.id));
  const ofPeriod = (s: Submission) => isOfPeriod(s, assessment.period);
  const ownFirst = (a: string, b: string) => Number(b === unit) - Number(a === unit);
  const missing = slots.filter((e) => e.versions.length === 0);
  const listed = [...input.submissions].sort(
    (a, b) =>
      Number(ofPeriod(b)) - Number(ofPeriod(a)) ||
      ownFirst(a.unit, b.unit) ||
      compareText(a.file, b.file) ||
      compareText(a.sha256, b.sha256),
  );
  const fileRow = (s: Submission, slot: RegisterEntry | null): ReportCell[] => [
    unitName(office, s.unit),
    // A half-year's file stands for each of its quarters.
    `${periodName(s.period)}${slot && slot.period !== s.period ? `（${periodShortName(slot.period)}）` : ''}`,
    office.catalogue.ledger(s.ledger).name,
    slot?.due ? { day: slot.due } : null,
    s.receivedOn ? { day: s.receivedOn } : '不明',
    slot ? REPORTING_STATES[slot.state].name : ofPeriod(s) ? '不在应报名单' : '其他报送期',
    number(slot?.daysLate ?? null, 'count'),
    number(s.version, 'count'),
    statusText(s, effective, asOf),
    // Nothing is known of rows that cannot be read.
    ...[s.rowsRead, s.rowsAccepted, s.rowsRejected].map((n) => number(s.unreadable ? null : n, 'count')),
    s.file,
    s.sha256,
  ];
  const fileRows = (s: Submission): ReportCell[][] => {
    const of = slotsOfFile(s);
    return of.length > 0 ? of.map((slot) => fileRow(s, slot)) : [fileRow(s, null)];
  };
  const slotRow = (e: RegisterEntry): ReportCell[] => [
    e.unit.name,
    periodName(e.period),
    office.catalogue.ledger(e.ledger).name,
    e.due ? { day: e.due } : null,
    null,
    REPORTING_STATES[e.state].name,
    ...Array<null>(8).fill(null),
  ];
  const [own, others] = [missing.filter((e) => e.unit.id === unit), missing.filter((e) => e.unit.id !== unit)];
  const ownFiles = listed.filter((s) => unit !== undefined && s.unit === unit && ofPeriod(s));
  const otherFiles = listed.filter((s) => !ownFiles.includes(s));
  return {
    name: '报送清单',
    title: '报送清单',
    line: `行数单位：行 · ${questionLine(input)} · 应报 ${slots.length} 份，文件 ${input.submissions.length} 个`,
    table: {
      columns: [
        { label: '报送单位', width: 20 },
        { label: '报送期', width: 18 },
        { label: '台账', width: 16 },
        { label: '应报截止', width: 11 },
        { label: '收到日期', width: 11 },
        { label: '报送情况', width: 11 },
        { label: '迟报（工作日）', width: 8 },
        { label: '版本', width: 6 },
        { label: '状态', width: 13 },
        { label: '读取行数', width: 9 },
        { label: '计入行数', width: 9 },
        { label: '搁置行数', width: 9 },
        { label: '文件', width: 34 },
        { label: 'SHA-256', width: 34 },
      ],
      rows: [
        ...ownFiles.flatMap(fileRows),
        ...own.map(slotRow),
        ...otherFiles.flatMap(fileRows),
        ...others.map(slotRow),
      ],
    },
    notes: [
      '报送情况按首次收到的版本判断，更正不算迟报；半年一份的文件在每个季度各列一行。“不在应报名单”的单位自愿报送，照常计入。“截止日后收到”的文件，其中截止日及以前发生的案件和环节仍计入指标，之后发生的不计；同一案件以最近报送期的一行为准，因此其他报送期的文件也列出。',
      '收到日期“不明”的不计入报送及时率；没有文件的行为应报而未见文件的台账。',
    ],
  };
}
