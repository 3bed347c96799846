import { addDays, type Day } from '../../src/domain/day';
import type { Random } from './random';

/** A penalty that a case of another ledger leads to, or comes from. */
export interface LinkedPenalty {
  id: string;
  department: string;
  decidedOn: Day;
}

/** A penalty of the same department in the three months after the case was filed. */
export function linked(
  penalties: readonly LinkedPenalty[],
  department: string,
  filedOn: Day | null,
  random: Random,
): LinkedPenalty | undefined {
  if (filedOn === null) return undefined;
  const last = addDays(filedOn, 90);
  const fitting = penalties.filter((p) => p.department === department && p.decidedOn > filedOn && p.decidedOn <= last);
  return fitting.length ? random.pick(fitting) : undefined;
}
