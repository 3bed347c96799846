import type { CellTest } from '../../domain/catalogue/condition';
import { dayFromNumber } from '../../domain/day';
import { fieldLabel, type Ledger, ledgerField } from '../../domain/ledgers';
import type { RowProblemCode } from '../../domain/problemCodes';
import type { FoundProblem } from '../../domain/problems';
import { NO_NUMBER } from '../../domain/typedRows';
import type { FieldCells } from './fieldCells';
import { keepWhere, markAbove, markOrder, markStates, union } from './rowLoops';
import { FILLED, KNOWN, ODD } from './typedTexts';

/** What the rows of a file are checked against. Days as numbers since 1970-01-01. */
export interface CheckedAgainst {
  /** Last day of the period that is reported. */
  periodEnd: number;
  /** Day of receipt; null where it is not known. */
  receivedOn: number | null;
}

/** A problem of a row, before row and sheet are known. */
export type RowFault = Pick<FoundProblem, 'column' | 'field' | 'value' | 'code' | 'detail'>;

/** Whether any of some cells of a row has a bit. */
interface Test {
  cells: readonly FieldCells[];
  bit: number;
  any: boolean;
}

/** Sets `odd` of the rows for which all of some tests hold. */
function markWhere(tests: readonly Test[], odd: Uint8Array): void {
  const mask = new Uint8Array(odd.length).fill(1);
  const found = new Uint8Array(odd.length);
  for (const { cells, bit, any } of tests) {
    found.fill(0);
    for (const { states } of cells) union(states, found);
    keepWhere(found, Math.log2(bit), any, mask);
  }
  union(mask, odd);
}

/**
 * The rules on a row of a ledger (DESIGN §5) that need more than one cell, beside what the domain says of each cell.
 * `mark` finds in one pass over typed columns the few rows that may break one; `find` says of such a row what it breaks.
 */
export class RowChecks {
  private readonly fields: readonly FieldCells[];
  private readonly days: readonly FieldCells[];
  /** Those on which something has happened; a day that is set may well lie ahead. */
  private readonly happened: readonly FieldCells[];
  /** Nothing stands in any cell of a group of which one is required. */
  private readonly missing: readonly Test[];
  private readonly oddities: readonly { code: RowProblemCode; field: string; cases: readonly (readonly Test[])[] }[];

  constructor(
    private readonly ledger: Ledger,
    private readonly cells: ReadonlyMap<string, FieldCells>,
    private readonly against: CheckedAgainst,
  ) {
    this.fields = [...cells.values()];
    this.days = this.fields.filter((c) => c.field.type === 'date');
    this.happened = this.days.filter(({ field }) => !(field.type === 'date' && field.planned));
    this.missing = ledger.oneOf.map((group) => ({ cells: group.map((f) => this.of(f)), bit: FILLED, any: false }));
    this.oddities = ledger.oddities.map(({ code, field, when }) => ({
      code,
      field,
      cases: when.map((all) => all.map((test) => this.compiled(test))),
    }));
  }

  private compiled(test: CellTest): Test {
    if ('known' in test) return { cells: [this.of(test.known)], bit: KNOWN, any: true };
    if ('unknown' in test) return { cells: [this.of(test.unknown)], bit: KNOWN, any: false };
    if ('blank' in test) return { cells: [this.of(test.blank)], bit: FILLED, any: false };
    return { cells: test.anyKnown.map((f) => this.of(f)), bit: KNOWN, any: true };
  }

  private of(field: string): FieldCells {
    return this.cells.get(field) as FieldCells;
  }

  /** Sets `odd` of every row that may break a rule, and of few others. */
  mark(odd: Uint8Array): void {
    for (const cells of this.fields) {
      // A required cell is odd too where nothing stands in it.
      const required = cells.field.required ? FILLED : 0;
      if (required || cells.typed?.odd) markStates(cells.states, required, odd);
    }
    for (const missing of this.missing) markWhere([missing], odd);
    for (const [earlier, later] of this.ledger.order) markOrder(this.of(earlier).numbers, this.of(later).numbers, odd);
    const { periodEnd, receivedOn } = this.against;
    for (const first of this.ledger.firstDate) markAbove(this.of(first).numbers, periodEnd, odd);
    if (receivedOn !== null) for (const { numbers } of this.days) markAbove(numbers, receivedOn, odd);
    for (const { cases } of this.oddities) for (const tests of cases) markWhere(tests, odd);
  }

  /** All that a row breaks, but for a repeated id. */
  find(r: number): RowFault[] {
    const found: RowFault[] = [];
    const add = (code: RowProblemCode, field: string, detail: string | null = null) => {
      const cells = this.of(field);
      found.push({ code, field, column: cells.column, value: cells.text(r), detail });
    };
    const day = (field: string) => this.of(field).numbers[r] as number;
    for (const cells of this.fields) {
      const { field } = cells;
      const state = cells.stateOf(r);
      if (field.required && !(state & FILLED)) add('required_missing', field.name);
      else if (state & ODD) {
        const reading = cells.reading(r);
        for (const said of [reading?.fault, reading?.also]) if (said) add(said.code, field.name, said.detail ?? null);
      }
    }
    for (const group of this.ledger.oneOf)
      if (group.every((f) => !(this.of(f).stateOf(r) & FILLED)))
        add('required_missing', group[0] as string, group.map((f) => this.label(f)).join(''));
    for (const [earlier, later] of this.ledger.order)
      if (day(later) !== NO_NUMBER && day(later) < day(earlier))
        add('date_order', later, `${this.label(earlier)}${dayFromNumber(day(earlier))}`);
    const { periodEnd, receivedOn } = this.against;
    // The first of them that is filled.
    const first = this.ledger.firstDate.find((f) => day(f) !== NO_NUMBER);
    if (first && day(first) > periodEnd) add('after_period', first, dayFromNumber(periodEnd));
    const holds = ({ cells, bit, any }: Test) => cells.some((c) => (c.stateOf(r) & bit) !== 0) === any;
    for (const { code, field, cases } of this.oddities) if (cases.some((tests) => tests.every(holds))) add(code, field);
    if (receivedOn !== null)
      for (const { field } of this.happened)
        if (day(field.name) > receivedOn) add('after_submission', field.name, dayFromNumber(receivedOn));
    return found;
  }

  private label(field: string): string {
    return `「${fieldLabel(ledgerField(this.ledger, field))}」`;
  }
}
