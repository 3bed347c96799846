import * as z from 'zod';
import type { CellSet } from '../domain/cells';
import type { Day } from '../domain/day';
import type { IndicatorId } from '../domain/indicators';
import type { Profile } from '../domain/profile';
import { effectiveSubmissions, type Submission } from '../domain/submission';
import { answersOf } from './keptRows';

const count = z.int().min(0);
const cell = z.tuple([z.string(), z.int(), z.string(), z.string(), count, count]);
const undatedCell = z.tuple([z.string(), z.int(), z.string(), z.string(), count]);
const keptSchema = z.object({
  of: z.string(),
  cells: z.array(cell),
  durations: z.array(cell),
  undated: z.array(undatedCell),
});

/** What cells depend on: the program with its calendar, the profile, and every submission that counts. */
const cellsFingerprint = (program: string, profile: Profile, submissions: readonly Submission[]): string =>
  JSON.stringify([
    program,
    profile.id,
    profile.regions,
    profile.departments,
    profile.reporting,
    profile.deadlines,
    profile.localHolidays,
    submissions.map((s) => [
      s.id,
      s.sha256,
      s.unit,
      s.period,
      s.ledger,
      s.receivedOn,
      answersOf(s),
      s.withdrawnAt !== null,
    ]),
    effectiveSubmissions(submissions).map((s) => s.id),
  ]);

/** Cells as JSON, with what they are of. */
export const encodeCells = (program: string, profile: Profile, submissions: readonly Submission[], set: CellSet) => ({
  of: cellsFingerprint(program, profile, submissions),
  cells: set.cells.map((c) => [c.indicator, c.quarter, c.place, c.department, c.numerator, c.denominator]),
  durations: set.durations.map((d) => [d.indicator, d.quarter, d.place, d.department, d.days, d.count]),
  undated: set.undated.map((u) => [u.indicator, u.quarter, u.place, u.department, u.count]),
});

/** The cells of `encodeCells`, if they are of exactly these submissions and made by this program; else null. */
export function decodeCells(
  json: unknown,
  program: string | null,
  profile: Profile,
  submissions: readonly Submission[],
): CellSet | null {
  const kept = keptSchema.safeParse(json);
  if (program === null || !kept.success || kept.data.of !== cellsFingerprint(program, profile, submissions))
    return null;
  return {
    cells: kept.data.cells.map(([indicator, quarter, place, department, numerator, denominator]) => ({
      indicator: indicator as IndicatorId,
      quarter,
      place,
      department,
      numerator,
      denominator,
    })),
    durations: kept.data.durations.map(([indicator, quarter, place, department, days, n]) => ({
      indicator: indicator as IndicatorId,
      quarter,
      place,
      department,
      days,
      count: n,
    })),
    undated: kept.data.undated.map(([indicator, quarter, place, department, n]) => ({
      indicator: indicator as IndicatorId,
      quarter,
      place,
      department,
      count: n,
    })),
  };
}

/** Name under which the cells of a cut-off are kept. */
export const keptName = (asOf: Day): string => `cells-${asOf}.json`;
