import type { RegisterEntry } from '../../domain/register';
import type { ScreenSearch } from '../../ui/address';

/** Whom and what the address narrows the register to. */
type Narrowed = Pick<ScreenSearch<'submissions'>, 'unit' | 'group' | 'ledger'>;

export const isOf = (e: RegisterEntry, { unit, group, ledger }: Narrowed): boolean =>
  (!unit || e.unit.id === unit) && (!group || e.unit.group === group) && (!ledger || e.ledger === ledger);
