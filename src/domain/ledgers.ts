import type { Field, ListField } from './catalogue/field';
import type { Deadline, Ledger } from './catalogue/ledger';
import { CATALOGUE } from './catalogue/shipped';

export type { Deadline, Field, Ledger, ListField };

/** Id of a ledger of the catalogue. */
export type LedgerId = string;

export const LEDGERS: Readonly<Record<LedgerId, Ledger>> = Object.fromEntries(CATALOGUE.ledgers.map((l) => [l.id, l]));
export const LEDGER_IDS: readonly LedgerId[] = CATALOGUE.ledgers.map((l) => l.id);

/** @throws RangeError for an id that no ledger has */
export function ledgerById(id: LedgerId): Ledger {
  const found = LEDGERS[id];
  if (!found) throw new RangeError(`unknown ledger: ${id}`);
  return found;
}

/** The field's name in the interface: the template's header. */
export const fieldLabel = (field: Field): string => field.headers[0] as string;

export function ledgerField(ledger: Ledger, name: string): Field {
  const found = ledger.fields.find((f) => f.name === name);
  if (!found) throw new RangeError(`${ledger.id} has no field ${name}`);
  return found;
}
