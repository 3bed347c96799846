import type { Catalogue } from '../../domain/catalogue/catalogue';
import type { LedgerId } from '../../domain/ledgers';
import { FileRefused, type FoundProblem } from '../../domain/problems';
import type { ReadingAnswers } from '../../domain/reading/reading';
import type { OpenedFile, Sheet } from '../sheet';
import { isCase } from '../table/evidence';
import { findTables } from '../table/findTables';
import { ledgerSheets, sheetGroups } from '../table/ledgerSheets';
import { rowKind } from '../table/rowKind';
import type { HeadRow, Table } from '../table/table';
import { assumed, withAlike } from './alikeColumns';
import { DifferingSheets, listedSheets } from './differingSheets';
import { encodingAsks } from './encodingAsk';
import { noHeader } from './noHeader';
import { hiddenNotes, type Passed, passedSheets } from './passed';
import { HEAD_ROWS, headOf } from './readSheet';
import { quotedName } from './sheetWords';

/** A sheet that is read, with its tables. */
interface ChosenSheet {
  sheet: Sheet;
  number: number;
  tables: readonly Table[];
}

export interface Chosen {
  read: readonly ChosenSheet[];
  /** The other sheets. */
  passed: readonly Passed[];
  /** Said of the sheets that are read. */
  notes: readonly FoundProblem[];
  /** One of the tables has all that its ledger needs. */
  hasWhole: boolean;
  /** By ledger. */
  differing: ReadonlyMap<LedgerId, DifferingSheets>;
}

/**
 * Which sheets of a file are read.
 * @param wanted ledger that is read; null for all
 * @throws FileRefused where no sheet holds a ledger
 */
export async function chooseSheets(
  catalogue: Catalogue,
  file: OpenedFile,
  wanted: LedgerId | null,
  answers: ReadingAnswers,
): Promise<Chosen> {
  const heads = await Promise.all(
    file.sheets.map(async (sheet, number) => {
      const head = await headOf(sheet);
      return { sheet, number, head, tables: findTables(catalogue, head, sheet) };
    }),
  );
  const choice = ledgerSheets(
    heads.map(({ sheet, tables, head }) => ({ name: sheet.name, hidden: sheet.hidden, tables, rows: head.length })),
  );
  const read = heads.filter(({ number }) => choice.read.includes(number));
  if (read.length === 0)
    throw noHeader(
      catalogue,
      heads.map(({ sheet, head }) => ({ name: sheet.name, head })),
      HEAD_ROWS,
      await encodingAsks(catalogue, file),
    );
  assertNoneUnheaded(catalogue, heads, read);
  // Sheets that differ in a doubtful header alone do not, once it is read as what it looks like.
  const settled = read.map((s) => ({ ...s, tables: s.tables.map((t) => withAlike(t, assumed(answers))) }));
  const differing = catalogue.ledgers.flatMap((ledger) => {
    const groups = wanted === null || wanted === ledger.id ? sheetGroups(ledger, settled) : [];
    // Where none has all that is required, that is to be said of the first.
    if (groups.every((g) => g.missing.length > 0)) return [];
    // Those that do not differ are all read, unless some were chosen.
    if (groups.length < 2 && listedSheets(ledger.id, answers) === null) return [];
    return [[ledger.id, new DifferingSheets(groups, (s) => file.sheets[s]?.name ?? '', answers)] as const];
  });
  return {
    read,
    passed: passedSheets(choice, file.sheets),
    notes: hiddenNotes(read.filter(({ number }) => choice.hiddenRead.includes(number))),
    hasWhole: read.some((s) => s.tables.some((t) => t.missing.length === 0)),
    differing: new Map(differing),
  };
}

interface Head {
  sheet: Sheet;
  head: readonly HeadRow[];
  tables: readonly Table[];
}

/** A sheet that goes on with the cases of another, without a header of its own: they would be lost. */
function assertNoneUnheaded(catalogue: Catalogue, heads: readonly Head[], read: readonly Head[]): void {
  const tables = read.flatMap((s) => s.tables).filter((t) => t.missing.length === 0);
  for (const { sheet, head, tables: own } of heads) {
    if (sheet.hidden || own.length > 0) continue;
    const isData = (texts: readonly string[]) =>
      tables.some((t) => isCase(texts, t) && rowKind(catalogue, texts, t, { firstRows: true }) === 'data');
    const row = head.find(({ texts }) => isData(texts))?.row;
    if (row !== undefined)
      throw new FileRefused('no_header', {
        detail: `工作表${quotedName(sheet.name)}第 ${row} 行起是台账的行，上面没有表头`,
      });
  }
}
