import type { Office } from '../../domain/office';
import { type Period, type Quarter, quarterPeriod, quartersOf } from '../../domain/period';

/** Quarters that can be reported: from the profile's first to the end of a year. */
export function reportingPeriods({ profile }: Office, year: number): Period[] {
  const first = quartersOf(profile.reporting.from)[0] as Quarter;
  const last = Math.max(year, profile.year) * 4 + 3;
  return Array.from({ length: last - first + 1 }, (_, i) => quarterPeriod(first + i));
}
