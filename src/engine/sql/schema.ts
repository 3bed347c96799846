import type { Field, Ledger, LedgerId } from '../../domain/ledgers';
import type { Office } from '../../domain/office';
import type { Target } from '../port';
import { knownTexts, oneOf } from './known';
import { stored } from './stored';
import { name } from './text';

/** SQL type of a field's column in the ledger table, but for texts. */
const TYPES: Partial<Record<Field['type'], string>> = { date: 'DATE', count: 'INTEGER', amount: 'DOUBLE' };

/** Name of a field's column: of the county its place. */
const columnName = (field: Field): string => (field.type === 'county' ? 'place' : field.name);

/**
 * SQL of a table.
 * @param types of its columns that are no whole numbers
 * @param id the column in which every row has its own text
 */
const created = ({ name: table, columns }: Target, types: Readonly<Record<string, string>>, id: string): string =>
  `CREATE OR REPLACE TABLE ${table} (${columns.map((c) => `${name(c)} ${stored(types[c] ?? 'INTEGER', c === id)}`).join(', ')})`;

/** The table of a ledger's rows. */
export const ledgerTable = (ledger: Ledger, office: Office): Target => ({
  name: ledger.id,
  columns: ['submission', 'sheet', 'row', ...ledger.fields.map(columnName)],
  known: Object.fromEntries(
    ledger.fields.flatMap((f) => {
      const texts = knownTexts(f, office);
      return texts ? [[columnName(f), texts]] : [];
    }),
  ),
});

const ledgerSql = (ledger: Ledger, office: Office): string =>
  created(
    ledgerTable(ledger, office),
    Object.fromEntries(ledger.fields.map((f) => [columnName(f), TYPES[f.type] ?? oneOf(knownTexts(f, office))])),
    ledger.idField,
  );

export const PROBLEM_TABLE: Target = {
  name: 'problem',
  columns: ['submission', 'sheet', 'row', 'letters', 'field', 'value', 'code', 'detail'],
};

export const ASIDE_TABLE: Target = { name: 'aside', columns: ['submission', 'sheet', 'row', 'header', 'cells'] };

/**
 * Tables that hold the rows taken in. `submission` is the engine's own key of a file's rows, which `current_submission`
 * leads to the submission that they are; `sheet` and `row` tell a row of it, `sheet_name` what the sheet is called (a file
 * without sheets has none). `place` is the county's, prefecture's or province's code of the reference month. Texts of which few are known are kept as numbers.
 */
export const schemaTables = (office: Office): string[] => [
  ...office.catalogue.ledgers.map((ledger) => ledgerSql(ledger, office)),
  'CREATE OR REPLACE TABLE sheet_name (submission INTEGER, sheet INTEGER, name VARCHAR)',
  // `letters`: those of the column in which it was found.
  'CREATE OR REPLACE TABLE problem (submission INTEGER, sheet INTEGER, "row" INTEGER, letters VARCHAR, field VARCHAR, value VARCHAR, code VARCHAR, detail VARCHAR)',
  // Rows that were put aside, and the headers that they stand under: those have no `header`. `cells`: `AsideCell[]` as JSON, of
  // a header `AsideColumn[]`.
  'CREATE OR REPLACE TABLE aside (submission INTEGER, sheet INTEGER, "row" INTEGER, header INTEGER, cells VARCHAR)',
  // The files that count: `id` is the key of the rows, `submission` the archive's number. `ord`: order of periods, the latest
  // highest. `last`: the period's last day. `place`, `department`:
  // where rows stand that do not say it themselves.
  'CREATE OR REPLACE TABLE current_submission (id INTEGER, submission INTEGER, unit VARCHAR, ledger VARCHAR, ord INTEGER, file VARCHAR, last DATE, place VARCHAR, department VARCHAR)',
  // Ids that several current submissions of one unit hold, or of it and of its heir, with the latest period's ord. `heir`: the
  // unit that has taken the case over, whose row counts.
  'CREATE OR REPLACE TABLE repeated_case (ledger VARCHAR, unit VARCHAR, id VARCHAR, ord INTEGER, heir VARCHAR)',
  // Rows of such ids that do not count, for one of a later period does.
  'CREATE OR REPLACE TABLE superseded (ledger VARCHAR, submission INTEGER, sheet INTEGER, "row" INTEGER)',
];

/** SQL of a row's place in its file. */
const PLACE = 'sheet * 4294967296 + "row"';

/**
 * One row: the number of rows of a key, and how many of them stand in order below each other (those of a sheet do, as they were
 * read): told apart by that alone, a million rows take a tenth of the time.
 */
export const rowsHeld = (ledger: LedgerId, key: number): string => `SELECT CAST(count(*) AS INTEGER) AS held,
  CAST(count(*) FILTER (WHERE before IS NULL OR place > before) AS INTEGER) AS rising
  FROM (SELECT ${PLACE} AS place, lag(${PLACE}) OVER () AS before FROM ${ledger} WHERE submission = ${key})`;

/** One row: the number of rows of a key that are told apart, in whatever order they stand. */
export const rowsApart = (ledger: LedgerId, key: number): string =>
  `SELECT CAST(count(DISTINCT ${PLACE}) AS INTEGER) AS told_apart FROM ${ledger} WHERE submission = ${key}`;
