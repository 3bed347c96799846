import type { IndicatorValue } from '../assessment/assess';
import type { Catalogue } from '../domain/catalogue/catalogue';
import type { EvidenceSide } from '../domain/evidence';
import { measureOf } from '../domain/measures';

/** How many cases (or submissions) stand behind a side of a figure; null where a duration has no such side. */
export function sideCount({ numerator, denominator, undated }: IndicatorValue, side: EvidenceSide): number | null {
  if (side === 'denominator') return denominator;
  if (side === 'undated') return undated;
  if (numerator === null) return null;
  return side === 'numerator' ? numerator : denominator - numerator;
}

/** The rows that a figure opens: those that it lacks, where each of them tells on it; else, or where none is missing, all. */
export function sideToOpen(catalogue: Catalogue, figure: IndicatorValue): 'missing' | 'denominator' {
  const { numerator, denominator } = figure;
  const lacking = numerator !== null && numerator !== denominator;
  return lacking && measureOf(catalogue.indicator(figure.indicator)).eachCase ? 'missing' : 'denominator';
}
