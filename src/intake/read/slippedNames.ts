import type { Field } from '../../domain/ledgers';
import { masked, maySlipInto, mayTellPerson, type PersonColumns, personColumns } from '../../domain/persons';
import type { RowProblemCode } from '../../domain/problemCodes';
import type { FieldReader } from '../../domain/reading/fieldReader';
import type { Table } from '../table/table';
import type { RowFault } from './rowChecks';

/** What is said of a value that may belong elsewhere: it cannot be read where it stands, or only as an id, as everything can. */
const STRANGE: ReadonlySet<string> = new Set<RowProblemCode>([
  'not_a_date',
  'not_a_number',
  'not_a_number_optional',
  'not_in_list',
  'not_in_list_optional',
  'unknown_county',
  'unknown_department',
  'unreadable_cell',
  'unreadable_cell_optional',
  'duplicate_id',
  'alike_id',
]);

/** Fields whose values are told from names: of few kinds. */
const told = ({ type }: Field): boolean => type === 'county' || type === 'department' || type === 'list';

const isStrange = ({ code, column, value }: RowFault): boolean =>
  STRANGE.has(code) && column !== null && value !== null && mayTellPerson(value);

/** Masks the values of faults that may be a part of a person's name, by the order of the file's own columns. */
export class SlippedNames {
  private readonly columns: PersonColumns;
  private readonly others: readonly FieldReader[];

  constructor({ ledger, fields, columns }: Table, readerOf: (field: string) => FieldReader) {
    this.columns = personColumns(ledger, (name) => fields[name], columns.last + 1);
    this.others = ledger.fields.filter(told).map((f) => readerOf(f.name));
  }

  /**
   * @param texts of the row by column of the sheet
   * @param short the row has fewer cells than its header
   */
  masked(faults: readonly RowFault[], texts: () => readonly string[], short: boolean): readonly RowFault[] {
    if (this.columns.persons.length === 0 || !faults.some(isStrange)) return faults;
    const row = texts();
    const doubts = { short, isOthers: this.isOthers };
    return faults.map((f) =>
      isStrange(f) && maySlipInto(f.column as number, row, this.columns, doubts)
        ? { ...f, value: masked(f.value as string) }
        : f,
    );
  }

  /** Whether one of the other fields knows a text. */
  private readonly isOthers = (text: string): boolean => this.others.some((r) => r.read(text).value !== null);
}
