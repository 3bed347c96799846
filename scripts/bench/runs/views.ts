import { assess } from '../../../src/assessment/assess';
import { Tabulation } from '../../../src/domain/cells';
import { periodsOfYear } from '../../../src/domain/period';
import { itemsOf, type Scheme, schemeOf } from '../../../src/domain/scheme';
import { cellsAt } from '../../../src/workspace/cellsAt';
import type { Cost } from './cost';
import { AS_OF } from './figures';
import type { Filled } from './filled';

const CHANGES = 120;

/** The 95th percentile of a change of quarter, department or weight: what a person waits for between two screens. */
export async function viewChange({ office, engine, submission, costs }: Filled): Promise<Cost> {
  const { regions, profile } = office;
  const scheme = schemeOf(profile.scheme, 2017);
  const set = await cellsAt(office, engine, [submission], AS_OF);
  const table = new Tabulation(set, regions, profile.zones);
  const question = { office, asOf: AS_OF, table, submissions: [submission] };
  const departments = profile.departments.departments;
  const all: Cost[] = [];
  for (let i = 0; i < CHANGES; i++) {
    const period = periodsOfYear(2017)[i % 7] as string;
    const spent = costs();
    // One in three filters by a department, which sums the cells anew; the others change period or weights.
    if (i % 3 === 0) new Tabulation(set, regions, profile.zones, departments[i % departments.length]?.id);
    else assess({ ...question, scheme: i % 3 === 1 ? scheme : reweighted(scheme, i), period });
    all.push(spent());
  }
  all.sort((a, b) => a.waiting - b.waiting);
  return all[Math.floor(CHANGES * 0.95)] as Cost;
}

/** The same scheme with one item's weight moved to another. */
function reweighted(scheme: Scheme, i: number): Scheme {
  const items = itemsOf(scheme, 'prefectures').map((item, k, all) => {
    if (k === i % all.length) return { ...item, weight: item.weight + 1 };
    return k === (i + 1) % all.length ? { ...item, weight: item.weight - 1 } : item;
  });
  return { ...scheme, groups: { ...scheme.groups, prefectures: items } };
}
