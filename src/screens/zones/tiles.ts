import type { Assessment } from '../../assessment/assess';
import type { Tile } from '../../charts';
import type { IndicatorId } from '../../domain/indicators';
import { quartersOf } from '../../domain/period';
import type { Profile, Zone } from '../../domain/profile';
import { membersIn } from '../../domain/zones';
import { figureOf } from '../../ui/data/figures';

/** One tile per county with its figure; those of the zone are outlined. */
export function tilesOf(assessment: Assessment, { regions }: Profile, indicator: IndicatorId, zone: Zone): Tile[] {
  const members = new Set(membersIn(zone, quartersOf(assessment.period)).map((m) => m.code));
  return regions.counties.map(({ code, name, short, tile }) => {
    return {
      ...figureOf(assessment, 'county', code, indicator),
      code,
      name,
      short,
      ...tile,
      outlined: members.has(code),
    };
  });
}
