import type { Office } from '../../domain/office';
import type { Quarter } from '../../domain/period';
import type { SmallArea } from '../../domain/place';
import type { Zone } from '../../domain/profile';
import { zonesOf } from '../../domain/zones';

/** One of the smallest areas with the zones it is counted in. */
export interface AreaZones {
  area: SmallArea;
  zones: Zone[];
}

/** Every county (district without counties) of the office with its zones in these quarters, in the order of the lists. Candidates are not members. */
export const zonesOfAreas = ({ regions, profile }: Office, quarters: readonly Quarter[]): AreaZones[] =>
  regions.smallest.map((area) => ({
    area,
    zones: zonesOf(profile.zones, area.code, quarters),
  }));

/** Counties in several zones, those in most zones first: the reason why zone figures are not added up. */
export const overlapping = (areas: readonly AreaZones[]): AreaZones[] =>
  areas.filter((c) => c.zones.length > 1).sort((a, b) => b.zones.length - a.zones.length);

/** Counties in no zone: 未列入片区. They count in their prefecture and the province. */
export const unlisted = (areas: readonly AreaZones[]): SmallArea[] =>
  areas.filter((a) => a.zones.length === 0).map((a) => a.area);

const CONFIDENCE = [
  ['high', '高'],
  ['medium-high', '较高'],
  ['medium', '中'],
  ['low-medium', '较低'],
  ['low', '低'],
  ['township-only', '仅部分乡镇'],
] as const;

/** How sure a membership is, in the interface's words; a word of another profile stands as it is. */
export const confidenceWords = (confidence: string): string =>
  CONFIDENCE.find(([id]) => id === confidence)?.[1] ?? confidence;

type Member = Zone['members'][number];

/** 2017-07 起, 2018-07 前; empty for a membership without dates. */
export const sinceWords = ({ from, to }: Pick<Member, 'from' | 'to'>): string =>
  [from && `${from} 起`, to && `${to} 前`].filter(Boolean).join('，');

/** Members by confidence, the surest first. */
export function byConfidence(members: readonly Member[]): { words: string; members: Member[] }[] {
  const order = (c: string) => {
    const at = CONFIDENCE.findIndex(([id]) => id === c);
    return at < 0 ? CONFIDENCE.length : at;
  };
  return [...new Set(members.map((m) => m.confidence))]
    .sort((a, b) => order(a) - order(b))
    .map((c) => ({ words: confidenceWords(c), members: members.filter((m) => m.confidence === c) }));
}
