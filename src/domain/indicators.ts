import type { CaseIndicator, Duration, Indicator, SubmissionIndicator } from './catalogue/indicator';

export type { CaseIndicator, Duration, Indicator, SubmissionIndicator };

/** Id of an indicator of the office's catalogue. */
export type IndicatorId = string;

/** How what an indicator counts is counted: 件 of cases, 份 of submissions. */
export type CountUnit = string;

/** A case stands in the quarter of a deadline, which may lie after the cut-off (an event cannot). */
export const isByDueDate = ({ period }: CaseIndicator): boolean => 'due' in period;

/** Whether an indicator is shown of areas of a level. */
export const shownAt = (
  { levels }: Pick<Indicator, 'levels'>,
  level: NonNullable<Indicator['levels']>[number],
): boolean => levels?.includes(level) ?? true;
