import type { Catalogue } from '../domain/catalogue/catalogue';
import { measureOf } from '../domain/measures';
import { pointsOf, sumPoints } from '../domain/points';
import { earnedShare } from '../domain/scoring';
import type { ScoreLine } from './assess';

/** What one case would change of an item's points, to the scheme's decimals: negative for points lost. */
export interface OneCase {
  /** One case more that does not meet it; null where none meets it. */
  missed: number | null;
  /** One case more that meets it, of those that do not; null where all meet it. */
  met: number | null;
}

/**
 * The points of an item with one case of the same denominator more missed, and with one more met, against those it has.
 * Null where the item has no case, is not assessed, or measures what no single case decides: a median, a sum.
 */
export function oneCase(catalogue: Catalogue, { item, figure, score }: ScoreLine, decimals: number): OneCase | null {
  const { numerator, denominator } = figure;
  const { points, full } = score;
  if (!measureOf(catalogue.indicator(item.indicator)).eachCase) return null;
  if (numerator === null || points === null || denominator === 0) return null;
  const change = (met: number): number => {
    const share = earnedShare(item.rule, { numerator: met, denominator, value: met / denominator }, item.weight);
    return sumPoints([pointsOf(share, full, decimals), -points], decimals);
  };
  return {
    missed: numerator > 0 ? change(numerator - 1) : null,
    met: numerator < denominator ? change(numerator + 1) : null,
  };
}

/** Whether a single case moves the item by more than one point. */
export const movesMoreThanAPoint = ({ missed, met }: OneCase): boolean =>
  [missed, met].some((change) => change !== null && Math.abs(change) > 1);
