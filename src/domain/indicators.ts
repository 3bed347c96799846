import type { CaseIndicator, Duration, Indicator, SubmissionIndicator } from './catalogue/indicator';
import { CATALOGUE } from './catalogue/shipped';
import { type LedgerId, ledgerById } from './ledgers';

export type { CaseIndicator, Duration, Indicator, SubmissionIndicator };

/** Id of an indicator of the catalogue. */
export type IndicatorId = string;

/** Everything that is counted over cases: what is assessed or shown, and what needs attention. */
export const COUNTED: readonly CaseIndicator[] = CATALOGUE.indicators.filter(
  (i): i is CaseIndicator => i.ledger !== null,
);
export const CASE_INDICATORS: readonly CaseIndicator[] = COUNTED.filter((i) => i.role !== 'attention');

/** 报送及时率 is counted over expected submissions, not over cases. */
export const SUBMISSION_INDICATOR = CATALOGUE.indicators.find(
  (i): i is SubmissionIndicator => i.ledger === null,
) as SubmissionIndicator;

export const INDICATORS: readonly Indicator[] = [...CASE_INDICATORS, SUBMISSION_INDICATOR];

/** @throws RangeError for an unknown id */
export function indicator(id: IndicatorId): Indicator {
  const found = INDICATORS.find((i) => i.id === id);
  if (!found) throw new RangeError(`unknown indicator: ${id}`);
  return found;
}

/** The indicators that are counted over the cases of a ledger. */
export const countedOf = (ledger: LedgerId): CaseIndicator[] => COUNTED.filter((i) => i.ledger === ledger);

/** The durations among them. */
export const durationsOf = (ledger: LedgerId): Duration[] =>
  countedOf(ledger).filter((i): i is Duration => i.measure === 'duration');

/** A case stands in the quarter of a deadline, which may lie after the cut-off (an event cannot). */
export const isByDueDate = ({ period }: CaseIndicator): boolean => 'due' in period;

/** How what an indicator counts is counted: 件 of cases, 份 of submissions. */
export type CountUnit = string;
export const countUnit = ({ ledger }: Pick<Indicator, 'ledger'>): CountUnit =>
  ledger === null ? '份' : ledgerById(ledger).row.unit;
