import { rulesOf } from './deadlines';
import type { CaseIndicator, SubmissionIndicator } from './indicators';
import { LEDGERS, ledgerById } from './ledgers';
import type { DeadlineRule, Step } from './profile';

/** What deadlines may decide: an indicator, or what is counted over cases like one. */
export type Dated = CaseIndicator | SubmissionIndicator;

/** Each step in the interface's words, and the day from which its limit runs (that day is not counted). */
const WORDS: Readonly<Record<Step, { name: string; from: string }>> = {
  ...Object.fromEntries(
    Object.values(LEDGERS).flatMap((l) => l.deadlines.map(({ id, name, from }) => [id, { name, from }] as const)),
  ),
  submission: { name: '报送', from: '报送期末日' },
};

/** @throws RangeError for a step that no ledger has */
export function stepInWords(step: Step): { name: string; from: string } {
  const words = WORDS[step];
  if (!words) throw new RangeError(`unknown step: ${step}`);
  return words;
}

/**
 * The steps whose deadlines decide an indicator, in the order of the definition. The closure of an undecided case runs
 * from the end of the limit for deciding, so that limit is used as well.
 */
export function stepsOf(indicator: Dated): Step[] {
  if (indicator.ledger === null) return ['submission'];
  const { deadlines } = ledgerById(indicator.ledger);
  const { period, denominator } = indicator;
  const conditions = [...denominator, ...(indicator.measure === 'share' ? indicator.numerator : [])];
  const named = new Set([
    ...('due' in period ? [period.due] : []),
    ...conditions.flatMap((c) => ('inTime' in c ? [c.inTime] : [])),
  ]);
  for (const d of deadlines)
    if (named.has(d.id)) for (const start of d.starts) if ('due' in start) named.add(start.due);
  return [...named];
}

/** The profile's rules of those steps, as they are looked up: the most specific first. */
export const rulesOfIndicator = (indicator: Dated, rules: readonly DeadlineRule[]): DeadlineRule[] =>
  stepsOf(indicator).flatMap((step) => rulesOf(rules, step));
