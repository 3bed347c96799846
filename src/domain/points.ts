/**
 * Points are counted in whole units of the scheme's last decimal (0.01 at two decimals), so that a column of them adds up
 * exactly, without binary dust.
 */
const unitsIn = (points: number, decimals: number): number => Math.round(points * 10 ** decimals);

/** Differences below this are those of floating-point numbers, not of weights. */
const DUST = 1e-6;

/** The sum of points, to `decimals`; what is to be taken off is given as a negative number. */
export const sumPoints = (points: readonly number[], decimals: number): number =>
  points.reduce((sum, p) => sum + unitsIn(p, decimals), 0) / 10 ** decimals;

/**
 * `full` apportioned by weight to `decimals` (largest remainder: every item its whole units, those left over one each to
 * the largest fractions, of equal ones to the first), so that the parts add up to `full` exactly.
 * @param weights positive; none of them gets nothing where each is at least one unit of the last decimal and their sum is
 *   not more than `full`
 */
export function apportion(weights: readonly number[], full: number, decimals: number): number[] {
  const whole = weights.reduce((sum, w) => sum + w, 0);
  const units = unitsIn(full, decimals);
  const shares = weights.map((w, at) => {
    const exact = (w / whole) * units;
    const floor = Math.floor(exact + DUST);
    return { at, floor, rest: Math.round((exact - floor) / DUST) };
  });
  const left = units - shares.reduce((sum, s) => sum + s.floor, 0);
  const raised = new Set(
    [...shares]
      .sort((a, b) => b.rest - a.rest || a.at - b.at)
      .slice(0, left)
      .map((s) => s.at),
  );
  return shares.map((s) => (s.floor + (raised.has(s.at) ? 1 : 0)) / 10 ** decimals);
}

/**
 * A share of the full marks, rounded half up to `decimals`. Rounding never reaches the full marks nor leaves 0: a missed
 * case always shows. (Of full marks of a single unit, which can be nothing but whole or none, less than all is none.)
 * @param share 0…1
 * @param full to `decimals`
 */
export function pointsOf(share: number, full: number, decimals: number): number {
  const units = unitsIn(full, decimals);
  const exact = share * units;
  if (exact >= units - 1e-9) return full;
  const rounded = Math.min(Math.floor(exact + 0.5 + 1e-9), units - 1);
  const shown = rounded === 0 && exact > 1e-9 && units > 1 ? 1 : rounded;
  return shown / 10 ** decimals;
}
