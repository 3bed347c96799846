import type { Field, ListField } from './catalogue/field';
import type { Deadline, Ledger } from './catalogue/ledger';

export type { Deadline, Field, Ledger, ListField };

/** Id of a ledger of the office's catalogue. */
export type LedgerId = string;

/** The field's name in the interface: the template's header. */
export const fieldLabel = (field: Field): string => field.headers[0] as string;

export function ledgerField(ledger: Ledger, name: string): Field {
  const found = ledger.fields.find((f) => f.name === name);
  if (!found) throw new RangeError(`${ledger.id} has no field ${name}`);
  return found;
}
