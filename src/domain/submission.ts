import type { Day } from './day';
import type { LedgerId } from './ledgers';
import { type Period, periodEnd, periodStart } from './period';
import type { ReadingAnswers } from './reading/reading';

/** Whose submission: a prefecture's code or a department's id. */
export type UnitId = string;

/** What a submission is about: one reporting unit × one period × one ledger. */
export interface SubmissionKey {
  unit: UnitId;
  period: Period;
  ledger: LedgerId;
}

/** One file taken in. The bytes are kept beside it, under their SHA-256. */
export interface Submission extends SubmissionKey {
  /** Ordinal in the archive, never used again. */
  id: number;
  /** Path as it came, with `/` between folders. */
  file: string;
  sha256: string;
  bytes: number;
  /** Encoding of the text; `parquet` for Parquet. */
  encoding: string;
  /** What was answered about its texts, where something was to be asked: it is always read alike. */
  answers?: ReadingAnswers | undefined;
  /** Version said by the file name (`_v2`, `_更正`), 1 where it says none. */
  version: number;
  /** Day on which the office received it; null where unknown. */
  receivedOn: Day | null;
  /** ISO instant of intake. */
  takenInAt: string;
  rowsRead: number;
  rowsAccepted: number;
  rowsRejected: number;
  /** Set when the person withdrew it (ISO instant). */
  withdrawnAt: string | null;
  /** The bytes kept here are missing or altered: it counts nowhere until they are mended. Never archived. */
  unreadable?: true;
  /**
   * No rows are known of it and its bytes were not read on this visit: it may be a zero return, or a file that cannot be read. Never
   * archived.
   */
  uncounted?: true;
}

export type SubmissionStatus = 'current' | 'zero' | 'superseded' | 'withdrawn' | 'unreadable';

export const submissionKey = (s: SubmissionKey): string => `${s.unit}|${s.period}|${s.ledger}`;

/** Whether two submissions are the same file for the same unit, period and ledger, read alike. */
export const sameContent = (a: Content, b: Content): boolean =>
  a.sha256 === b.sha256 && submissionKey(a) === submissionKey(b) && sameAnswers(a.answers, b.answers);

type Content = SubmissionKey & Pick<Submission, 'sha256' | 'answers'>;

export const sameAnswers = (a: ReadingAnswers = {}, b: ReadingAnswers = {}): boolean =>
  Object.entries({ ...a, ...b }).every(([question, answer]) => {
    const of = question as keyof ReadingAnswers;
    return a[of] === answer && b[of] === answer;
  });

/** Versions of one key in order: by the version of the name, the day received, then the order of intake. */
export const compareVersions = (a: Submission, b: Submission): number =>
  a.version - b.version || (a.receivedOn ?? '').localeCompare(b.receivedOn ?? '') || a.id - b.id;

/**
 * The submissions that count: of each unit × period × ledger the latest version that is not withdrawn. Where that one is
 * unreadable none counts: the version before it was replaced for a reason.
 */
export function effectiveSubmissions(submissions: readonly Submission[]): Submission[] {
  const latest = new Map<string, Submission>();
  for (const s of submissions) {
    if (s.withdrawnAt) continue;
    const held = latest.get(submissionKey(s));
    if (!held || compareVersions(held, s) < 0) latest.set(submissionKey(s), s);
  }
  return [...latest.values()].filter((s) => !s.unreadable).sort((a, b) => a.id - b.id);
}

export function submissionStatus(s: Submission, effective: readonly Submission[]): SubmissionStatus {
  if (s.withdrawnAt) return 'withdrawn';
  if (s.unreadable) return 'unreadable';
  if (!effective.some((e) => e.id === s.id)) return 'superseded';
  return isZero(s) ? 'zero' : 'current';
}

/** A zero return (零申报): a file that was read and has no rows. */
export const isZero = (s: Submission): boolean => s.rowsRead === 0 && !s.unreadable && !s.uncounted;

/** Orders periods so that a case's latest state is the one of the latest period: by end, then by start. */
export const comparePeriods = (a: Period, b: Period): number =>
  periodEnd(a).localeCompare(periodEnd(b)) || periodStart(a).localeCompare(periodStart(b));
