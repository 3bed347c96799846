import type { Day } from './day';
import { countText } from './display';
import type { LedgerId } from './ledgers';
import { type Office, unitName } from './office';
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

/** Cases of a unit that was merged into another: the later file of that one holds them too, and they count there alone. */
export interface CarriedCases {
  ledger: LedgerId;
  unit: UnitId;
  heir: UnitId;
  cases: number;
}

export interface SharedCasePage {
  /** Number of all shared cases, whatever the page. */
  total: number;
  cases: SharedCase[];
  /** Of all ledgers, whatever the page. */
  carried: CarriedCases[];
}

/** Which cases of merged units count in their heirs' files alone, in a sentence. */
export function carriedText(office: Office, carried: readonly CarriedCases[]): string {
  const each = carried.map(
    ({ ledger, unit, heir, cases }) =>
      `${unitName(office, unit)}的${office.catalogue.ledger(ledger).name} ${countText(cases)} 件由${unitName(office, heir)}以后的报送接着报`,
  );
  return `合并前的单位报送过、合并后的单位又报送的案件，编号相同的看作同一件，只计最后一期的一行：${each.join('；')}。`;
}
