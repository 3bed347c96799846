import type { Period } from '../domain/period';
import type { Problem } from '../domain/problems';
import type { ItemScore } from '../domain/scoring';
import { effectiveSubmissions, type Submission, submissionStatus } from '../domain/submission';
import type { Assessment } from './assess';

interface UnitItemScore extends ItemScore {
  /** Id of the unit's group. */
  group: string;
  id: string;
}

/** An assessment as it is written: points by the ids of their unit and item, each figure once. */
export const asWritten = ({ profile, scheme, period, asOf, indicators, sheets, ranking }: Assessment) => ({
  profile,
  scheme,
  period,
  asOf,
  indicators,
  scores: sheets.map(({ group, id, score }): UnitItemScore => ({ group, id, ...score })),
  ranking,
});

/** The result as the command line prints it. See `docs/formats.md`. */
export interface AssessmentDocument extends ReturnType<typeof asWritten> {
  submissions: readonly {
    file: string;
    unit: string | null;
    period: Period | null;
    ledger: string | null;
    encoding: string | null;
    sha256: string;
    rowsRead: number;
    rowsAccepted: number;
    rowsRejected: number;
    status: string;
  }[];
  problems: readonly Problem[];
  /** How files were read, where not as the template has it: rows passed over, texts mended. `severity` is `note`. */
  notes: readonly Problem[];
}

/** A file that was refused whole, as far as it was understood. */
export interface RefusedFile {
  file: string;
  sha256: string;
  /** As far as its name tells. */
  unit?: string | null;
  period?: Period | null;
  ledger?: string | null;
  problem: Problem;
}

/**
 * The result with the submissions and problems behind it, as `--json` prints it and the page exports it. Submissions are
 * in order of file, problems of file, row, column and code, so that the same files give the same text in whatever order
 * they came.
 */
export function documentOf(
  assessment: Assessment,
  submissions: readonly Submission[],
  refused: readonly RefusedFile[],
  problems: readonly Problem[],
): AssessmentDocument {
  const effective = effectiveSubmissions(submissions);
  const taken = submissions.map((s) => ({
    file: s.file,
    unit: s.unit,
    period: s.period,
    ledger: s.ledger,
    encoding: s.encoding,
    sha256: s.sha256,
    rowsRead: s.rowsRead,
    rowsAccepted: s.rowsAccepted,
    rowsRejected: s.rowsRejected,
    status: submissionStatus(s, effective) as string,
  }));
  const untaken = refused.map(({ file, sha256, unit = null, period = null, ledger = null }) => ({
    file,
    unit,
    period,
    ledger,
    encoding: null,
    sha256,
    rowsRead: 0,
    rowsAccepted: 0,
    rowsRejected: 0,
    status: 'refused',
  }));
  const all = [...refused.map((r) => r.problem), ...problems].sort(compareProblems).map(withItsFile);
  const { profile, scheme, period, asOf, indicators, scores, ranking } = asWritten(assessment);
  return {
    profile,
    scheme,
    period,
    asOf,
    submissions: [...taken, ...untaken].sort((a, b) => inOrder([a.file, b.file], [a.sha256, b.sha256])),
    problems: all.filter((p) => p.severity !== 'note'),
    notes: all.filter((p) => p.severity === 'note'),
    indicators,
    scores,
    ranking,
  };
}

/** Whose a problem is stands with its file. */
const withItsFile = ({ file, sheet, row, column, value, code, severity, message }: Problem): Problem => ({
  file,
  sheet,
  row,
  column,
  value,
  code,
  severity,
  message,
});

type Key = string | number | null;

/** Nulls first; text by its characters, not by the language of the computer. */
const compareKeys = (a: Key, b: Key): number => {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
};

/** The order of two things by pairs of their keys, the most important first. */
const inOrder = (...pairs: readonly (readonly [Key, Key])[]): number => {
  for (const [a, b] of pairs) {
    const order = compareKeys(a, b);
    if (order !== 0) return order;
  }
  return 0;
};

/** By file, row, column and code: an order that does not depend on that in which files came. */
export const compareProblems = (a: Problem, b: Problem): number =>
  inOrder(
    [a.file, b.file],
    [a.sheet, b.sheet],
    [a.row, b.row],
    [a.column, b.column],
    [a.code, b.code],
    [a.value, b.value],
  );
