import { FILE_NOTE_SEVERITY, type ProblemCode, type Severity } from './problemCodes';
import type { ValueCount } from './problemWords';
import type { RowRun } from './rowRuns';
import type { SubmissionKey } from './submission';

/** All problems of one cause in a file: the same wrong with the same column of a sheet. */
export interface ProblemGroup extends SubmissionKey {
  /** Number of the submission in the archive. */
  submission: number;
  file: string;
  /** Tells it apart from others of the same submission and code. */
  id: string;
  sheet: string | null;
  /** Ordinal of the sheet, from 0; null for the whole file. */
  sheetNumber: number | null;
  /** Where it stands, the first runs: one more than a sentence names, so that it shows that there are more. Empty: the whole file or column. */
  runs: readonly RowRun[];
  /** Number of all rows. */
  rows: number;
  /** Letters of the column; null where none is concerned, or several are. */
  letters: string | null;
  column: string | null;
  /** Number of problems, one for each row and column. */
  count: number;
  /** The most frequent values as they are shown, at most `GROUP_VALUES`. */
  values: readonly ValueCount[];
  /** Number of different values. */
  kinds: number;
  code: ProblemCode;
  severity: Severity;
  /** Of one problem its own sentence, else one of all. */
  message: string;
}

export interface ProblemGroupPage {
  /** Number of all groups. */
  total: number;
  /** Number of the problems in all groups. */
  problems: number;
  groups: ProblemGroup[];
}

/** Different values of a group that are shown. */
export const GROUP_VALUES = 3;

/**
 * What of a problem's detail belongs to its cause: all of it (the last day of the period, the unit, how it was counted
 * instead), or the column that it names first (an order of dates). Of other codes it is the row's own.
 */
export const DETAIL_OF_CAUSE: Readonly<Partial<Record<ProblemCode, 'all' | 'column'>>> = {
  required_missing: 'all',
  not_in_list: 'all',
  not_in_list_optional: 'all',
  after_period: 'all',
  after_submission: 'all',
  county_outside_unit: 'all',
  merged_county: 'all',
  county_name_shared: 'all',
  date_order: 'column',
};

/** Each of these stands for itself: its sentence is of many rows already, or of a column or a sheet. */
export const NEVER_GROUPED: readonly ProblemCode[] = (Object.keys(FILE_NOTE_SEVERITY) as ProblemCode[]).filter(
  (code) => code !== 'total_differs',
);
