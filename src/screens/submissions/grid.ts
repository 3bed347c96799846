import type { Day } from '../../domain/day';
import type { LedgerId } from '../../domain/ledgers';
import type { ReportingUnit } from '../../domain/office';
import { type Period, type Quarter, quartersOf } from '../../domain/period';
import { type CountedEntry, countedEntries, type RegisterEntry, type ReportingState } from '../../domain/register';
import { comparePeriods, type Submission, submissionKey } from '../../domain/submission';

/** In place of a deadline beyond the published calendar. */
export const DUE_UNKNOWN = '期限未定：该年度节假日安排未公布';

export interface RegisterFilter {
  state?: ReportingState | undefined;
  unit?: string | undefined;
  ledger?: LedgerId | undefined;
  /** Keys of the only entries looked for, where these are not told by a state. */
  among?: ReadonlySet<string> | undefined;
}

export interface GridCell {
  entry: RegisterEntry;
  /** Meets the filter; the others stand back. */
  wanted: boolean;
}

/** The register of one group as a grid: a row for each unit, a column for each reporting period and ledger. */
export interface Grid {
  columns: { period: Period; ledgers: LedgerId[] }[];
  /** A cell for each column; null where nothing was expected of the unit. */
  rows: { unit: ReportingUnit; cells: (GridCell | null)[] }[];
}

export const entryKey = (e: RegisterEntry): string =>
  submissionKey({ unit: e.unit.id, period: e.period, ledger: e.ledger });

/**
 * @param quarters the assessed period's: a state is looked for in these, so that the cells found are those counted elsewhere
 */
export function registerGrid(
  entries: readonly RegisterEntry[],
  group: ReportingUnit['group'],
  { state, unit, ledger, among }: RegisterFilter,
  quarters: readonly Quarter[],
): Grid {
  const of = entries.filter(
    (e) => e.unit.group === group && (!unit || e.unit.id === unit) && (!ledger || e.ledger === ledger),
  );
  const rows = new Map<string, { unit: ReportingUnit; cells: GridCell[] }>();
  const columns = new Map<Period, Set<LedgerId>>();
  for (const entry of of) {
    const row = rows.get(entry.unit.id) ?? { unit: entry.unit, cells: [] };
    rows.set(entry.unit.id, row);
    const inState = !state || (entry.state === state && isWithin(entry.period, quarters));
    row.cells.push({ entry, wanted: inState && (!among || among.has(entryKey(entry))) });
    columns.set(entry.period, (columns.get(entry.period) ?? new Set()).add(entry.ledger));
  }
  const inOrder = [...columns]
    .sort(([a], [b]) => comparePeriods(a, b))
    .map(([period, ledgers]) => ({ period, ledgers: [...ledgers] }));
  const slots = inOrder.flatMap(({ period, ledgers }) => ledgers.map((l) => ({ period, ledger: l })));
  return {
    columns: inOrder,
    rows: [...rows.values()]
      .filter((row) => row.cells.some((c) => c.wanted))
      .map(({ unit, cells }) => ({
        unit,
        cells: slots.map(
          (slot) => cells.find(({ entry: e }) => e.period === slot.period && e.ledger === slot.ledger) ?? null,
        ),
      })),
  };
}

const isWithin = (period: Period, quarters: readonly Quarter[]): boolean =>
  quartersOf(period).every((q) => quarters.includes(q));

/** A side of 报送及时率: received in time, late or missing, or all that count. */
export type RateSide = 'numerator' | 'missing' | 'denominator';

/** The entries behind 报送及时率 of some quarters: those due in them, whatever period they tell of. */
export const rateEntries = (
  entries: readonly RegisterEntry[],
  side: RateSide,
  quarters: readonly Quarter[],
  asOf: Day,
): CountedEntry[] =>
  countedEntries(entries, asOf).filter(
    (e) =>
      quarters.includes(e.countedIn) && (side === 'denominator' || (side === 'numerator') === (e.state === 'on_time')),
  );

/** Every quarter that the register tells of. */
export const allQuarters = (entries: readonly RegisterEntry[]): Quarter[] => [
  ...new Set(entries.flatMap((e) => quartersOf(e.period))),
];

/** How many entries of some quarters stand in each state. */
export function stateCounts(
  entries: readonly RegisterEntry[],
  quarters: readonly Quarter[],
): Record<ReportingState, number> {
  const counts = { unreported: 0, late: 0, unknown: 0, unreadable: 0, not_due: 0, undated: 0, on_time: 0 };
  for (const e of entries) if (isWithin(e.period, quarters)) counts[e.state]++;
  return counts;
}

/** Submissions that no entry of the register expects: of another year, or of a unit, ledger or period not on the list. */
export function unexpected(entries: readonly RegisterEntry[], submissions: readonly Submission[]): Submission[] {
  const expected = new Set(entries.flatMap((e) => e.versions.map((v) => v.id)));
  return submissions.filter((s) => !expected.has(s.id));
}
