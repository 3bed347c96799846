import * as z from 'zod';
import type { CellSet } from '../domain/cells';
import type { Day } from '../domain/day';
import type { Profile } from '../domain/profile';
import { effectiveSubmissions, type Submission } from '../domain/submission';

/** Raised when the same submissions would give other cells than before. */
const RULES_VERSION = 1;

/** A place to keep derived JSON; may lose it. */
export interface Keep {
  get(name: string): Promise<unknown>;
  put(name: string, value: unknown): Promise<boolean>;
}

const count = z.int().min(0);
const cell = z.tuple([z.string(), z.int(), z.string(), z.string(), count, count]);
const keptSchema = z.object({ of: z.string(), cells: z.array(cell), durations: z.array(cell) });

/** What cells depend on: the rules, the profile, and every submission that counts. */
export const cellsFingerprint = (profile: Profile, submissions: readonly Submission[]): string =>
  JSON.stringify([
    RULES_VERSION,
    profile.id,
    profile.zones.version,
    profile.deadlines,
    profile.localHolidays,
    submissions.map((s) => [s.id, s.sha256, s.unit, s.period, s.ledger, s.receivedOn, s.withdrawnAt !== null]),
    effectiveSubmissions(submissions).map((s) => s.id),
  ]);

const nameOf = (asOf: Day): string => `cells-${asOf}.json`;

/** Cells of the last session at this cut-off, if they are of exactly these submissions; else null. */
export async function keptCells(keep: Keep, fingerprint: string, asOf: Day): Promise<CellSet | null> {
  const kept = keptSchema.safeParse(await keep.get(nameOf(asOf)));
  if (!kept.success || kept.data.of !== fingerprint) return null;
  return {
    cells: kept.data.cells.map(([indicator, quarter, place, department, numerator, denominator]) => ({
      indicator: indicator as CellSet['cells'][number]['indicator'],
      quarter,
      place,
      department,
      numerator,
      denominator,
    })),
    durations: kept.data.durations.map(([indicator, quarter, place, department, days, n]) => ({
      indicator: indicator as CellSet['cells'][number]['indicator'],
      quarter,
      place,
      department,
      days,
      count: n,
    })),
  };
}

export const keepCells = (keep: Keep, fingerprint: string, asOf: Day, set: CellSet): Promise<boolean> =>
  keep.put(nameOf(asOf), {
    of: fingerprint,
    cells: set.cells.map((c) => [c.indicator, c.quarter, c.place, c.department, c.numerator, c.denominator]),
    durations: set.durations.map((d) => [d.indicator, d.quarter, d.place, d.department, d.days, d.count]),
  });
