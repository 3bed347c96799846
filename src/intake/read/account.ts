import { columnLetters } from '../../domain/columnLetters';
import type { FileNoteCode } from '../../domain/problemCodes';
import type { FoundProblem, PassedKind } from '../../domain/problems';
import type { Repair } from '../../domain/reading/reading';
import { countedRows, rowsInWords } from '../../domain/rowRuns';

/** Everything of one sheet that was read otherwise than as plain data, counted, to be said in a few sentences. */
export class Account {
  private readonly passed = new Map<PassedKind, [from: number, to: number][]>();
  private readonly repairs = new Map<
    string,
    { repair: Repair; field: string; column: number | null; count: number; example: string }
  >();
  private readonly unheaded = new Map<number, { count: number; first: number }>();
  private readonly found: FoundProblem[] = [];
  private readonly hiddenRows: [from: number, to: number][] = [];
  private short = 0;
  private firstShort = 0;

  constructor(private readonly sheet: number) {}

  /** Rows that are none of the data, in rising order. @param to the last of several */
  passOver(kind: PassedKind, row: number, to = row): void {
    const spans = this.passed.get(kind);
    const last = spans?.at(-1);
    // Of one row several cells may be none of the data.
    if (last && last[0] <= row && row <= last[1] + 1) last[1] = Math.max(last[1], to);
    else if (spans) spans.push([row, to]);
    else this.passed.set(kind, [[row, to]]);
  }

  /** The blank rows behind the last row of data are nothing to be said. */
  endAt(row: number): void {
    const blank = this.passed.get('blank')?.filter(([from]) => from < row);
    if (blank?.length) this.passed.set('blank', blank);
    else this.passed.delete('blank');
  }

  /** Remarks from a row on belong to the table below. */
  leaveRemarks(from: number): void {
    const own = this.passed.get('note')?.filter(([first]) => first < from);
    if (own?.length) this.passed.set('note', own);
    else this.passed.delete('note');
  }

  repair(repair: Repair, field: string, column: number | null, count: number, example: string): void {
    const key = `${repair}|${field}`;
    const told = this.repairs.get(key);
    if (told) told.count += count;
    else this.repairs.set(key, { repair, field, column, count, example });
  }

  shortRow(row: number): void {
    if (this.short++ === 0) this.firstShort = row;
  }

  /** A row of data that is hidden; they come in rising order. */
  hiddenRow(row: number): void {
    const last = this.hiddenRows.at(-1);
    if (last && last[1] === row - 1) last[1] = row;
    else this.hiddenRows.push([row, row]);
  }

  /** A cell with something in it in a column that has no header. */
  unheadedCell(column: number, row: number): void {
    const told = this.unheaded.get(column);
    if (told) told.count++;
    else this.unheaded.set(column, { count: 1, first: row });
  }

  note(code: FileNoteCode, note: Partial<Omit<FoundProblem, 'code'>>): void {
    this.found.push({
      sheet: this.sheet,
      row: null,
      column: null,
      field: null,
      value: null,
      detail: null,
      ...note,
      code,
    });
  }

  /** The notes on the sheet. */
  notes(): FoundProblem[] {
    const { sheet } = this;
    const note = (code: FileNoteCode, more: Partial<FoundProblem>): FoundProblem => ({
      sheet,
      row: null,
      column: null,
      field: null,
      value: null,
      detail: null,
      ...more,
      code,
    });
    const notes = [...this.found];
    for (const [column, { count, first }] of [...this.unheaded].sort(([a], [b]) => a - b))
      notes.push(note('unheaded_column', { column, value: `${columnLetters(column)}列`, detail: `${first}|${count}` }));
    if (this.hiddenRows.length > 0) notes.push(note('hidden_cells', { detail: countedRows(this.hiddenRows) }));
    for (const [kind, spans] of this.passed)
      notes.push(note('passed_over', { value: kind, detail: rowsInWords(spans) }));
    for (const { repair, field, column, count, example } of this.repairs.values()) {
      // Said of the column already.
      if (repair === 'amount_scale') continue;
      notes.push(note('repaired', { field, column, value: example, detail: `${repair}|${count}` }));
    }
    if (this.short) notes.push(note('short_rows', { detail: `${this.firstShort}|${this.short}` }));
    return notes;
  }
}
