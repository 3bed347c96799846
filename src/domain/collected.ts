import type { CaseIndicator } from './catalogue/indicator';
import type { Ledger } from './catalogue/ledger';
import type { Day } from './day';
import { type Office, wholeOf } from './office';
import { type Period, periodEnd, periodName, periodStart } from './period';
import type { Profile } from './profile';

type Reporting = Pick<Profile, 'reporting'>;

/**
 * The first day of what an office collects of a ledger, or for an indicator; null: always was. So is a ledger that is taken in
 * without being expected.
 */
function beginning({ reporting }: Reporting, of: Ledger | CaseIndicator): Day | null {
  const ledger = 'ledger' in of ? of.ledger : of.id;
  const [first] = reporting.flatMap((r) => (r.ledger === ledger ? [periodStart(r.from)] : [])).sort();
  const own = 'collected' in of && of.collected ? `${of.collected.from}-01-01` : undefined;
  return own && (!first || own > first) ? own : (first ?? null);
}

/** Whether a ledger or an indicator had begun to be collected by the end of a period. */
export const isCollectedIn = (profile: Reporting, of: Ledger | CaseIndicator, period: Period): boolean =>
  (beginning(profile, of) ?? '') <= periodEnd(period);

/** 「罚没款」自2026年起收集，2017年没有这项指标; null for one that is collected in a period. */
export function notCollectedText(office: Office, indicator: string, period: Period): string | null {
  const { profile, catalogue } = wholeOf(office);
  const of = catalogue.definition(indicator);
  if (of.ledger === null || isCollectedIn(profile, of, period)) return null;
  const [year, month] = (beginning(profile, of) as Day).split('-') as [string, string];
  const since = month === '01' ? `${year}年` : `${year}年${Number(month)}月`;
  return `“${of.name}”自${since}起收集，${periodName(period)}没有这项指标`;
}
