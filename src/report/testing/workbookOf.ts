import type { ProblemGroup } from '../../domain/problemGroups';
import type { OutstandingRow } from '../outstanding';
import type { WorkbookInput } from '../workbookInput';
import { assessed, submission } from './assessed';

const problem = (code: ProblemGroup['code'], severity: ProblemGroup['severity'], message: string): ProblemGroup => ({
  submission: 1,
  unit: '630100',
  period: '2017Q3',
  ledger: 'complaints',
  file: 'a.csv',
  id: '0.county.',
  sheet: null,
  sheetNumber: 0,
  runs: [[2, 2]],
  rows: 1,
  letters: 'C',
  column: '县区',
  count: 1,
  values: [{ value: 'x', count: 1 }],
  kinds: 1,
  code,
  severity,
  message,
});

const outstanding = (more: Partial<OutstandingRow>): OutstandingRow => ({
  indicator: 'open_overdue',
  id: 'T-1',
  place: '632521',
  department: 'aic',
  since: '2017-06-01',
  due: '2017-09-29',
  over: { days: 11, unit: 'calendar_days', lastDay: false },
  file: 'a.csv',
  sheet: null,
  row: 7,
  ...more,
});

/**
 * What a workbook of `assessed()` says: beside its submissions one that came in after the cut-off and one of another quarter,
 * three causes of problems, one of them of 300 rows, two things to do.
 */
export const workbookOf = (): WorkbookInput => {
  const given = assessed();
  return {
    ...given,
    own: [],
    submissions: [
      ...given.submissions,
      submission(6, '632600', { receivedOn: '2017-11-20' }),
      submission(7, '630100', { period: '2017Q2', file: '2017Q2_630100_complaints.csv' }),
    ],
    problems: new Map([
      [1, [problem('merged_county', 'warning', 'w'), problem('unknown_county', 'error', '=1+1')]],
      [
        3,
        [{ ...problem('unknown_county', 'error', 'second'), file: 'b.csv', runs: [[5, 304]], rows: 300, count: 300 }],
      ],
    ]),
    outstanding: [
      outstanding({}),
      outstanding({
        indicator: 'disclosure_rate',
        id: 'P-1',
        place: '630000',
        since: '2017-09-20',
        due: '2017-10-26',
        over: null,
        file: 'b.csv',
        row: 3,
      }),
    ],
    sample: true,
    madeAt: '2018-01-12 09:30',
  };
};
