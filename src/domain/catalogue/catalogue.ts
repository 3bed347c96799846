import type { Indicator } from './indicator';
import type { Ledger } from './ledger';

/** What is kept and what is counted: all ledgers and indicators, in the order in which they are shown. */
export interface Catalogue {
  readonly ledgers: readonly Ledger[];
  readonly indicators: readonly Indicator[];
}
