import type { IndicatorValue } from '../assessment/assess';
import type { EvidenceSide } from '../domain/evidence';

/** How many cases (or submissions) stand behind a side of a figure; null where a duration has no such side. */
export function sideCount({ numerator, denominator, undated }: IndicatorValue, side: EvidenceSide): number | null {
  if (side === 'denominator') return denominator;
  if (side === 'undated') return undated;
  if (numerator === null) return null;
  return side === 'numerator' ? numerator : denominator - numerator;
}
