import type { AsideCell, AsideColumn, AsideRow, AsideRows, RowAt, ShownCell } from '../domain/aside';
import type { Catalogue } from '../domain/catalogue/catalogue';
import { columnLetters } from '../domain/columnLetters';
import { fieldLabel, type LedgerId, ledgerField } from '../domain/ledgers';
import { cellMayBePerson, masked, mayTellPerson, personColumns } from '../domain/persons';
import type { SubmissionProblem } from '../domain/problems';
import type { Submission } from '../domain/submission';
import { countColumn, type TypedRows, textColumn } from '../domain/typedRows';
import type { Database } from './port';
import { problemOf } from './problems';
import { problemsOfRow } from './sql/problems';

/** Rows put aside as the table of them has them, with the header that they stand under where it is new. */
export function asideColumns(key: number, { sheet, header, columns, rows }: AsideRows): TypedRows {
  const head = columns ? [{ row: header, header: null, cells: columns as readonly unknown[] }] : [];
  const all = [...head, ...rows.map(({ row, cells }) => ({ row, header, cells: cells as readonly unknown[] }))];
  return {
    rows: all.length,
    columns: {
      submission: countColumn(all.map(() => key)),
      sheet: countColumn(all.map(() => sheet)),
      row: countColumn(all.map((r) => r.row)),
      header: countColumn(all.map((r) => r.header)),
      cells: textColumn(all.map((r) => JSON.stringify(r.cells))),
    },
  };
}

/** One row that was put aside, as it is shown. @throws RangeError where the file does not count */
export async function asideRow(
  catalogue: Catalogue,
  db: Database,
  files: ReadonlyMap<number, Submission>,
  { submission, sheet, row }: RowAt,
  persons: boolean,
): Promise<AsideRow> {
  const [key, file] = [...files].find(([, s]) => s.id === submission) ?? [];
  if (key === undefined || !file) throw new RangeError(`submission ${submission} does not count`);
  const found = await db.rows(problemsOfRow(key, sheet, row));
  const problems = found.map((p) => problemOf(catalogue, files, p));
  const isDoubtful = found.some((p) => p.slipped === true);
  const [kept] = await db.rows(
    `SELECT a.cells AS cells, h.cells AS columns FROM aside a JOIN aside h
       ON h.submission = a.submission AND h.sheet = a.sheet AND h."row" = a.header AND h.header IS NULL
     WHERE a.submission = ${key} AND a.sheet = ${sheet} AND a."row" = ${row} AND a.header IS NOT NULL`,
  );
  const cells = kept
    ? shownCells(catalogue, {
        ledger: file.ledger,
        columns: JSON.parse(kept.columns as string),
        cells: JSON.parse(kept.cells as string),
        problems,
        isDoubtful,
        persons,
      })
    : null;
  return { cells, problems, isDoubtful };
}

interface Kept {
  ledger: LedgerId;
  columns: readonly AsideColumn[];
  cells: readonly AsideCell[];
  problems: readonly SubmissionProblem[];
  isDoubtful: boolean;
  persons: boolean;
}

/** Every column with a header, and every cell with something in it. */
function shownCells(
  catalogue: Catalogue,
  { ledger: id, columns, cells, problems, isDoubtful, persons }: Kept,
): ShownCell[] {
  const ledger = catalogue.ledger(id);
  const faulty = new Set(problems.map((p) => p.letters));
  // All that stands beyond the header.
  const beyond = problems.find((p) => p.code === 'surplus_cells')?.letters;
  let isBeyond = false;
  const texts = cells.map((cell) => (typeof cell === 'string' ? cell : cell[0]));
  const places = new Map(columns.flatMap(([, name], c) => (name === null ? [] : [[name, c] as const])));
  const people = personColumns(ledger, (name) => places.get(name), columns.length);
  const doubts = { short: cells.length < columns.length, slipped: isDoubtful };
  const shown: ShownCell[] = [];
  for (let c = 0; c < Math.max(columns.length, cells.length); c++) {
    const [header, name] = columns[c] ?? ['', null];
    const cell = cells[c] ?? '';
    const [text, length] = typeof cell === 'string' ? [cell, null] : cell;
    const letters = columnLetters(c);
    if (letters === beyond) isBeyond = true;
    if (!header.trim() && !text.trim()) continue;
    const field = name === null ? null : ledgerField(ledger, name);
    // What the reader masked in a problem knows more of the row.
    const isMasked =
      !persons &&
      (cellMayBePerson(field, c, texts, people, doubts) ||
        (mayTellPerson(text) && problems.some((p) => p.letters === letters && p.value === masked(text))));
    shown.push({
      letters,
      header,
      column: field && fieldLabel(field),
      text: isMasked ? masked(text) : text,
      isMasked,
      // Not even the length of a name is told.
      length: isMasked ? null : length,
      isFaulty: faulty.has(letters) || (isBeyond && text.trim() !== ''),
    });
  }
  return shown;
}
