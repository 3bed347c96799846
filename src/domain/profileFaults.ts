import type { Catalogue } from './catalogue/catalogue';
import { cutOffFaults } from './cutOff';
import { inFile, repeated, texts } from './faults/claims';
import { collectedFaults } from './faults/collected';
import { ruleFaults } from './faults/deadlineRules';
import { departmentFaults } from './faults/departments';
import { groupFaults } from './faults/groups';
import { regionFaults } from './faults/regions';
import { taxonomyFaults } from './faults/taxonomies';
import { zoneFaults } from './faults/zones';
import type { Profile } from './profile';
import { reportingFaults } from './reporting';
import { datedSchemeFaults } from './scheme';

/**
 * What the files of a profile, each of the right form, say against themselves or against each other.
 * @returns `file → path：reason` of every fault
 */
export const profileFaults = (catalogue: Catalogue, p: Profile): string[] => [
  ...inFile(
    'profile',
    reportingFaults(
      catalogue.ledgerIds,
      p.units.groups.map((g) => g.id),
      p.reporting,
    ),
  ),
  ...inFile('profile', cutOffFaults(p.cutOff)),
  ...repeated('profile', '日期', texts('localHolidays', p.localHolidays)),
  ...regionFaults(p),
  ...groupFaults(p),
  ...zoneFaults(p),
  ...departmentFaults(p),
  ...ruleFaults(catalogue, p),
  ...taxonomyFaults(catalogue, p),
  ...inFile('scheme', datedSchemeFaults({ catalogue, groups: p.units.groups }, p.scheme)),
  ...inFile('scheme', collectedFaults(catalogue, p)),
];
