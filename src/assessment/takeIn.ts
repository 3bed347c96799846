import { LEDGERS } from '../domain/ledgers';
import { type Office, unitName } from '../domain/office';
import { periodName } from '../domain/period';
import {
  FileRefused,
  type Problem,
  type ProblemCode,
  type ProblemFacts,
  problemSentence,
  severityOf,
} from '../domain/problems';
import { effectiveSubmissions, type Submission, type SubmissionKey } from '../domain/submission';
import type { Engine } from '../engine/engine';
import { mapColumns } from '../intake/columns';
import { readFileName } from '../intake/fileName';
import type { Inspected } from '../intake/inspect';
import type { Declared, TakeInOptions } from './workspace';

/** Tells what a file is; in a worker in the browser. */
export type Inspect = (file: Blob, onProgress: (share: number) => void, signal?: AbortSignal) => Promise<Inspected>;

export interface FileToTakeIn {
  id: number;
  path: string;
  data: Blob;
  declared: Declared;
  /** ISO instant. */
  at: string;
}

/**
 * Whose, which period's and which ledger's file this is: as declared, else as the name says.
 * @throws FileRefused `name_silent` naming the missing parts, `unknown_unit`
 */
export function keyOf(office: Office, path: string, declared: Declared): SubmissionKey & { version: number } {
  const name = readFileName(office, path);
  const unit = declared.unit ?? name.unit;
  const period = declared.period ?? name.period;
  const ledger = declared.ledger ?? name.ledger;
  if (!unit && name.unknownUnit && period && ledger) throw new FileRefused('unknown_unit', { value: name.unknownUnit });
  if (!unit || !period || !ledger) {
    const silent = [!unit && '报送单位', !period && '报送期', !ledger && '台账'].filter(Boolean).join('、');
    throw new FileRefused('name_silent', { detail: silent });
  }
  return { unit, period, ledger, version: name.version };
}

/**
 * Takes one file into the engine: told apart, staged, typed, checked. All or nothing.
 * @param options `onInspected` may throw to stop before anything is taken in
 * @throws FileRefused with the reason; Cancelled
 */
export async function takeInFile(
  office: Office,
  engine: Engine,
  inspect: Inspect,
  { id, path, data, declared, at }: FileToTakeIn,
  options: TakeInOptions & { onInspected?: (key: SubmissionKey, sha256: string) => void } = {},
): Promise<{ submission: Submission; problems: number }> {
  const key = keyOf(office, path, declared);
  const { signal, onProgress } = options;
  const inspected = await inspect(data, (share) => onProgress?.('reading', share), signal);
  options.onInspected?.(key, inspected.sha256);
  const ledger = LEDGERS[key.ledger];
  const csv = inspected.kind === 'csv' ? inspected : null;
  // A wrong header is refused before the rows are read.
  if (csv) mapColumns(ledger, csv.headers);
  const checked = await engine.takeIn(
    csv
      ? { kind: 'csv', data: csv.data, delimiter: csv.delimiter, width: csv.headers.length }
      : { kind: 'parquet', data: inspected.data },
    csv?.records ?? null,
    (parquetHeaders) => {
      const headers = csv?.headers ?? parquetHeaders;
      const map = mapColumns(ledger, headers);
      return {
        ...key,
        id,
        kind: inspected.kind,
        width: headers.length,
        receivedOn: declared.receivedOn ?? null,
        columns: Object.fromEntries(Object.entries(map.fields).map(([field, i]) => [field, `c${i}`])),
        firstRow: csv?.firstRow ?? 2,
        skipped: csv?.skipped ?? [],
        notes: map.ignored.map((c) => ({ code: 'ignored_column' as const, value: c.header, detail: c.reason })),
      };
    },
    {
      signal,
      onProgress: (share) => onProgress?.('staging', share),
      onChecking: () => onProgress?.('checking', null),
    },
  );
  const submission: Submission = {
    id,
    file: path,
    unit: key.unit,
    period: key.period,
    ledger: key.ledger,
    version: key.version,
    sha256: inspected.sha256,
    bytes: data.size,
    encoding: inspected.encoding,
    receivedOn: declared.receivedOn ?? null,
    takenInAt: at,
    rowsRead: checked.rowsRead,
    rowsAccepted: checked.rowsAccepted,
    rowsRejected: checked.rowsRejected,
    withdrawnAt: null,
  };
  return { submission, problems: checked.problems };
}

/** Lets the engine hold exactly the submissions that count. @returns them */
export async function settle(
  engine: Engine,
  submissions: readonly Submission[],
  loaded: Set<number>,
): Promise<Submission[]> {
  const effective = effectiveSubmissions(submissions);
  const counting = new Set(effective.map((s) => s.id));
  for (const id of [...loaded])
    if (!counting.has(id)) {
      await engine.remove(id);
      loaded.delete(id);
    }
  await engine.setCurrent(effective.filter((s) => loaded.has(s.id)));
  return effective;
}

/** A problem with a whole file, as lists show it. */
export function fileProblem(file: string, code: ProblemCode, facts: ProblemFacts): Problem {
  return {
    file,
    sheet: null,
    row: null,
    column: facts.column ?? null,
    value: facts.value ?? null,
    code,
    severity: severityOf(code),
    message: problemSentence(code, facts),
  };
}

/** 海南藏族自治州 2017年第三季度 投诉举报台账. */
export const submissionTitle = (office: Office, key: SubmissionKey): string =>
  `${unitName(office, key.unit)} ${periodName(key.period)} ${LEDGERS[key.ledger].name}`;
