import { conditionsOf } from './askedOfLedger';
import { type Catalogue, SUBMISSION_STEP } from './catalogue/catalogue';
import { addDays } from './day';
import { rulesOf } from './deadlines';
import { type CaseIndicator, isOfReporting, type SubmissionIndicator } from './indicators';
import { type Period, periodEnd, periodStart } from './period';
import type { DeadlineRule, Step } from './profile';

/** What deadlines may decide: an indicator, or what is counted over cases like one. */
export type Dated = CaseIndicator | SubmissionIndicator;

/**
 * A step in the interface's words, and the day from which its limit runs (that day is not counted).
 * @throws RangeError for a step that no ledger has
 */
export function stepInWords(catalogue: Catalogue, step: Step): { name: string; from: string } {
  const words = step === SUBMISSION_STEP ? { name: '报送', from: '报送期末日' } : catalogue.deadline(step);
  if (!words) throw new RangeError(`unknown step: ${step}`);
  return words;
}

/**
 * The steps whose deadlines decide an indicator, in the order of the definition. The closure of an undecided case runs
 * from the end of the limit for deciding, so that limit is used as well.
 */
export function stepsOf(catalogue: Catalogue, indicator: Dated): Step[] {
  if (isOfReporting(indicator)) return [SUBMISSION_STEP];
  const { deadlines } = catalogue.ledger(indicator.ledger);
  const { period } = indicator;
  const named = new Set([
    ...('due' in period ? [period.due] : []),
    ...conditionsOf(indicator).flatMap((c) => ('inTime' in c ? [c.inTime] : [])),
  ]);
  for (const d of deadlines)
    if (named.has(d.id)) for (const start of d.starts) if ('due' in start) named.add(start.due);
  return [...named];
}

/**
 * The profile's rules of those steps, as they are looked up: the most specific first.
 * @param period only what was in force in it, or in the year before: its cases may be as old
 */
export function rulesOfIndicator(
  catalogue: Catalogue,
  indicator: Dated,
  rules: readonly DeadlineRule[],
  period: Period,
): DeadlineRule[] {
  const [first, last] = [addDays(periodStart(period), -365), periodEnd(period)];
  const inForce = rules.filter((r) => (r.from === null || r.from <= last) && (r.to === null || first <= r.to));
  return stepsOf(catalogue, indicator).flatMap((step) => rulesOf(inForce, step));
}
