import { LEDGERS, type LedgerId } from '../../domain/ledgers';
import { columnType } from './reading';
import { name } from './text';

/**
 * Tables that hold the rows taken in. `submission` is the engine's own key of a file's rows, which `current_submission`
 * leads to the submission that they are. `place` is the county's, prefecture's or province's code of the reference month.
 */
export const schemaTables = (): string[] => [
  ...(Object.keys(LEDGERS) as LedgerId[]).map(
    (id) =>
      `CREATE OR REPLACE TABLE ${id} (submission INTEGER, "row" INTEGER, place VARCHAR, ${LEDGERS[id].fields
        .filter((f) => f.type !== 'county')
        .map((f) => `${name(f.name)} ${columnType(f)}`)
        .join(', ')})`,
  ),
  'CREATE OR REPLACE TABLE problem (submission INTEGER, "row" INTEGER, field VARCHAR, value VARCHAR, code VARCHAR, detail VARCHAR)',
  // The files that count: `id` is the key of the rows, `submission` the archive's number. `ord`: order of periods within the
  // ledger, the latest period highest.
  'CREATE OR REPLACE TABLE current_submission (id INTEGER, submission INTEGER, unit VARCHAR, ledger VARCHAR, ord INTEGER, file VARCHAR)',
  // Ids that several current submissions of one unit hold, with the latest period's ord.
  'CREATE OR REPLACE TABLE repeated_case (ledger VARCHAR, unit VARCHAR, id VARCHAR, ord INTEGER)',
];
