import type { Assessment } from '../../assessment/assess';
import type { Tile } from '../../charts';
import type { IndicatorId } from '../../domain/indicators';
import type { Office } from '../../domain/office';
import { quartersOf } from '../../domain/period';
import type { Zone } from '../../domain/profile';
import { membersIn } from '../../domain/zones';
import { figureOf } from '../../ui/data/figures';

/** One tile for each of the smallest areas with its figure; those of the zone are outlined. */
export function tilesOf(
  assessment: Assessment,
  { regions }: Office,
  indicator: IndicatorId,
  zone: Zone | undefined,
): Tile[] {
  const members = new Set(zone && membersIn(zone, quartersOf(assessment.period)).map((m) => m.code));
  return regions.smallest.map(({ level, code, name, short, tile }) => {
    return {
      ...figureOf(assessment, level, code, indicator),
      code,
      name,
      short,
      ...tile,
      outlined: members.has(code),
    };
  });
}
