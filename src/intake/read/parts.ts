import { fieldLabel, type LedgerId, ledgerField } from '../../domain/ledgers';
import type { Period } from '../../domain/period';
import { FileRefused, type FoundProblem } from '../../domain/problems';
import type { ReadingAnswers } from '../../domain/reading/reading';
import type { Sheet } from '../sheet';
import { isMeantAsLedger } from '../table/ledgerSheets';
import type { Table } from '../table/table';
import { withAlike } from './alikeColumns';
import { LackingColumns } from './lackingColumns';
import { Part, type Sink } from './part';
import { type Passed, passedNotes } from './passed';
import type { Questions } from './questions';
import { together } from './together';

/** By what the tables of a file are told. */
export interface PartsOf {
  /** Ledger that is read; null for all. */
  wanted: LedgerId | null;
  answers: ReadingAnswers;
  /** The one that is reported; null where it is not known. */
  period: Period | null;
  /** The file has a table with all that its ledger needs: one that is none is passed over. */
  hasWhole: boolean;
  /** Whether a ledger's tables are read in a sheet, where its sheets differ. */
  isChosen(ledger: LedgerId, sheet: number): boolean;
  questions: Questions;
}

/** The parts of a file: one for each ledger that is wanted and found. */
export class Parts {
  private readonly parts = new Map<LedgerId, Part>();
  /** Ledgers of all tables but summaries, in order. */
  private readonly seen = new Set<LedgerId>();
  /** Of the tables that were passed over. */
  private readonly unwanted: Passed[] = [];
  /** Says of each table that is read that it is empty. */
  private readonly emptied = new Map<Part, Passed[]>();
  private readonly lacking = new Map<Part, LackingColumns>();
  private tables = 0;

  constructor(
    private readonly of: PartsOf,
    private readonly sink: Sink,
  ) {}

  /** Ledgers of the tables, those that are passed over among them. */
  get ledgers(): LedgerId[] {
    return [...this.seen];
  }

  get all(): Part[] {
    return [...this.parts.values()];
  }

  /**
   * A table as it is read, and the part that its rows go to; null where they are passed over.
   * @throws FileRefused where a column that the ledger needs is missing or cannot be one, or something is open and cannot be asked
   */
  take(found: Table, sheet: Sheet, number: number): { table: Table; part: Part | null } {
    const { wanted, answers, hasWhole, isChosen, questions } = this.of;
    const first = this.tables++ === 0;
    const told = withAlike(found, answers);
    const passed = (why: string) => {
      this.unwanted.push(passedTable(told, sheet, number, why));
      return { table: told, part: null };
    };
    if (hasWhole && isSummary(told)) return passed('的表只有台账的几列，像是汇总');
    this.seen.add(told.ledger.id);
    if (wanted !== null && wanted !== told.ledger.id) return passed(`的表是${told.ledger.name}，与文件的台账不同`);
    if (!isChosen(told.ledger.id, number)) return passed('的表没有选定');
    const place = first ? '' : placeOf(told, sheet);
    assertColumns(told, sheet);
    const table = questions.settled(found, place);
    if (table.missing.length) throw missingColumns(table, place);
    return { table, part: this.partOf(table, sheet, number) };
  }

  private partOf(table: Table, sheet: Sheet, number: number): Part {
    let part = this.parts.get(table.ledger.id);
    if (!part) {
      part = new Part(this.parts.size, table.ledger, this.sink);
      this.parts.set(table.ledger.id, part);
      this.emptied.set(part, []);
      this.lacking.set(part, new LackingColumns(table.ledger));
    }
    this.lacking.get(part)?.add(table, placeWords(table, sheet));
    this.emptied.get(part)?.push(passedTable(table, sheet, number, `的${table.ledger.name}${EMPTY}`));
    return part;
  }

  /**
   * Reports what is said of the file as a whole, and the sheets and tables that were passed over, to the first part; of each
   * part what is said of its sheets.
   * @returns the parts that are submissions. Where nobody named the ledger, one without rows beside one that has some is none:
   * a header alone would count as a report of nothing and replace what was reported before.
   */
  async report(
    problems: readonly FoundProblem[],
    sheets: readonly Passed[],
    names: readonly (string | null)[],
  ): Promise<Part[]> {
    const filled = this.all.filter((p) => p.read > 0);
    const kept = this.of.wanted === null && filled.length > 0 ? filled : this.all;
    const empty = this.all.filter((p) => !kept.includes(p)).flatMap((p) => this.emptied.get(p) ?? []);
    await kept[0]?.report([...problems, ...passedNotes([...sheets, ...this.unwanted, ...empty])]);
    for (const part of kept) {
      await part.report([
        ...together(part.notes, names),
        ...(this.lacking.get(part)?.notes() ?? []),
        ...part.latest.notes(part.ledger, this.of.period),
      ]);
      await part.tell();
    }
    return kept;
  }
}

const EMPTY = '只有表头，没有数据行，未作为零申报（如是零申报，请单独报送）';

/** A few headers of a ledger, that do not make one. */
export const isSummary = (table: Table): boolean => table.missing.length > 0 && !isMeantAsLedger(table);

const passedTable = (table: Table, sheet: Sheet, number: number, why: string): Passed => ({
  sheet,
  number,
  table: { row: firstRowOf(table), column: table.columns.first },
  why,
});

const firstRowOf = ({ header, above }: Table): number => Math.min(header.first, ...above.map((a) => a.row));

/** 工作表「乙」第 5 行起的表 */
const placeWords = (table: Table, sheet: Sheet): string =>
  `${sheet.name ? `工作表「${sheet.name}」` : ''}第 ${firstRowOf(table)} 行起的表`;

/** The same in brackets. */
export const placeOf = (table: Table, sheet: Sheet): string => `（${placeWords(table, sheet)}）`;

/** @throws FileRefused where a column is of a type that no field can be of */
function assertColumns({ ledger, fields }: Table, sheet: Sheet): void {
  const unreadable = Object.entries(fields).flatMap(([name, column]) => {
    const type = sheet.unreadableColumns?.get(column);
    return type === undefined ? [] : [`「${fieldLabel(ledgerField(ledger, name))}」（${type}）`];
  });
  if (unreadable.length) throw new FileRefused('column_type', { detail: unreadable.join('') });
}

export function missingColumns({ ledger, missing }: Table, place: string): FileRefused {
  const label = (name: string) => `「${fieldLabel(ledgerField(ledger, name))}」`;
  return new FileRefused('missing_columns', {
    detail: missing.map((group) => group.map(label).join('或')).join('') + place,
  });
}
