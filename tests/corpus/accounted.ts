import { columnLetters } from '../../src/domain/columnLetters';
import { severityOf } from '../../src/domain/problemCodes';
import type { FoundProblem } from '../../src/domain/problems';
import type { ReadingAnswers } from '../../src/domain/reading/reading';
import { parquetModule } from '../../src/intake/node/parquetModule';
import { withAlike } from '../../src/intake/read/alikeColumns';
import { openFile } from '../../src/intake/read/openFile';
import { headOf } from '../../src/intake/read/readSheet';
import type { Sheet } from '../../src/intake/sheet';
import { findTables } from '../../src/intake/table/findTables';
import { headerHits } from '../../src/intake/table/keys';
import { catalogue } from '../support/catalogue';
import { blobOf, type Case } from './case';
import type { Outcome } from './read';

/** The cells of a file that a reading does not account for, as `D3 text`: there must be none. */
export async function unaccounted(c: Case, { said, values }: Outcome): Promise<string[]> {
  const file = await openFile(catalogue, await blobOf(c), parquetModule(), c.answers);
  const lost: string[] = [];
  try {
    // A table beside another has an ordinal behind those of the sheets; of such files each here has one sheet.
    const sheetOf = (ordinal: number) => (ordinal < file.sheets.length ? ordinal : 0);
    for (const [number, sheet] of file.sheets.entries()) {
      // What is said of several sheets names them.
      const isOwn = (f: FoundProblem) =>
        f.sheet === null ? file.sheets.length === 1 || names(f, sheet) : sheetOf(f.sheet) === number;
      const own = said.flatMap(({ found }) => (found && isOwn(found) ? [found] : []));
      const skipped = own
        .filter((f) => f.code === 'passed_sheet')
        .map((f) => ({ row: f.sheet === null ? rowNamed(f, sheet) : f.row }));
      if (skipped.some((f) => f.row === null)) continue;
      const accepted = new Set(values.row?.filter((_, i) => sheetOf(Number(values.sheet?.[i])) === number));
      const aside = new Set(own.filter((f) => severityOf(f.code) === 'error').map((f) => f.row));
      const passed = new Set(own.flatMap((f) => (f.code === 'passed_over' ? rowsIn(f.detail ?? '') : [])));
      const named = new Set(
        own
          .flatMap((f) => (f.code === 'ignored_column' ? lettersIn(f.value ?? '') : []))
          .concat(
            own.flatMap((f) => (f.code === 'unheaded_column' && f.column !== null ? [columnLetters(f.column)] : [])),
          ),
      );
      const unread = new Set(named);
      for (const column of await readColumns(sheet, c.answers ?? {})) named.add(columnLetters(column));
      let headers = 0;
      for (const { row, texts } of await rowsOf(sheet)) {
        const filled = texts.flatMap((text, i) => (text.trim() ? [{ text, letters: columnLetters(i) }] : []));
        if (passed.has(row) || aside.has(row) || filled.every((f) => unread.has(f.letters))) continue;
        if (skipped.some((f) => f.row !== null && f.row <= row)) continue;
        if (accepted.has(row))
          lost.push(...filled.filter((f) => !named.has(f.letters)).map((f) => `${f.letters}${row} ${f.text}`));
        else if (headerHits(catalogue, texts).hits > 0 || headers === row - 1) headers = row;
        else lost.push(`${row} ${texts.join()}`);
      }
    }
  } finally {
    file.close?.();
  }
  return lost;
}

/** Whether a note names a sheet, or so many that it names only the first of them. */
const names = ({ value, detail }: FoundProblem, { name }: Sheet): boolean =>
  `${value}${detail}`.includes(`「${name}」`) || / \d+ 个/.test(`${value}${detail}`);

/** 「2月」第 3 行: 3. */
function rowNamed({ detail }: FoundProblem, { name }: Sheet): number | null {
  const row = new RegExp(`「${name}」第 (\\d+) 行`).exec(detail ?? '')?.[1];
  return row === undefined ? null : Number(row);
}

/** Columns that the tables of a sheet's head read. */
async function readColumns(sheet: Sheet, answers: ReadingAnswers): Promise<number[]> {
  return findTables(catalogue, await headOf(sheet), sheet).flatMap((t) => Object.values(withAlike(t, answers).fields));
}

async function rowsOf(sheet: Sheet): Promise<{ row: number; texts: string[] }[]> {
  const rows: { row: number; texts: string[] }[] = [];
  for await (const batch of sheet.read())
    for (let r = 0; r < batch.rows; r++)
      rows.push({
        row: batch.firstRow + r,
        texts: batch.columns.slice(0, batch.cells[r]).map(({ texts, ids }) => texts.text(ids[r] as number)),
      });
  return rows;
}

/** 第 3、5–9 行: 3, 5, 6, 7, 8, 9. */
function rowsIn(words: string): number[] {
  return [...words.replace(/.*的第/, '').matchAll(/(\d+)(?:–(\d+))?/g)].flatMap(([, from, to]) => {
    const first = Number(from);
    return Array.from({ length: Number(to ?? from) - first + 1 }, (_, i) => first + i);
  });
}

/** 备注（F列）、序号（A列）: F, A. */
const lettersIn = (words: string): string[] => [...words.matchAll(/（([A-Z]+)列）/g)].map((m) => m[1] as string);
