import { type Area, areasOf } from '../../assessment/assess';
import { ownArea } from '../../assessment/own';
import type { AreaLevel } from '../../domain/cells';
import { type Indicator, shownAt } from '../../domain/indicators';
import type { Office } from '../../domain/office';

export type ComparedLevel = Exclude<AreaLevel, 'province'>;

/** A level at which areas are compared, in the interface's words. */
export interface NamedLevel {
  level: ComparedLevel;
  name: string;
}

/** The levels that the office has: a city's districts have no counties, and not every office has zones. */
const officeLevels = ({ words, profile }: Office): NamedLevel[] => [
  { level: 'prefecture', name: words.places },
  ...(words.county ? [{ level: 'county' as const, name: words.county.name }] : []),
  { level: 'department', name: '部门' },
  ...(profile.zones.zones.length ? [{ level: 'zone' as const, name: '片区' }] : []),
];

/** Levels at which an indicator is shown. */
export const levelsOf = (office: Office, indicator: Indicator): NamedLevel[] =>
  officeLevels(office).filter(({ level }) => shownAt(indicator, level));

/** The level of the address where the indicator has it, else the first that it has. */
export const levelOf = (office: Office, indicator: Indicator, wanted: AreaLevel | undefined): NamedLevel => {
  const levels = levelsOf(office, indicator);
  return levels.find(({ level }) => level === wanted) ?? levels[0] ?? (officeLevels(office)[0] as NamedLevel);
};

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
  const { province, prefectures } = office.regions;
  if (level === 'prefecture') return [ownArea(office, province.code)];
  if (level !== 'county') return [];
  if (within) return [ownArea(office, within)];
  return [...prefectures.filter((p) => p.parted), province].map(({ code }) => ownArea(office, code));
}
