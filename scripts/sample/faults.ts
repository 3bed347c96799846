import type { Catalogue } from '../../src/domain/catalogue/catalogue';
import type { Day } from '../../src/domain/day';
import type { Office } from '../../src/domain/office';
import type { RowProblemCode } from '../../src/domain/problemCodes';
import type { Row } from './cases';
import type { FiledRow, Filing } from './filings';
import { Random } from './random';
import type { Recipe, Sample } from './recipe';
import { SAMPLE_LEDGERS, type SampleLedger } from './units';

/** Makes rows faulty as the plan says. Changes the filings given. */
export function injectFaults(office: Office, files: readonly Filing[], { seed, faults }: Sample): void {
  const random = new Random(`${seed}/faults`);
  for (const recipe of faults.recipes) for (let n = 0; n < recipe.times; n++) spoil(office, recipe, files, random);
  for (const ledger of SAMPLE_LEDGERS)
    for (let n = 0; n < (faults.repeated[ledger] ?? 0); n++) repeat(office.catalogue, ledger, files, random);
}

/** A file in which a fault shows as it was meant: the only version, plain text, its day of receipt known. */
const suits = (filing: Filing, ledger: SampleLedger): boolean =>
  filing.ledger === ledger &&
  !filing.superseded &&
  filing.receivedOn !== null &&
  !filing.form.startsWith('parquet') &&
  filing.rows.length > 0;

function spoil(office: Office, recipe: Recipe, files: readonly Filing[], random: Random): void {
  const candidates = files
    .filter((f) => suits(f, recipe.ledger) && (!recipe.unit || f.unit.id === recipe.unit))
    .map((filing) => ({ filing, rows: filing.rows.filter((row) => fits(recipe, row, filing)) }))
    .filter(({ rows }) => rows.length > 0);
  const { filing, rows } = random.pick(candidates);
  const row = random.pick(rows);
  Object.assign(row.cells, recipe.change(row.cells, filing, random));
  if (recipe.code === 'surplus_cells') row.surplus = '详见附件';
  row.fault = { code: recipe.code, field: recipe.field };
  const county = office.regions.match(row.cells.county ?? '', filing.unit.id);
  if (
    recipe.code === 'county_outside_unit' &&
    county &&
    'place' in county &&
    county.place.prefecture === filing.unit.id
  )
    throw new RangeError(`${row.cells.county} does not lie outside ${filing.unit.id}`);
}

/** Not one that was carried forward from the year before. */
const current = (row: Row, filing: Filing): boolean => (row.received_on as Day) >= filing.period.slice(0, 4);

const fits = (recipe: Recipe, row: FiledRow, filing: Filing): boolean =>
  !row.fault &&
  (recipe.ledger !== 'complaints' || current(row.cells, filing)) &&
  (recipe.fits?.(row.cells, filing) ?? true);

function repeat(catalogue: Catalogue, ledger: SampleLedger, files: readonly Filing[], random: Random): void {
  const filing = random.pick(files.filter((f) => suits(f, ledger) && f.rows.length > 20));
  const sound = filing.rows.filter((r) => !r.fault);
  const first = random.pick(sound);
  const at = Math.min(filing.rows.length, filing.rows.indexOf(first) + random.int(1, 12));
  const field = catalogue.ledger(ledger).idField;
  filing.rows.splice(at, 0, { cells: { ...first.cells }, fault: { code: 'duplicate_id', field } });
}

/** A problem that taking the sample in must raise. `row` as a spreadsheet shows it. */
export interface ExpectedFault {
  file: string;
  row: number;
  field: string | null;
  code: RowProblemCode;
}

/** The faults put into these files, in order of file and row. */
export const expectedFaults = (files: readonly Filing[]): ExpectedFault[] =>
  files.flatMap((filing) =>
    filing.rows.flatMap((row, i) => (row.fault ? [{ file: filing.file, row: i + 2, ...row.fault }] : [])),
  );
