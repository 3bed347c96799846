import {
  type CaseIndicator,
  type Duration,
  type Indicator,
  isOfReporting,
  type SubmissionIndicator,
} from './catalogue/indicator';

export { type CaseIndicator, type Duration, type Indicator, isOfReporting, type SubmissionIndicator };

/** Id of an indicator of the office's catalogue. */
export type IndicatorId = string;

/** How what an indicator counts is counted: 件 of cases, 份 of submissions. */
export type CountUnit = string;

/** A case stands in the quarter of a deadline, which may lie after the cut-off (an event cannot). */
export const isByDueDate = ({ period }: CaseIndicator): boolean => 'due' in period;

type Level = NonNullable<Indicator['levels']>[number];

/** Units submit; what they are made of, and zones, do not. */
const SUBMITTING: readonly Level[] = ['province', 'prefecture', 'department'];

/** Whether an indicator is shown of areas of a level. */
export const shownAt = (of: Indicator, level: Level): boolean =>
  (of.levels?.includes(level) ?? true) && (!isOfReporting(of) || SUBMITTING.includes(level));
