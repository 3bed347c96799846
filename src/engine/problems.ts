import type { Catalogue } from '../domain/catalogue/catalogue';
import { fieldLabel, ledgerField } from '../domain/ledgers';
import { masked, mayBePerson } from '../domain/persons';
import { type ProblemCode, severityOf } from '../domain/problemCodes';
import type { ProblemGroup, ProblemGroupPage } from '../domain/problemGroups';
import { type SubmissionProblem, sentenceIn } from '../domain/problems';
import type { ValueCount } from '../domain/problemWords';
import type { RowRun } from '../domain/rowRuns';
import type { Submission } from '../domain/submission';
import type { Database, Row } from './port';
import {
  type GroupKey,
  groupCount,
  groupRows,
  groupRuns,
  groupValues,
  onlyProblems,
  type ProblemFilter,
  problemCount,
  problemRows,
} from './sql/problems';

/** The files that count, by the key of their rows. */
type Files = ReadonlyMap<number, Submission>;

/** One page of the problems themselves. */
export async function problemsPage(
  catalogue: Catalogue,
  db: Database,
  files: Files,
  filter: ProblemFilter,
  offset: number,
  limit: number,
): Promise<{ total: number; rows: SubmissionProblem[] }> {
  const [count] = await db.rows(problemCount(filter));
  const rows = await db.rows(problemRows(filter, offset, limit));
  return { total: count?.n as number, rows: rows.map((r) => problemOf(catalogue, files, r)) };
}

/** A problem as it is told; what can be a person's name is masked. */
export function problemOf(catalogue: Catalogue, files: Files, row: Row): SubmissionProblem {
  const code = row.code as ProblemCode;
  const { submission, field, column } = placeOf(catalogue, files, row);
  const value = row.value as string | null;
  const isPerson = value !== null && mayBePerson(field, row.slipped === true);
  const text = isPerson ? masked(value) : value;
  return {
    file: submission.file,
    submission: submission.id,
    unit: submission.unit,
    period: submission.period,
    ledger: submission.ledger,
    sheet: row.sheet_name as string | null,
    sheetNumber: row.sheet as number | null,
    row: row.row as number | null,
    letters: row.letters as string | null,
    column,
    value: text,
    code,
    severity: severityOf(code),
    message: sentenceIn(catalogue, code, { column, value: text, detail: row.detail as string | null }),
  };
}

function placeOf(catalogue: Catalogue, files: Files, row: Row) {
  const submission = files.get(row.submission as number) as Submission;
  const field = row.field ? ledgerField(catalogue.ledger(submission.ledger), row.field as string) : null;
  return { submission, field, column: field && fieldLabel(field) };
}

/** One page of the problems, those of one cause together. */
export async function groupsPage(
  catalogue: Catalogue,
  db: Database,
  files: Files,
  filter: ProblemFilter,
  offset: number,
  limit: number,
): Promise<ProblemGroupPage> {
  const [count] = await db.rows(groupCount(filter));
  const found = limit > 0 ? await db.rows(groupRows(filter, offset, limit)) : [];
  const groups = found.map((row) => groupOf(catalogue, files, row));
  const keyOf = (row: Row): GroupKey => ({
    key: row.submission as number,
    code: row.code as string,
    id: row.id as string,
  });
  /** Asks for what there is of some groups, and hands it to each. */
  const ask = async (
    of: (row: Row) => boolean,
    query: (keys: readonly GroupKey[]) => string,
    take: (group: ProblemGroup & Runs, row: Row) => void,
  ) => {
    const asked = found.flatMap((row, i) => (of(row) ? [{ row, group: groups[i] as ProblemGroup & Runs }] : []));
    if (asked.length === 0) return;
    for (const row of await db.rows(query(asked.map((a) => keyOf(a.row)))))
      take(asked[row.g as number]?.group as ProblemGroup & Runs, row);
  };
  const isOne = (row: Row) => row.n === 1;
  await ask(isOne, onlyProblems, (group, row) => {
    const { message, value } = problemOf(catalogue, files, row);
    group.message = message;
    if (row.row !== null) Object.assign(group, { runs: [[row.row, row.row]], rows: 1 });
    if (value !== null) Object.assign(group, { values: [{ value, count: 1 }], kinds: 1 });
  });
  const isMany = (row: Row) => !isOne(row);
  await ask(isMany, groupRuns, (group, row) => {
    group.runs.push([row.first as number, row.last as number]);
    group.rows = row.n as number;
  });
  await ask(
    isMany,
    (keys) => groupValues(catalogue, keys),
    (group, row) => {
      group.values.push({ value: row.text as string, count: row.n as number });
      group.kinds = row.kinds as number;
    },
  );
  for (const [i, group] of groups.entries())
    if (group.count > 1) group.message = sentenceOf(catalogue, group, found[i] as Row);
  return { total: count?.groups as number, problems: count?.problems as number, groups };
}

/** While it is filled. */
interface Runs {
  runs: RowRun[];
  values: ValueCount[];
}

function groupOf(catalogue: Catalogue, files: Files, row: Row): ProblemGroup & Runs {
  const code = row.code as ProblemCode;
  const { submission, column } = placeOf(catalogue, files, row);
  return {
    submission: submission.id,
    file: submission.file,
    unit: submission.unit,
    period: submission.period,
    ledger: submission.ledger,
    id: row.id as string,
    sheet: row.sheet_name as string | null,
    sheetNumber: row.sheet as number | null,
    runs: [],
    rows: 0,
    letters: row.letters as string | null,
    column,
    count: row.n as number,
    values: [],
    kinds: 0,
    code,
    severity: severityOf(code),
    message: '',
  };
}

/** The sentence of many. */
const sentenceOf = (
  catalogue: Catalogue,
  { code, column, count, values, kinds }: ProblemGroup,
  { detail, cause }: Row,
): string =>
  sentenceIn(catalogue, code, {
    column,
    // What of the detail belongs to the cause is the same in all.
    detail: (cause ?? detail) as string | null,
    many: { count, values, kinds },
  });
