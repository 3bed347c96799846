import { type Assessment, type RankingRow, rankingOf, type ScoreLine, scoreSheet } from '../../assessment/assess';
import { dearest } from '../../assessment/dearest';
import { sumPoints } from '../../domain/points';
import { itemsOf, type Scheme, type SchemeItem } from '../../domain/scheme';

/** Where a unit stands in its list. */
export interface UnitSummary {
  row: RankingRow;
  /** Units of the list that are assessed, and all of them. */
  assessed: number;
  units: number;
  /** Points short of the full score; null where the unit is not assessed. */
  lost: number | null;
  /** The three items that cost most, the dearest first. */
  dearest: ScoreLine[];
  /** Neighbours in the order of the ranking, those not assessed last. */
  previous: RankingRow | null;
  next: RankingRow | null;
}

/** Summary of a unit; undefined where the group has no unit of this id. */
export function unitSummary(
  assessment: Assessment,
  scheme: Scheme,
  group: string,
  id: string,
): UnitSummary | undefined {
  const rows = rankingOf(assessment, group);
  const at = rows.findIndex((r) => r.id === id);
  const row = rows[at];
  if (!row) return undefined;
  return {
    row,
    assessed: rows.filter((r) => r.rank !== null).length,
    units: rows.length,
    lost: lostOf(row, scheme),
    dearest: dearest(scoreSheet(assessment, group, id), 3),
    previous: rows[at - 1] ?? null,
    next: rows[at + 1] ?? null,
  };
}

/** Points short of the full score, to the scheme's decimals; null where the unit is not assessed. */
export const lostOf = (row: RankingRow, scheme: Pick<Scheme, 'decimals'>): number | null =>
  row.score === null ? null : sumPoints([row.full, -row.score], scheme.decimals);

/** The items of most weight, in the order of the scheme: the key figures of a list. */
export function keyItems(scheme: Scheme, group: string, limit: number): SchemeItem[] {
  const items = itemsOf(scheme, group);
  const chosen = new Set([...items].sort((a, b) => b.weight - a.weight).slice(0, limit));
  return items.filter((item) => chosen.has(item));
}
