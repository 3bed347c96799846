import type { Day } from '../domain/day';
import { LEDGERS, type LedgerId } from '../domain/ledgers';
import type { Office } from '../domain/office';
import { type Period, periodEnd } from '../domain/period';
import { type FileNoteCode, FileRefused, PROBLEM_SEVERITY } from '../domain/problems';
import type { Database } from './port';
import { literal, name, value } from './sql/text';
import {
  blankRow,
  dateReadings,
  type FieldColumns,
  ledgerColumns,
  plainSurvey,
  type RowRule,
  rowRules,
  suspicious,
  typedRows,
} from './sql/typing';

/** A staged file on its way in. The staging table is `stage`. */
export interface Incoming {
  id: number;
  unit: string;
  period: Period;
  ledger: LedgerId;
  receivedOn: Day | null;
  /** Columns of `stage`: which holds a field, and all of them, and those beyond the header. */
  columns: FieldColumns;
  all: readonly string[];
  surplus: readonly string[];
  /** Row of the first record as a spreadsheet shows it. */
  firstRow: number;
  /** Blank lines that the reader skipped: before record `record` (0-based) lie `blanks` more of them. */
  skipped: readonly { record: number; blanks: number }[];
  /** Notes on the file as a whole, kept with the problems of its rows. */
  notes: readonly { code: FileNoteCode; value: string; detail: string }[];
}

/** rows read = rows accepted + rows kept aside. */
export interface Checked {
  rowsRead: number;
  rowsAccepted: number;
  rowsRejected: number;
  problems: number;
}

/**
 * Types and checks the staged rows in SQL, keeps the faulty ones aside with their problems, and adds the others to the
 * ledger table. All or nothing: an error leaves the tables as they were.
 */
export async function checkIn(db: Database, office: Office, incoming: Incoming): Promise<Checked> {
  const ledger = LEDGERS[incoming.ledger];
  await readingTables(db, office, incoming);
  const prefecture = office.profile.regions.prefectures.find((p) => p.code === incoming.unit);
  const rules = rowRules(ledger, {
    periodEnd: periodEnd(incoming.period),
    prefecture: prefecture?.code ?? null,
    prefectureName: prefecture?.name ?? null,
    receivedOn: incoming.receivedOn,
  });
  const surplusRule: RowRule = { code: 'surplus_cells', field: null, where: 'surplus IS NOT NULL' };
  const all = [...rules, surplusRule];

  const survey = plainSurvey(ledger, incoming.columns);
  const [looks = {}] = survey ? await db.rows(survey) : [];
  const plain = new Set(Object.keys(looks).filter((field) => looks[field]));
  const dates = dateReadings(ledger, incoming.columns, plain);
  if (dates) await db.run(dates);
  const typedFrom = (only?: string) => typedRows(ledger, incoming.columns, incoming.surplus, plain, only);

  // Most files have some hundred rows and most of these long expressions are read once: planning them costs more than
  // running them, and the optimizer finds nothing to improve in them.
  await db.run('PRAGMA disable_optimizer');
  const counts = await typedAndFound(db, incoming, all, typedFrom).finally(() => db.run('PRAGMA enable_optimizer'));
  const suspects = counts.suspects > 0;

  await db.run('BEGIN TRANSACTION');
  try {
    await db.run(`INSERT INTO ${incoming.ledger}
      SELECT ${incoming.id}, ${rowNumber('t.n', incoming)}, t.place, ${ledgerColumns(ledger)
        .map((c) => `t.${c}`)
        .join(', ')}
      FROM typed t ${skippedJoin('t.n', incoming)}
      ${suspects ? 'WHERE t.n NOT IN (SELECT n FROM aside)' : ''} ORDER BY t.n`);
    if (suspects)
      await db.run(`INSERT INTO problem SELECT ${incoming.id}, row_number, field, value, code, detail FROM found`);
    await insert(
      db,
      'problem',
      incoming.notes.map((n) => [incoming.id, null, null, n.value, n.code, n.detail]),
    );
    await db.run('COMMIT');
  } catch (error) {
    await db.run('ROLLBACK');
    throw error;
  }
  const [found] = await db.rows(`SELECT CAST(count(*) AS INTEGER) AS n FROM problem WHERE submission = ${incoming.id}`);
  for (const table of [
    'typed',
    'repeated',
    'suspect_row',
    'suspect',
    'blank_row',
    'found',
    'aside',
    'skipped',
    'date_text',
  ])
    await db.run(`DROP TABLE IF EXISTS ${table}`);
  return {
    rowsRead: counts.read,
    rowsAccepted: counts.read - counts.rejected,
    rowsRejected: counts.rejected,
    problems: found?.n as number,
  };
}

/**
 * Fills `typed` (all rows, `suspicious` where a rule may be broken) and, where any is, `found` (the problems of those,
 * `n` and `row_number`) and `aside` (`n` of the rows that do not count: faulty, or wholly blank).
 */
async function typedAndFound(
  db: Database,
  incoming: Incoming,
  rules: readonly RowRule[],
  typedFrom: (only?: string) => string,
): Promise<{ read: number; rejected: number; suspects: number }> {
  const ledger = LEDGERS[incoming.ledger];
  const id = name(ledger.idField);
  const typed = ['n', 'place', ...ledgerColumns(ledger)].join(', ');
  await db.run(`CREATE OR REPLACE TEMP TABLE typed AS
    SELECT ${typed}, ${suspicious(rules)} AS suspicious FROM (${typedFrom()})`);
  await db.run(`CREATE OR REPLACE TEMP TABLE repeated AS
    SELECT ${id} AS id, min(n) AS first FROM typed WHERE ${id} IS NOT NULL GROUP BY ${id} HAVING count(*) > 1`);
  await db.run(`CREATE OR REPLACE TEMP TABLE suspect_row AS
    SELECT t.n, r.first FROM typed t LEFT JOIN repeated r ON r.id = t.${id} AND t.n <> r.first
    WHERE t.suspicious OR r.first IS NOT NULL`);
  const [counts] = await db.rows(`SELECT CAST((SELECT count(*) FROM typed) AS INTEGER) AS rows,
    CAST((SELECT count(*) FROM suspect_row) AS INTEGER) AS suspects`);
  const { rows, suspects } = counts as { rows: number; suspects: number };
  await skippedTable(db, incoming);
  if (suspects === 0) return { read: rows, rejected: 0, suspects };

  await problemRows(db, incoming, rules, typedFrom('s.rowid IN (SELECT n FROM suspect_row)'));
  await db.run(`CREATE OR REPLACE TEMP TABLE aside AS
    SELECT DISTINCT n, true AS faulty FROM found WHERE code IN (${errorCodes})
    UNION ALL SELECT n, false FROM blank_row`);
  const [sides] = await db.rows(`SELECT CAST(count(*) FILTER (WHERE faulty) AS INTEGER) AS faulty,
    CAST(count(*) FILTER (WHERE NOT faulty) AS INTEGER) AS blank FROM aside`);
  const { faulty, blank } = sides as { faulty: number; blank: number };
  return { read: rows - blank, rejected: faulty, suspects };
}

const errorCodes = Object.entries(PROBLEM_SEVERITY)
  .filter(([, severity]) => severity === 'error')
  .map(([code]) => literal(code))
  .join(', ');

/** Readings of the distinct texts of the county and department columns, made by the domain's matching. */
async function readingTables(db: Database, office: Office, { columns }: Incoming): Promise<void> {
  const distinct = async (field: string): Promise<string[]> => {
    const column = columns[field];
    if (!column) return [];
    const rows = await db.rows(`SELECT DISTINCT ${name(column)} AS text FROM stage WHERE ${name(column)} IS NOT NULL`);
    return rows.map((r) => String(r.text));
  };
  await db.run(
    'CREATE OR REPLACE TEMP TABLE place_text (text VARCHAR, code VARCHAR, prefecture VARCHAR, name VARCHAR, caution VARCHAR)',
  );
  const places = (await distinct('county')).flatMap((text) => {
    const match = office.regions.match(text);
    if (!match) return [];
    const { place } = match;
    return [[text, place.code, place.prefecture, place.name, match.caution ?? null]];
  });
  await insert(db, 'place_text', places);
  await db.run('CREATE OR REPLACE TEMP TABLE department_text (text VARCHAR, id VARCHAR, ambiguous VARCHAR)');
  const departments = (await distinct('department')).flatMap((text) => {
    const match = office.departments.match(text);
    if (!match) return [];
    return 'department' in match
      ? [[text, match.department.id, null]]
      : [[text, null, match.ambiguous.map((d) => `「${d.name}」`).join('')]];
  });
  await insert(db, 'department_text', departments);
}

/** Inserts rows of literals, some thousands at a time. */
async function insert(db: Database, table: string, rows: readonly (string | number | null)[][]): Promise<void> {
  for (let i = 0; i < rows.length; i += 2000)
    await db.run(
      `INSERT INTO ${table} VALUES ${rows
        .slice(i, i + 2000)
        .map((r) => `(${r.map(value).join(', ')})`)
        .join(', ')}`,
    );
}

/** SQL for the row number, as a spreadsheet shows it, of the record with this ordinal. Needs `skippedJoin`. */
const rowNumber = (ordinal: string, { firstRow, skipped }: Incoming): string =>
  `CAST(${ordinal} + ${firstRow}${skipped.length ? ' + coalesce(k.blanks, 0)' : ''} AS INTEGER)`;

const skippedJoin = (ordinal: string, { skipped }: Incoming): string =>
  skipped.length ? `ASOF LEFT JOIN skipped k ON ${ordinal} >= k.record` : '';

/** Blank lines that the reader skipped, for `skippedJoin`. */
async function skippedTable(db: Database, { skipped }: Incoming): Promise<void> {
  if (skipped.length === 0) return;
  await db.run('CREATE OR REPLACE TEMP TABLE skipped (record BIGINT, blanks INTEGER)');
  await insert(
    db,
    'skipped',
    skipped.map((s) => [s.record, s.blanks]),
  );
}

/**
 * Fills the table `found` with the problems of the suspect rows: only those are looked at again, with their text.
 * @param suspects SQL for the typed rows of the suspects
 */
async function problemRows(
  db: Database,
  incoming: Incoming,
  rules: readonly RowRule[],
  suspects: string,
): Promise<void> {
  const ledger = LEDGERS[incoming.ledger];
  await db.run(`CREATE OR REPLACE TEMP TABLE blank_row AS
    SELECT s.rowid AS n FROM stage s WHERE s.rowid IN (SELECT n FROM suspect_row) AND ${blankRow(incoming.all)}`);
  await db.run(`CREATE OR REPLACE TEMP TABLE suspect AS
    SELECT t.*, ${rowNumber('t.n', incoming)} AS row_number FROM (${suspects}) t ${skippedJoin('t.n', incoming)}
    WHERE t.n NOT IN (SELECT n FROM blank_row)`);
  const select = (r: RowRule) => `
    SELECT n, row_number, ${value(r.field)} AS field,
      ${r.field ? name(`r_${r.field}`) : r.code === 'surplus_cells' ? 'surplus' : 'NULL'} AS value,
      ${literal(r.code)} AS code, CAST(${r.detail ?? 'NULL'} AS VARCHAR) AS detail
    FROM suspect WHERE ${r.where}`;
  const repeated = `SELECT s.n, s.row_number, ${literal(ledger.idField)}, s.${name(`r_${ledger.idField}`)}, 'duplicate_id',
      CAST(${rowNumber('r.first', incoming)} AS VARCHAR)
    FROM suspect s JOIN suspect_row r ON r.n = s.n AND r.first IS NOT NULL
    ${skippedJoin('r.first', incoming)}`;
  await db.run(`CREATE OR REPLACE TEMP TABLE found AS ${[...rules.map(select), repeated].join('\nUNION ALL ')}`);
}

/** @throws FileRefused when the reader took in fewer or more records than the file holds */
export function sameCount(staged: number, records: number): void {
  if (staged !== records)
    throw new FileRefused('row_count_mismatch', { detail: `文件有 ${records} 行，读出 ${staged} 行` });
}
