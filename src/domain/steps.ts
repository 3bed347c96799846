import { rulesOf } from './deadlines';
import type { CaseIndicator, CountedId, Fact, SubmissionIndicator } from './indicators';
import type { DeadlineRule, Step } from './profile';

const STEP_OF: Partial<Record<Fact, Step>> = {
  acceptance_due: 'acceptance',
  closure_due: 'closure',
  feedback_due: 'feedback',
  disclosure_due: 'disclosure',
};

/** What deadlines may decide: an indicator, or what is counted over cases like one. */
export type Dated = CaseIndicator<CountedId> | SubmissionIndicator;

/** Each step in the interface's words, and the day from which its limit runs (that day is not counted). */
export const STEPS_IN_WORDS: Readonly<Record<Step, { name: string; from: string }>> = {
  acceptance: { name: '受理', from: '接收日' },
  closure: { name: '办结', from: '受理决定日（未作决定的，为受理期限届满日）' },
  feedback: { name: '反馈', from: '办结日' },
  disclosure: { name: '公示', from: '处罚决定日' },
  submission: { name: '报送', from: '报送期末日' },
};

/**
 * The steps whose deadlines decide an indicator, in the order of the definition. The closure of an undecided case runs
 * from the end of the limit for deciding, so that limit is used as well.
 */
export function stepsOf(indicator: Dated): Step[] {
  if (indicator.ledger === null) return ['submission'];
  const facts = [
    indicator.period,
    ...[...indicator.denominator, ...indicator.numerator].flatMap((c) =>
      c.test === 'notAfter' ? [c.fact, c.limit] : [c.fact],
    ),
  ];
  const steps = new Set(facts.flatMap((fact) => STEP_OF[fact] ?? []));
  if (steps.has('closure')) steps.add('acceptance');
  return [...steps];
}

/** The profile's rules of those steps, as they are looked up: the most specific first. */
export const rulesOfIndicator = (indicator: Dated, rules: readonly DeadlineRule[]): DeadlineRule[] =>
  stepsOf(indicator).flatMap((step) => rulesOf(rules, step));
