import { catalogue } from '../../../tests/support/catalogue';
import { qinghai } from '../../../tests/support/profile';
import { type Assessment, assess } from '../../assessment/assess';
import { type Cell, type DurationCell, Tabulation } from '../../domain/cells';
import type { Office } from '../../domain/office';
import { type Scheme, schemeOf } from '../../domain/scheme';
import type { Submission } from '../../domain/submission';

export interface Assessed {
  office: Office;
  scheme: Scheme;
  assessment: Assessment;
  submissions: Submission[];
}

export const submission = (id: number, unit: string, more: Partial<Submission> = {}): Submission => ({
  id,
  unit,
  period: '2017Q3',
  ledger: 'complaints',
  file: `2017年第三季度_${unit}_投诉举报台账.csv`,
  sha256: String(id).repeat(64).slice(0, 64),
  bytes: 100,
  encoding: 'utf-8',
  version: 1,
  receivedOn: '2017-10-09',
  takenInAt: '2017-10-09T08:00:00.000Z',
  rowsRead: 100,
  rowsAccepted: 98,
  rowsRejected: 2,
  withdrawnAt: null,
  ...more,
});

/**
 * A small real assessment of 2017Q3 for tests: 西宁 and 海南 have cases (西宁 misses 1 of 100,000 acceptances), 海东 reported
 * without any, the other prefectures reported nothing; only 工商 has cases.
 */
export function assessed(): Assessed {
  const office = qinghai;
  const scheme = schemeOf(office.profile.scheme, 2017);
  const quarter = 2017 * 4 + 2;
  const cells: Cell[] = catalogue.caseIndicators
    .filter((i) => i.measure === 'share')
    .flatMap((i) => [
      {
        indicator: i.id,
        quarter,
        place: '630102',
        department: 'aic',
        numerator: i.id === 'acceptance_on_time' ? 99_999 : 90,
        denominator: i.id === 'acceptance_on_time' ? 100_000 : 100,
      },
      { indicator: i.id, quarter, place: '632521', department: 'aic', numerator: 40, denominator: 50 },
    ]);
  const durations: DurationCell[] = [
    { indicator: 'handling_days', quarter, place: '630102', department: 'aic', days: [10, 21], counts: [3, 3] },
  ];
  const submissions = [
    submission(1, '630100', { period: '2017Q3' }),
    submission(2, '632500', { file: '=2+3_海南州.csv' }),
    submission(3, '632500', { version: 2, file: '2017Q3_632500_complaints_v2.csv' }),
    submission(4, '630200', { rowsRead: 0, rowsAccepted: 0, rowsRejected: 0, receivedOn: null }),
    submission(5, 'aic', { withdrawnAt: '2017-11-01T00:00:00.000Z' }),
  ];
  const assessment = assess({
    office,
    scheme,
    period: '2017Q3',
    asOf: '2017-10-10',
    table: new Tabulation({ cells, durations, undated: [] }, office.regions, office.profile.zones),
    submissions: submissions.filter((s) => ![2, 5].includes(s.id)),
  });
  return { office, scheme, assessment, submissions };
}
