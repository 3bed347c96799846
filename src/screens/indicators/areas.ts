import { type Area, areasOf } from '../../assessment/assess';
import { ownArea } from '../../assessment/own';
import type { AreaLevel } from '../../domain/cells';
import type { Indicator } from '../../domain/indicators';
import type { Office } from '../../domain/office';

/** Levels at which areas are compared, in the interface's words. */
export const LEVELS = [
  { level: 'prefecture', name: '市州' },
  { level: 'county', name: '县区' },
  { level: 'department', name: '部门' },
  { level: 'zone', name: '片区' },
] as const satisfies readonly { level: AreaLevel; name: string }[];

export type ComparedLevel = (typeof LEVELS)[number]['level'];

/** Levels at which an indicator has figures: counties and zones submit nothing, so 报送及时率 has none there. */
export const levelsOf = (indicator: Indicator): (typeof LEVELS)[number][] =>
  LEVELS.filter(({ level }) => indicator.ledger !== null || level === 'prefecture' || level === 'department');

/** The level of the address where the indicator has it, else prefectures. */
export const levelOf = (indicator: Indicator, wanted: AreaLevel | undefined): ComparedLevel =>
  levelsOf(indicator).find(({ level }) => level === wanted)?.level ?? 'prefecture';

/**
 * The areas of a level, in the order of the profile's lists.
 * @param within only the counties of this prefecture
 */
export function comparedAreas(office: Office, level: ComparedLevel, within?: string): Area[] {
  const areas = areasOf(office).filter((a) => a.level === level);
  if (level !== 'county' || !within) return areas;
  return areas.filter((a) => office.regions.place(a.id).prefecture === within);
}

/**
 * What the compared areas leave over of the whole: 省本级 beside the prefectures; beside the counties 市州本级, of one
 * prefecture or of all, and then 省本级 too. Departments leave nothing over, and zones do not add up.
 */
export function ownAreas(office: Office, level: ComparedLevel, within?: string): Area[] {
  const { province, prefectures } = office.profile.regions;
  if (level === 'prefecture') return [ownArea(office, province.code)];
  if (level !== 'county') return [];
  if (within) return [ownArea(office, within)];
  return [...prefectures, province].map(({ code }) => ownArea(office, code));
}
