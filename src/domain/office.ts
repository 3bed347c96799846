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

/** A reporting unit: prefectures and reporting departments, two lists that are never mixed. */
export interface ReportingUnit {
  id: string;
  name: string;
  group: 'prefectures' | 'departments';
}

export const reportingUnits = ({ profile }: Office): ReportingUnit[] => [
  ...profile.regions.prefectures.map((p) => ({ id: p.code, name: p.name, group: 'prefectures' as const })),
  ...profile.departments.departments
    .filter((d) => d.reports)
    .map((d) => ({ id: d.id, name: d.name, group: 'departments' as const })),
];

/** Whether a unit is one of this office, expected to report or not. */
export const unitExists = ({ profile }: Office, unit: string): boolean =>
  profile.regions.prefectures.some((p) => p.code === unit) ||
  profile.departments.departments.some((d) => d.id === unit);

/** Name of a submission's unit, also of one that is not expected to report. */
export function unitName({ profile }: Office, unit: string): string {
  return (
    profile.regions.prefectures.find((p) => p.code === unit)?.name ??
    profile.departments.departments.find((d) => d.id === unit)?.name ??
    unit
  );
}
