import type { Day } from './day';
import type { LedgerId } from './ledgers';
import type { UnitId } from './submission';

/** One unit's row of a case that several units report: what it says, and where it stands. */
export interface SharedRow {
  unit: UnitId;
  submission: number;
  file: string;
  /** Null in a file without sheets. */
  sheet: string | null;
  row: number;
  /** Code of the county, prefecture or province. */
  place: string;
  department: string;
  /** The case's first date: received, decided. Null where the row has none. */
  day: Day | null;
}

/** A case (same ledger, same id) in current submissions of more than one unit: it counts once for each of them. */
export interface SharedCase {
  ledger: LedgerId;
  id: string;
  /** One a unit, in order of unit: the row of the unit's latest period, which is the one that counts. */
  rows: SharedRow[];
}

export interface SharedCasePage {
  /** Number of all shared cases, whatever the page. */
  total: number;
  cases: SharedCase[];
}
