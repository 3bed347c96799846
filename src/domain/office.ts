import { Calendar } from './calendar';
import { Catalogue, type Definitions } from './catalogue/catalogue';
import { Departments } from './departments';
import type { Profile } from './profile';
import { Regions } from './regions';

/** A profile with its catalogue and look-ups, made once and passed around. */
export interface Office {
  profile: Profile;
  catalogue: Catalogue;
  regions: Regions;
  departments: Departments;
  calendar: Calendar;
  /** The office of all years, where this one is as it stood in one period: see `officeIn`. */
  whole?: Office;
}

/** @param catalogue what the profile was checked against: see `readProfile` */
export const officeOf = (profile: Profile, catalogue: Catalogue): Office => ({
  profile,
  catalogue,
  regions: new Regions(profile.regions),
  departments: new Departments(profile.departments),
  calendar: new Calendar(profile.localHolidays),
});

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

/** A reporting unit: prefectures and reporting departments, two lists that are never mixed. */
export interface ReportingUnit {
  id: string;
  name: string;
  group: 'prefectures' | 'departments';
}

/** The units that report, of the years that the office stands in. */
export const reportingUnits = ({ profile }: Office): ReportingUnit[] => [
  ...profile.regions.prefectures.map((p) => ({ id: p.code, name: p.name, group: 'prefectures' as const })),
  ...profile.departments.departments
    .filter((d) => d.reports)
    .map((d) => ({ id: d.id, name: d.name, group: 'departments' as const })),
];

/** The units that reported in any year. */
export const everyReportingUnit = (office: Office): ReportingUnit[] => {
  const { departments } = wholeOf(office).profile.departments;
  const ever = departments.map((d) => ({ ...d, reports: d.reports || (d.history ?? []).some((h) => h.reports) }));
  const { profile } = wholeOf(office);
  return reportingUnits({
    ...office,
    profile: { ...profile, departments: { ...profile.departments, departments: ever } },
  });
};

/** Whether a unit is one of this office, expected to report or not. */
export function unitExists(office: Office, unit: string): boolean {
  const { regions, departments } = wholeOf(office).profile;
  return regions.prefectures.some((p) => p.code === unit) || departments.departments.some((d) => d.id === unit);
}

/** Name of a submission's unit, also of one that is not expected to report, or of other years. */
export function unitName(office: Office, unit: string): string {
  const named = ({ profile }: Office) =>
    profile.regions.prefectures.find((p) => p.code === unit)?.name ??
    profile.departments.departments.find((d) => d.id === unit)?.name;
  return named(office) ?? named(wholeOf(office)) ?? unit;
}
