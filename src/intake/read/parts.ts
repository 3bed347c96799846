import type { CaseLedger } from '../../domain/indicators';
import { fieldLabel, LEDGERS, type LedgerId, ledgerField } from '../../domain/ledgers';
import type { FileNoteCode } from '../../domain/problemCodes';
import { FileRefused, type FoundProblem } from '../../domain/problems';
import type { Sheet } from '../sheet';
import { isMeantAsLedger } from '../table/ledgerSheets';
import type { Table } from '../table/table';
import { assertNoneAlike } from './alikeColumns';
import { Part, type Sink } from './part';

/** The parts of a file: one for each ledger that is wanted and found. */
export class Parts {
  private readonly parts = new Map<LedgerId, Part>();
  /** Ledgers of all tables but summaries, in order. */
  private readonly seen = new Set<LedgerId>();
  /** Of the tables that were passed over. */
  private readonly unwanted: FoundProblem[] = [];
  /** Says of each table that is read that it is empty. */
  private readonly emptied = new Map<Part, FoundProblem[]>();
  private tables = 0;

  /**
   * @param wanted ledger that is read; null for all
   * @param hasWhole the file has a table with all that its ledger needs: one that is none is passed over
   */
  constructor(
    private readonly wanted: LedgerId | null,
    private readonly hasWhole: boolean,
    private readonly sink: Sink,
  ) {}

  /** Ledgers of the tables, those that are passed over among them. */
  get ledgers(): LedgerId[] {
    return [...this.seen];
  }

  get all(): Part[] {
    return [...this.parts.values()];
  }

  /** The part that a table's rows go to; null where they are passed over. @throws FileRefused: see `assertReadable` */
  of(table: Table, sheet: Sheet, number: number): Part | null {
    const first = this.tables++ === 0;
    if (this.hasWhole && isSummary(table)) {
      this.unwanted.push(passedTable(table, sheet, number, '的表只有台账的几列，像是汇总'));
      return null;
    }
    this.seen.add(table.ledger);
    if (this.wanted !== null && this.wanted !== table.ledger) {
      this.unwanted.push(passedTable(table, sheet, number, `的表是${LEDGERS[table.ledger].name}，与文件的台账不同`));
      return null;
    }
    assertReadable(table, sheet, first ? '' : placeOf(table, sheet));
    let part = this.parts.get(table.ledger);
    if (!part) {
      part = new Part(this.parts.size, table.ledger as CaseLedger, this.sink);
      this.parts.set(table.ledger, part);
      this.emptied.set(part, []);
    }
    this.emptied.get(part)?.push(passedTable(table, sheet, number, `的${LEDGERS[table.ledger].name}${EMPTY}`));
    return part;
  }

  /**
   * Reports what is said of the file as a whole, and the tables that were passed over, to the first part.
   * @returns the parts that are submissions. Where nobody named the ledger, one without rows beside one that has some is none:
   * a header alone would count as a report of nothing and replace what was reported before.
   */
  async report(problems: readonly FoundProblem[]): Promise<Part[]> {
    const filled = this.all.filter((p) => p.read > 0);
    const kept = this.wanted === null && filled.length > 0 ? filled : this.all;
    const empty = this.all.filter((p) => !kept.includes(p)).flatMap((p) => this.emptied.get(p) ?? []);
    await kept[0]?.report([...problems, ...this.unwanted, ...empty]);
    for (const part of kept) await part.tell();
    return kept;
  }
}

const EMPTY = '只有表头，没有数据行，未作为零申报（如是零申报，请单独报送）';

/** A few headers of a ledger, that do not make one. */
export const isSummary = (table: Table): boolean => table.missing.length > 0 && !isMeantAsLedger(table);

const note = (code: FileNoteCode, sheet: number | null, value: string, detail: string): FoundProblem => ({
  sheet,
  row: null,
  column: null,
  field: null,
  value,
  code,
  detail,
});

/** Says that a sheet was passed over. */
export const passedSheet = (sheet: Sheet, number: number, why: string): FoundProblem =>
  note('passed_sheet', number, sheet.name ?? '', why);

/** Says that a table was passed over. */
function passedTable(table: Table, sheet: Sheet, number: number, why: string): FoundProblem {
  const row = firstRowOf(table);
  const said = note('passed_sheet', number, sheet.name ?? '', `第 ${row} 行起${why}`);
  return { ...said, row, column: table.columns.first };
}

const firstRowOf = ({ header, above }: Table): number => Math.min(header.first, ...above.map((a) => a.row));

/** （工作表「乙」第 5 行起的表） */
export const placeOf = (table: Table, sheet: Sheet): string =>
  `（${sheet.name ? `工作表「${sheet.name}」` : ''}第 ${firstRowOf(table)} 行起的表）`;

/** Says that a hidden sheet is read, since no other has a ledger. */
export const hiddenSheet = (sheet: Sheet, number: number): FoundProblem =>
  note('hidden_sheet', number, sheet.name ?? '', '');

/**
 * @throws FileRefused where a column is missing that the ledger needs, one that decides an indicator is called otherwise,
 * one is of a type that no field can be of, or it is not clear in which unit amounts are
 * @param place where the table stands, in words; blank for the first
 */
function assertReadable(table: Table, sheet: Sheet, place: string): void {
  const { ledger: id, fields, missing, unclearUnits } = table;
  const label = (name: string) => `「${fieldLabel(ledgerField(LEDGERS[id], name))}」`;
  const unreadable = Object.entries(fields).flatMap(([name, column]) => {
    const type = sheet.unreadableColumns?.get(column);
    return type === undefined ? [] : [`${label(name)}（${type}）`];
  });
  if (unreadable.length) throw new FileRefused('column_type', { detail: unreadable.join('') });
  assertNoneAlike(table, place);
  if (missing.length) throw missingColumns(table, place);
  if (unclearUnits.length)
    throw new FileRefused('unclear_units', { detail: unclearUnits.map((u) => `「${u}」`).join('') });
}

export function missingColumns({ ledger, missing }: Table, place: string): FileRefused {
  const label = (name: string) => `「${fieldLabel(ledgerField(LEDGERS[ledger], name))}」`;
  return new FileRefused('missing_columns', {
    detail: missing.map((group) => group.map(label).join('或')).join('') + place,
  });
}
