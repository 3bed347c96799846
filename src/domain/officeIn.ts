import { Catalogue } from './catalogue/catalogue';
import { isCollectedIn } from './collected';
import { Departments } from './departments';
import { existsIn, latestOf, monthsOf } from './eras';
import { nameIn } from './history';
import { listsIn, type Office, wholeOf } from './office';
import { type Period, periodYear } from './period';
import type { Department, Profile } from './profile';
import { Regions } from './regions';
import { type Scheme, schemeOf } from './scheme';

/** An office as it stood in a period, with the scheme (考核方案) of its year. */
export interface OfficeIn extends Office {
  scheme: Scheme;
}

const made = new WeakMap<Office, Map<Period, OfficeIn>>();

/**
 * An office as it stood in a period: the counties and departments that were there in one of its quarters at least, by the
 * names of its end, the scheme and the taxonomies of its year, and the ledgers and indicators whose collection had begun.
 * Keys are the same in all years, and whatever is looked up by its key is found; only lists and names follow the period. To
 * read files and to count, take the office of all years.
 */
export function officeIn(office: Office, period: Period): OfficeIn {
  const whole = wholeOf(office);
  const held = made.get(whole) ?? new Map<Period, OfficeIn>();
  made.set(whole, held);
  let found = held.get(period);
  if (!found) {
    found = standing(whole, period);
    held.set(period, found);
  }
  return found;
}

function standing(whole: Office, period: Period): OfficeIn {
  const { profile, calendar, catalogue, groups, words } = whole;
  const months = monthsOf(period);
  const regions = regionsIn(profile.regions, months);
  const departments = departmentsIn(profile.departments.departments, months);
  const listed = new Set([...regions.prefectures, ...regions.counties].map((area) => area.code));
  return {
    whole,
    calendar,
    catalogue: new Catalogue(catalogue.definitions, (of) => isCollectedIn(profile, of, period)),
    groups,
    words,
    profile: {
      ...profile,
      regions,
      departments: { ...profile.departments, departments },
      zones: {
        ...profile.zones,
        zones: profile.zones.zones.map((zone) => ({
          ...zone,
          members: zone.members.filter((m) => listed.has(m.code)),
          candidates: zone.candidates.filter((m) => listed.has(m.code)),
        })),
      },
    },
    scheme: schemeOf(profile.scheme, periodYear(period)),
    regions: new Regions(profile, months),
    departments: new Departments(profile.departments, departments),
    lists: listsIn(profile, periodYear(period)),
  };
}

function regionsIn(regions: Profile['regions'], months: readonly string[]): Profile['regions'] {
  const named = <U extends { code: string; name: string }>(unit: U): U => ({ ...unit, name: nameIn(unit, months) });
  return {
    ...regions,
    referenceMonth: months.at(-1) as string,
    prefectures: regions.prefectures.map(named),
    counties: regions.counties.filter((c) => existsIn(c, months)).map(named),
  };
}

const departmentsIn = (departments: readonly Department[], months: readonly string[]): Department[] =>
  departments
    .filter((d) => existsIn(d, months))
    .map((d) => {
      const { name, office, reports } = latestOf(d.history ?? [], months) ?? d;
      return { ...d, name, office, reports };
    });
