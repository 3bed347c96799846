import type { Scheme } from './scheme';

export interface Standing {
  id: string;
  /** Null: not assessed (nothing to assess, or nothing reported). */
  score: number | null;
}

export interface Ranked extends Standing {
  /** Competition rank: ties share a rank and the next is skipped (1, 2, 2, 4). Null where not assessed. */
  rank: number | null;
  grade: string | null;
}

/** Ranks by score, the highest first; those not assessed come last, unranked. Equal scores keep their given order. */
export function rank(standings: readonly Standing[], scheme: Pick<Scheme, 'grades'>): Ranked[] {
  return standings
    .map((s) => ({
      ...s,
      rank:
        s.score === null ? null : 1 + standings.filter((o) => o.score !== null && o.score > (s.score as number)).length,
      grade: s.score === null ? null : gradeOf(s.score, scheme),
    }))
    .sort((a, b) => (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY) || 0);
}

/** The first band whose bound is reached; the lowest of a scheme begins at 0. @throws RangeError for a score below all */
export function gradeOf(score: number, scheme: Pick<Scheme, 'grades'>): string {
  const band = scheme.grades.find((g) => score >= g.atLeast);
  if (!band) throw new RangeError(`no grade for a score of ${score}`);
  return band.name;
}
