import type { Day } from '../domain/day';
import { LEDGERS, type Ledger, type LedgerId } from '../domain/ledgers';
import type { Office } from '../domain/office';
import { type Period, periodEnd } from '../domain/period';
import { type FileNoteCode, FileRefused, PROBLEM_SEVERITY } from '../domain/problems';
import { readBytes } from './bytesText';
import type { Attached, Database } from './port';
import { cellText } from './sql/cellText';
import { insertRows } from './sql/insert';
import { literal, name, value } from './sql/text';
import {
  blankRow,
  copyIncoming,
  dateReadings,
  type FileColumns,
  incomingTables,
  ledgerColumns,
  plainSurvey,
  type RowRule,
  rowRules,
  suspicious,
  typedRows,
} from './sql/typing';

/** A file on its way in, its columns known. */
export interface Incoming {
  unit: string;
  period: Period;
  ledger: LedgerId;
  receivedOn: Day | null;
  columns: FileColumns;
  /** Row of the first record as a spreadsheet shows it. */
  firstRow: number;
  /** Blank lines that the reader skipped: before record `record` (0-based) lie `blanks` of them in all. */
  skipped: readonly { record: number; blanks: number }[];
  /** Notes on the file as a whole, kept with the problems of its rows. */
  notes: readonly { code: FileNoteCode; value: string; detail: string }[];
}

/** The same with the key that the engine gave its rows. */
export type Keyed = Incoming & { key: number };

/** rows read = rows accepted + rows kept aside. */
export interface Checked {
  rowsRead: number;
  rowsAccepted: number;
  rowsRejected: number;
  problems: number;
}

/** Rows from which on a plan is worth its optimizing. */
const WORTH_OPTIMIZING = 50_000;

/** Opens the tables for a batch of one ledger's files. */
export async function beginBatch(db: Database, ledger: Ledger): Promise<void> {
  for (const sql of incomingTables(ledger)) await db.run(sql);
  await db.run('CREATE OR REPLACE TEMP TABLE skipped (file INTEGER, record BIGINT, blanks INTEGER)');
}

/**
 * Copies an attached file's cells into the batch.
 * @param expected records the file holds by an independent count; null where the form counts them itself
 * @throws FileRefused `row_count_mismatch` where the reader took in fewer or more, `column_type`; the batch is as before
 */
export async function addToBatch(
  db: Database,
  office: Office,
  attached: Attached,
  incoming: Keyed,
  expected: number | null,
): Promise<void> {
  const { key } = incoming;
  const bytes = byteColumns(attached, incoming.columns);
  const bytesText = await readBytes(db, attached, bytes);
  await db.run(copyIncoming(LEDGERS[incoming.ledger], key, attached, incoming.columns, bytesText));
  if (expected !== null) {
    const [count] = await db.rows(`SELECT CAST(count(*) AS INTEGER) AS n FROM incoming WHERE file = ${key}`);
    if (count?.n !== expected) {
      await db.run(`DELETE FROM incoming WHERE file = ${key}`);
      throw new FileRefused('row_count_mismatch', { detail: `文件有 ${expected} 行，读出 ${count?.n} 行` });
    }
  }
  const prefecture = office.profile.regions.prefectures.find((p) => p.code === incoming.unit);
  await db.run(
    `INSERT INTO incoming_file VALUES (${[
      key,
      periodEnd(incoming.period),
      prefecture?.code ?? null,
      prefecture?.name ?? null,
      incoming.receivedOn,
      incoming.firstRow,
    ]
      .map(value)
      .join(', ')})`,
  );
  await insertRows(
    db,
    'skipped',
    incoming.skipped.map((s) => [key, s.record, s.blanks]),
  );
}

/**
 * The byte columns among those of the ledger's fields.
 * @throws FileRefused `column_type` where one is of a type that no field can be of
 */
function byteColumns({ types }: Attached, { fields }: FileColumns): string[] {
  const read = Object.values(fields).map((column) => [column, types.get(column) ?? 'VARCHAR'] as const);
  const strange = read.filter(([column, type]) => cellText(column, type) === null);
  if (strange.length)
    throw new FileRefused('column_type', {
      detail: strange.map(([column, type]) => `「${column}」（${type}）`).join(''),
    });
  return read.filter(([, type]) => type === 'BLOB').map(([column]) => column);
}

/**
 * Types and checks the batch in SQL, keeps the faulty rows aside with their problems, and adds the others to the ledger
 * table. All or nothing: an error leaves the tables as they were.
 * @returns the counts of each file, by key
 */
export async function checkBatch(
  db: Database,
  office: Office,
  ledger: Ledger,
  files: readonly Keyed[],
): Promise<Map<number, Checked>> {
  await readingTables(db, office);
  const [looks = {}] = await db.rows(plainSurvey(ledger));
  const plain = new Set(Object.keys(looks).filter((field) => looks[field]));
  const dates = dateReadings(ledger, plain);
  if (dates) await db.run(dates);
  // Most batches are small: planning these long expressions then costs more than running them. In a large one the optimizer
  // pays, by dropping the columns that a step does not need.
  const [size] = await db.rows('SELECT CAST(count(*) AS INTEGER) AS n FROM incoming');
  const small = (size?.n as number) < WORTH_OPTIMIZING;
  if (small) await db.run('PRAGMA disable_optimizer');
  try {
    await typedAndFound(db, ledger, plain);
  } finally {
    if (small) await db.run('PRAGMA enable_optimizer');
  }

  await db.run('BEGIN TRANSACTION');
  try {
    await db.run(`INSERT INTO ${ledger.id}
      SELECT t.file, ${ROW_NUMBER('t')}, t.place, ${ledgerColumns(ledger)
        .map((c) => `t.${c}`)
        .join(', ')}
      FROM typed t JOIN incoming_file i ON i.file = t.file ${SKIPPED('t')}
      WHERE t.k NOT IN (SELECT k FROM aside) ORDER BY t.k`);
    await db.run('INSERT INTO problem SELECT file, row_number, field, value, code, detail FROM found');
    await insertRows(
      db,
      'problem',
      files.flatMap((f) => f.notes.map((n) => [f.key, null, null, n.value, n.code, n.detail])),
    );
    await assertOwnRows(db, ledger, files);
    await db.run('COMMIT');
  } catch (error) {
    await db.run('ROLLBACK');
    throw error;
  }
  return counts(db, files);
}

/** No row may stand twice, or under another file's key: cells would count it twice and nobody would see. */
async function assertOwnRows(db: Database, ledger: Ledger, files: readonly Keyed[]): Promise<void> {
  const [row = {}] = await db.rows(`SELECT
    CAST((SELECT count(*) FROM typed) - (SELECT count(*) FROM aside) AS INTEGER) AS meant,
    CAST(count(*) AS INTEGER) AS inserted, CAST(count(DISTINCT submission * 4294967296 + "row") AS INTEGER) AS told_apart
    FROM ${ledger.id} WHERE submission IN (${files.map((f) => f.key).join(', ')})`);
  const { meant, inserted, told_apart: toldApart } = row;
  if (meant !== inserted || inserted !== toldApart)
    throw new RangeError(`${ledger.id}: ${meant} rows meant, ${inserted} inserted, ${toldApart} told apart`);
}

/** Forgets the batch, whatever became of it. */
export async function endBatch(db: Database): Promise<void> {
  for (const table of TABLES) await db.run(`DROP TABLE IF EXISTS ${table}`);
}

const TABLES = [
  'incoming',
  'incoming_file',
  'skipped',
  'bytes_text',
  'place_text',
  'department_text',
  'date_text',
  'typed',
  'repeated',
  'suspect_row',
  'suspect',
  'blank_row',
  'found',
  'aside',
];

async function counts(db: Database, files: readonly Keyed[]): Promise<Map<number, Checked>> {
  const read = await db.rows(`SELECT t.file AS file, CAST(count(*) AS INTEGER) AS rows,
      CAST(count(*) FILTER (WHERE a.faulty) AS INTEGER) AS faulty, CAST(count(*) FILTER (WHERE NOT a.faulty) AS INTEGER) AS blank
    FROM typed t LEFT JOIN aside a ON a.k = t.k GROUP BY t.file`);
  const keys = files.map((f) => f.key).join(', ');
  const problems = await db.rows(
    `SELECT submission, CAST(count(*) AS INTEGER) AS n FROM problem WHERE submission IN (${keys}) GROUP BY submission`,
  );
  return new Map(
    files.map(({ key }) => {
      const r = read.find((x) => x.file === key) ?? { rows: 0, faulty: 0, blank: 0 };
      const rowsRead = (r.rows as number) - (r.blank as number);
      const rowsRejected = r.faulty as number;
      const found = (problems.find((x) => x.submission === key)?.n as number | undefined) ?? 0;
      return [key, { rowsRead, rowsAccepted: rowsRead - rowsRejected, rowsRejected, problems: found }];
    }),
  );
}

/** Readings of the distinct texts of the county and department columns, made by the domain's matching. */
async function readingTables(db: Database, office: Office): Promise<void> {
  await db.run(
    `CREATE OR REPLACE TEMP TABLE place_text (text VARCHAR, unit VARCHAR, code VARCHAR, prefecture VARCHAR, name VARCHAR,
      caution VARCHAR, ambiguous VARCHAR)`,
  );
  // The same name can mean one county in one prefecture's file and another in the next one's.
  const texts = await db.rows(`SELECT DISTINCT s.r_county AS text, i.unit_prefecture AS unit
    FROM incoming s JOIN incoming_file i ON i.file = s.file WHERE s.r_county IS NOT NULL`);
  const places = texts.flatMap((row) => {
    const text = String(row.text);
    const unit = row.unit === null ? null : String(row.unit);
    const match = office.regions.match(text, unit);
    if (!match) return [];
    if ('ambiguous' in match)
      return [[text, unit, null, null, null, null, match.ambiguous.map((p) => office.regions.fullName(p)).join('、')]];
    const { place } = match;
    return [[text, unit, place.code, place.prefecture, place.name, match.caution ?? null, null]];
  });
  await insertRows(db, 'place_text', places);
  await db.run('CREATE OR REPLACE TEMP TABLE department_text (text VARCHAR, id VARCHAR, ambiguous VARCHAR)');
  const offices = await db.rows('SELECT DISTINCT r_department AS text FROM incoming WHERE r_department IS NOT NULL');
  const departments = offices.flatMap((row) => {
    const text = String(row.text);
    const match = office.departments.match(text);
    if (!match) return [];
    return 'department' in match
      ? [[text, match.department.id, null]]
      : [[text, null, match.ambiguous.map((d) => `「${d.name}」`).join('')]];
  });
  await insertRows(db, 'department_text', departments);
}

/** SQL for the row number, as a spreadsheet shows it, of a row with `file` and `n`. Needs `i` and `SKIPPED`. */
const ROW_NUMBER = (row: string, n = `${row}.n`): string =>
  `CAST(${n} + i.first_row + coalesce(${row}_skip.blanks, 0) AS INTEGER)`;

const SKIPPED = (row: string, n = `${row}.n`): string =>
  `ASOF LEFT JOIN skipped ${row}_skip ON ${row}_skip.file = ${row}.file AND ${n} >= ${row}_skip.record`;

const ERROR_CODES = Object.entries(PROBLEM_SEVERITY)
  .filter(([, severity]) => severity === 'error')
  .map(([code]) => literal(code))
  .join(', ');

/**
 * Fills `typed` (all rows), `found` (the problems, with `k` and `row_number`) and `aside` (`k` of the rows that do not
 * count: faulty, or wholly blank). Only rows that look suspicious are put to the exact rules.
 */
async function typedAndFound(db: Database, ledger: Ledger, plain: ReadonlySet<string>): Promise<void> {
  const rules = rowRules(ledger);
  const id = name(ledger.idField);
  await db.run(`CREATE OR REPLACE TEMP TABLE typed AS
    SELECT k, file, n, place, ${ledgerColumns(ledger).join(', ')}, ${suspicious(rules)} AS suspicious
    FROM (${typedRows(ledger, plain)})`);
  await db.run(`CREATE OR REPLACE TEMP TABLE repeated AS
    SELECT file, ${id} AS id, min(n) AS first FROM typed WHERE ${id} IS NOT NULL GROUP BY file, ${id} HAVING count(*) > 1`);
  await db.run(`CREATE OR REPLACE TEMP TABLE suspect_row AS
    SELECT t.k, t.file, r.first FROM typed t
    LEFT JOIN repeated r ON r.file = t.file AND r.id = t.${id} AND t.n <> r.first
    WHERE t.suspicious OR r.first IS NOT NULL`);
  await db.run(`CREATE OR REPLACE TEMP TABLE blank_row AS
    SELECT s.rowid AS k FROM incoming s WHERE s.rowid IN (SELECT k FROM suspect_row) AND ${blankRow(ledger)}`);
  await db.run(`CREATE OR REPLACE TEMP TABLE suspect AS
    SELECT t.*, ${ROW_NUMBER('t')} AS row_number
    FROM (${typedRows(ledger, plain, 's.rowid IN (SELECT k FROM suspect_row)')}) t
    JOIN incoming_file i ON i.file = t.file ${SKIPPED('t')}
    WHERE t.k NOT IN (SELECT k FROM blank_row)`);
  const select = (r: RowRule) => `
    SELECT k, file, row_number, ${value(r.field)} AS field,
      ${r.field ? name(`r_${r.field}`) : r.code === 'surplus_cells' ? 'surplus' : 'NULL'} AS value,
      ${literal(r.code)} AS code, CAST(${r.detail ?? 'NULL'} AS VARCHAR) AS detail
    FROM suspect WHERE ${r.where}`;
  const repeated = `SELECT s.k, s.file, s.row_number, ${literal(ledger.idField)}, s.${name(`r_${ledger.idField}`)}, 'duplicate_id',
      CAST(${ROW_NUMBER('r', 'r.first')} AS VARCHAR)
    FROM suspect s JOIN suspect_row r ON r.k = s.k AND r.first IS NOT NULL
    JOIN incoming_file i ON i.file = r.file ${SKIPPED('r', 'r.first')}`;
  await db.run(`CREATE OR REPLACE TEMP TABLE found AS ${[...rules.map(select), repeated].join('\nUNION ALL ')}`);
  await db.run(`CREATE OR REPLACE TEMP TABLE aside AS
    SELECT DISTINCT k, true AS faulty FROM found WHERE code IN (${ERROR_CODES}) UNION ALL SELECT k, false FROM blank_row`);
}
