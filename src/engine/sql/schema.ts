import { type Field, LEDGERS, type Ledger, type LedgerId } from '../../domain/ledgers';
import type { Target } from '../port';
import { name } from './text';

/** SQL type of a field's column in the ledger table. */
const columnType = (field: Field): string =>
  ({ date: 'DATE', count: 'INTEGER', amount: 'DOUBLE' })[field.type as string] ?? 'VARCHAR';

/** Name of a field's column: of the county its place. */
const columnName = (field: Field): string => (field.type === 'county' ? 'place' : field.name);

const columnsOf = (ledger: Ledger) => [
  { name: 'submission', type: 'INTEGER' },
  { name: 'sheet', type: 'INTEGER' },
  { name: 'row', type: 'INTEGER' },
  ...ledger.fields.map((f) => ({ name: columnName(f), type: columnType(f) })),
];

/** The table of a ledger's rows. */
export const ledgerTable = (ledger: Ledger): Target => ({
  name: ledger.id,
  columns: columnsOf(ledger).map((c) => c.name),
});

export const PROBLEM_TABLE: Target = {
  name: 'problem',
  columns: ['submission', 'sheet', 'row', 'letters', 'field', 'value', 'code', 'detail'],
};

/**
 * Tables that hold the rows taken in. `submission` is the engine's own key of a file's rows, which `current_submission`
 * leads to the submission that they are; `sheet` and `row` tell a row of it, `sheet_name` what the sheet is called (a file
 * without sheets has none). `place` is the county's, prefecture's or province's code of the reference month.
 */
export const schemaTables = (): string[] => [
  ...(Object.keys(LEDGERS) as LedgerId[]).map(
    (id) =>
      `CREATE OR REPLACE TABLE ${id} (${columnsOf(LEDGERS[id])
        .map((c) => `${name(c.name)} ${c.type}`)
        .join(', ')})`,
  ),
  'CREATE OR REPLACE TABLE sheet_name (submission INTEGER, sheet INTEGER, name VARCHAR)',
  // `letters`: those of the column in which it was found.
  'CREATE OR REPLACE TABLE problem (submission INTEGER, sheet INTEGER, "row" INTEGER, letters VARCHAR, field VARCHAR, value VARCHAR, code VARCHAR, detail VARCHAR)',
  // The files that count: `id` is the key of the rows, `submission` the archive's number. `ord`: order of periods within the
  // ledger, the latest period highest.
  'CREATE OR REPLACE TABLE current_submission (id INTEGER, submission INTEGER, unit VARCHAR, ledger VARCHAR, ord INTEGER, file VARCHAR)',
  // Ids that several current submissions of one unit hold, with the latest period's ord.
  'CREATE OR REPLACE TABLE repeated_case (ledger VARCHAR, unit VARCHAR, id VARCHAR, ord INTEGER)',
  // Rows of such ids that do not count, for one of a later period does.
  'CREATE OR REPLACE TABLE superseded (ledger VARCHAR, submission INTEGER, sheet INTEGER, "row" INTEGER)',
];
