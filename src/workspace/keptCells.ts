import * as z from 'zod';
import type { CellSet } from '../domain/cells';
import type { Day } from '../domain/day';
import type { IndicatorId } from '../domain/indicators';
import type { Office } from '../domain/office';
import { effectiveSubmissions, type Submission } from '../domain/submission';
import { checksumText } from './checksum';
import { answersOf } from './keptRows';

const keptSchema = z.object({ of: z.string(), cells: z.string(), sum: z.string() });

type At = [indicator: string, quarter: number, place: string, department: string];
interface KeptSet {
  cells: [...At, number, number, readonly number[] | null][];
  subjects: [...At, readonly number[], readonly number[]][];
  durations: [...At, readonly number[], readonly number[]][];
  undated: [...At, number][];
}

/** What cells depend on: the program with its calendar, profile and catalogue, and every submission that counts. */
const cellsFingerprint = (
  program: string,
  { profile, catalogue }: Office,
  submissions: readonly Submission[],
): string =>
  JSON.stringify([
    program,
    profile.id,
    profile.regions,
    profile.units,
    profile.departments,
    profile.reporting,
    profile.deadlines,
    profile.localHolidays,
    catalogue.definitions,
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

/** Cells as JSON, with what they are of and a checksum over both: they are figures, and nothing counts them again. */
export async function encodeCells(program: string, office: Office, submissions: readonly Submission[], set: CellSet) {
  const of = cellsFingerprint(program, office, submissions);
  const kept: KeptSet = {
    cells: set.cells.map((c) => [
      ...([c.indicator, c.quarter, c.place, c.department] as At),
      c.numerator,
      c.denominator,
      c.amounts ?? null,
    ]),
    durations: set.durations.map((d) => [d.indicator, d.quarter, d.place, d.department, d.days, d.counts]),
    subjects: (set.subjects ?? []).map((s) => [s.indicator, s.quarter, s.place, s.department, s.counted, s.met]),
    undated: set.undated.map((u) => [u.indicator, u.quarter, u.place, u.department, u.count]),
  };
  const cells = JSON.stringify(kept);
  return { of, cells, sum: await checksumText([of, cells]) };
}

/**
 * The cells of `encodeCells`, if they are of exactly these submissions, made by this program and whole to the last bit; else
 * null.
 */
export async function decodeCells(
  json: unknown,
  program: string | null,
  office: Office,
  submissions: readonly Submission[],
): Promise<CellSet | null> {
  const kept = keptSchema.safeParse(json);
  if (program === null || !kept.success || kept.data.of !== cellsFingerprint(program, office, submissions)) return null;
  if (kept.data.sum !== (await checksumText([kept.data.of, kept.data.cells]))) return null;
  const { cells, durations, undated, ...lists } = JSON.parse(kept.data.cells) as KeptSet;
  const subjects = lists.subjects.map(([indicator, quarter, place, department, counted, met]) => ({
    indicator: indicator as IndicatorId,
    quarter,
    place,
    department,
    counted,
    met,
  }));
  return {
    subjects,
    cells: cells.map(([indicator, quarter, place, department, numerator, denominator, amounts]) => ({
      indicator: indicator as IndicatorId,
      quarter,
      place,
      department,
      numerator,
      denominator,
      ...(amounts && { amounts }),
    })),
    durations: durations.map(([indicator, quarter, place, department, days, counts]) => ({
      indicator: indicator as IndicatorId,
      quarter,
      place,
      department,
      days,
      counts,
    })),
    undated: undated.map(([indicator, quarter, place, department, n]) => ({
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
