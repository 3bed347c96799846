import { Calendar } from './calendar';
import { Catalogue, type Definitions } from './catalogue/catalogue';
import { Departments } from './departments';
import type { Field } from './ledgers';
import type { Profile } from './profile';
import { Regions } from './regions';
import { listIn, type TaxonomyList } from './taxonomies';
import { groupLevel, type UnitGroup, type Words, wordsOf } from './units';

/** A profile with its catalogue and look-ups, made once and passed around. */
export interface Office {
  profile: Profile;
  catalogue: Catalogue;
  regions: Regions;
  departments: Departments;
  calendar: Calendar;
  /** The lists by id of their taxonomy, as far as they are in force: in the year that the profile opens with, or in the period. */
  lists: ReadonlyMap<string, TaxonomyList>;
  /** The office of all years, where this one is as it stood in one period: see `officeIn`. */
  whole?: Office;
  /** Whom it assesses, in order. */
  groups: readonly UnitGroup[];
  /** What it calls its levels. */
  words: Words;
}

/** @param catalogue what the profile was checked against: see `readProfile` */
export const officeOf = (profile: Profile, catalogue: Catalogue): Office => ({
  profile,
  catalogue,
  regions: new Regions(profile),
  departments: new Departments(profile.departments),
  calendar: new Calendar(profile.localHolidays),
  lists: listsIn(profile, profile.year),
  groups: profile.units.groups,
  words: wordsOf(profile.units),
});

export const listsIn = ({ taxonomies }: Pick<Profile, 'taxonomies'>, year: number): Office['lists'] =>
  new Map(
    taxonomies.taxonomies.flatMap((t) => {
      const list = listIn(t, year);
      return list ? [[t.id, list] as const] : [];
    }),
  );

/** The list that sorts the texts of a field; undefined for other fields, and where none is in force. */
export const listOf = ({ lists }: Pick<Office, 'lists'>, field: Field): TaxonomyList | undefined =>
  field.type === 'text' && field.taxonomy ? lists.get(field.taxonomy) : undefined;

/** An office as another thread is handed it: plain data. */
export interface OfficeData {
  profile: Profile;
  catalogue: Definitions;
}

export const officeData = ({ profile, catalogue }: Office): OfficeData => ({
  profile,
  catalogue: catalogue.definitions,
});

export const officeFrom = ({ profile, catalogue }: OfficeData): Office => officeOf(profile, new Catalogue(catalogue));

/** Whose figures they are: the office with its province, which most offices have in their name. */
export const officeName = ({ profile }: Office): string =>
  profile.office.includes(profile.regions.province.name)
    ? profile.office
    : `${profile.regions.province.name} ${profile.office}`;

/** Whether the page has sample submissions of an office. */
export const hasSample = ({ profile }: Office): boolean => profile.samples.length > 0;

/** The office of all years. */
export const wholeOf = (office: Office): Office => office.whole ?? office;

/** One that is assessed: of a group, with the level and id under which its figures stand. */
export interface AssessedUnit {
  id: string;
  name: string;
  /** 海南州; of a department its name. */
  short: string;
  /** Id of its group. Groups are never mixed. */
  group: string;
  level: 'prefecture' | 'department';
  reports: boolean;
}

export type ReportingUnit = Pick<AssessedUnit, 'id' | 'name' | 'group' | 'level'>;

/** The units of a group, in the order of its list. */
export function unitsOfGroup({ profile, regions }: Office, { id: group, units }: UnitGroup): AssessedUnit[] {
  if (units === 'departments')
    return profile.departments.departments.map(({ id, name, reports }) => ({
      ...{ id, name, short: name, reports },
      ...{ group, level: 'department' as const },
    }));
  const listed = units === 'regions' ? regions.prefectures.filter((p) => p.coded) : units;
  return listed.map((u) => ({
    ...{ id: 'code' in u ? u.code : u.id, name: u.name, short: u.short, reports: true },
    ...{ group, level: 'prefecture' as const },
  }));
}

/** Where what a unit sends stands unless its rows say otherwise: a place in itself, a department in the whole, under its id. */
export const standsAt = ({ regions }: Pick<Office, 'regions'>, unit: string): { place: string; department: string } =>
  regions.prefectures.some((p) => p.code === unit)
    ? { place: unit, department: '' }
    : { place: regions.province.code, department: unit };

/** The units of all groups. */
export const assessedUnits = (office: Office): AssessedUnit[] =>
  office.groups.flatMap((group) => unitsOfGroup(office, group));

/** Those that are expected to report, of the years that the office stands in. */
export const reportingUnits = (office: Office): ReportingUnit[] =>
  assessedUnits(office)
    .filter((u) => u.reports)
    .map(({ id, name, group, level }) => ({ id, name, group, level }));

/** The units that reported in any year. */
export function everyReportingUnit(office: Office): ReportingUnit[] {
  const whole = wholeOf(office);
  const { departments } = whole.profile.departments;
  const ever = departments.map((d) => ({ ...d, reports: d.reports || (d.history ?? []).some((h) => h.reports) }));
  return reportingUnits({
    ...whole,
    profile: { ...whole.profile, departments: { ...whole.profile.departments, departments: ever } },
  });
}

/** The group in which an area of this level is assessed; undefined for one that is not. */
export const groupOf = (office: Office, level: AssessedUnit['level'], id: string): UnitGroup | undefined =>
  office.groups.find((group) => groupLevel(group) === level && unitsOfGroup(office, group).some((u) => u.id === id));

/** @throws RangeError for an id of none of them */
export function groupById({ groups }: Pick<Office, 'groups'>, id: string): UnitGroup {
  const found = groups.find((g) => g.id === id);
  if (!found) throw new RangeError(`unknown group: ${id}`);
  return found;
}

/** Whether a unit is one of this office, of any year, expected to report or not. */
export const unitExists = (office: Office, unit: string): boolean => nameOfUnit(wholeOf(office), unit) !== undefined;

/** Name of a submission's unit, also of one that is not expected to report, or of other years. */
export const unitName = (office: Office, unit: string): string =>
  nameOfUnit(office, unit) ?? nameOfUnit(wholeOf(office), unit) ?? unit;

/** By the name of its group; of a place or department that is in none by its own. */
const nameOfUnit = (office: Office, unit: string): string | undefined =>
  assessedUnits(office).find((u) => u.id === unit)?.name ??
  office.regions.prefectures.find((p) => p.code === unit)?.name ??
  office.departments.all.find((d) => d.id === unit)?.name;
