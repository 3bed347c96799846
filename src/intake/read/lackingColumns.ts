import { fieldLabel, type Ledger, ledgerField } from '../../domain/ledgers';
import type { FoundProblem } from '../../domain/problems';
import type { Table } from '../table/table';

/** Tables that a sentence names. */
const NAMED = 4;

/** Tables that are read together, by the fields that they have a column of. */
export class LackingColumns {
  private readonly forms = new Map<string, { fields: readonly string[]; places: string[] }>();

  constructor(private readonly ledger: Ledger) {}

  /** @param place where the table stands, in words */
  add(table: Table, place: string): void {
    const fields = Object.keys(table.fields).sort();
    const form = this.forms.get(fields.join());
    if (form) form.places.push(place);
    else this.forms.set(fields.join(), { fields, places: [place] });
  }

  /** Says which tables have no column of what others have: their cells are blank. */
  notes(): FoundProblem[] {
    const forms = [...this.forms.values()];
    const all = this.ledger.fields.filter((f) => forms.some((form) => form.fields.includes(f.name)));
    return forms.flatMap(({ fields, places }): FoundProblem[] => {
      const lacking = all.filter((f) => !fields.includes(f.name));
      if (lacking.length === 0) return [];
      const tables = places.slice(0, NAMED).join('、') + (places.length > NAMED ? `等 ${places.length} 张表` : '');
      const columns = lacking.map((f) => `「${fieldLabel(ledgerField(this.ledger, f.name))}」`).join('');
      const detail = `${tables}没有${columns}列`;
      return [{ sheet: null, row: null, column: null, field: null, value: null, code: 'lacking_columns', detail }];
    });
  }
}
