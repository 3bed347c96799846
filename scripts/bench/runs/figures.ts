import type { IndicatorValue } from '../../../src/assessment/assess';

/** The cut-off at which everything is counted. */
export const AS_OF = '2018-01-10';
/** Cut-offs that it is then moved to. */
export const OTHER_CUT_OFFS = ['2017-12-10', '2017-10-31', '2018-01-05'];

/** The province's counts of the year by indicator, those over cases: the same for every peer. */
export const provinceFigures = (indicators: readonly IndicatorValue[]): string =>
  indicators
    .filter((v) => v.level === 'province' && v.period === '2017' && v.indicator !== 'submission_on_time')
    .map((v) => `${v.indicator} ${v.numerator ?? 0}/${v.denominator} ${v.median ?? ''}`)
    .join('; ');
