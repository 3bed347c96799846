import { qinghai } from '../../../tests/support/profile';
import { submissionOf } from '../../../tests/support/submission';
import { assess } from '../../assessment/assess';
import { type Cell, type DurationCell, Tabulation } from '../../domain/cells';
import type { IndicatorId } from '../../domain/indicators';
import { officeIn } from '../../domain/officeIn';
import { quartersOf } from '../../domain/period';

const [q1, q2] = quartersOf('2017H1') as [number, number];
const cell = (
  indicator: IndicatorId,
  place: string,
  department: string,
  numerator: number,
  denominator: number,
  quarter = q1,
): Cell => ({ indicator, quarter, place, department, numerator, denominator });
const bar = (place: string, days: number, count: number): DurationCell => ({
  indicator: 'handling_days',
  quarter: q1,
  place,
  department: 'aic',
  days: [days],
  counts: [count],
});

export const XINING = '630100';
export const HAINAN = '632500';
export const GUOLUO = '632600';
export const GONGHE = '632521';

/**
 * The first half of 2017 for tests: 西宁 and 海南 (a county of each department, and 市州本级) reported; 果洛 has a case of a
 * department and reported nothing; one case of 工商 is 省本级; 共和 has one more case in the second quarter.
 */
export const cells = {
  cells: [
    cell('closure_on_time', GONGHE, 'aic', 8, 10),
    cell('closure_on_time', GONGHE, 'aic', 0, 1, q2),
    cell('closure_on_time', '632522', 'fda', 3, 4),
    cell('closure_on_time', HAINAN, 'aic', 1, 2),
    cell('closure_on_time', '630102', 'aic', 9, 10),
    cell('closure_on_time', '632621', 'aic', 1, 1),
    cell('closure_on_time', '630000', 'aic', 5, 6),
    cell('open_overdue', GONGHE, 'aic', 2, 10),
    cell('open_overdue', HAINAN, 'aic', 1, 2),
    cell('submission_on_time', HAINAN, '', 1, 2, q2),
  ],
  durations: [bar(GONGHE, 10, 3), bar(HAINAN, 20, 1), bar('630102', 5, 2)],
  undated: [],
};
export const table = new Tabulation(cells, qinghai.regions, qinghai.profile.zones);

/** As it stood then. */
export const office = officeIn(qinghai, '2017H1');
export const { scheme } = office;
export const submissions = [submissionOf({ id: 1, unit: XINING }), submissionOf({ id: 2, unit: HAINAN })];
export const assessment = assess({
  office,
  scheme,
  period: '2017H1',
  asOf: '2017-07-10',
  table,
  submissions,
});
/** The period that the parts are shown for. */
export const halfYear = { period: '2017H1', quarters: [q1, q2] };
