import { assess } from '../../src/assessment/assess';
import { readCatalogue } from '../../src/domain/catalogue/readCatalogue';
import { type Cell, Tabulation } from '../../src/domain/cells';
import { officeOf } from '../../src/domain/office';
import { quartersOf } from '../../src/domain/period';
import { readProfile } from '../../src/domain/readProfile';
import { reportedBy } from '../../src/domain/reportedBy';
import { schemeOf } from '../../src/domain/scheme';
import { catalogueFiles } from './catalogue';
import { profileFiles } from './profile';
import { submissionOf } from './submission';

export const SIMING = '350203';
export const HAICANG = '350205';

/** The office of 厦门, where 公示及时率 has a target, 罚没款 is shown of whole and districts only, 两法衔接录入率 of departments only. */
export const office = (() => {
  const { ledgers, indicators } = catalogueFiles();
  const more: Record<string, object> = {
    disclosure_on_time: { target: { value: 0.95, source: '办字〔2017〕33号' } },
    fine_total: { levels: ['province', 'prefecture'] },
    platform_entry: { levels: ['department'] },
  };
  const penalties = (indicators.penalties as { id: string }[]).map((i) => ({ ...i, ...more[i.id] }));
  const profile = profileFiles('xiamen-2016');
  const catalogue = readCatalogue(
    { ledgers, indicators: { ...indicators, penalties } },
    { choice: profile.catalogue, own: { ledgers: {}, indicators: {} } },
  );
  return officeOf(readProfile(catalogue, profile), catalogue);
})();

const [quarter] = quartersOf('2016Q1') as [number];
const cell = (indicator: string, place: string, numerator: number, denominator: number, fen?: number): Cell => ({
  indicator,
  quarter,
  place,
  department: 'aic',
  numerator,
  denominator,
  ...(fen !== undefined && { amounts: [fen] }),
});

/** 思明 has reported penalties, 海沧 has and has none, the others have not reported. */
export const submissions = [
  submissionOf({ unit: SIMING, period: '2016H1', ledger: 'penalties' }),
  submissionOf({ id: 2, unit: HAICANG, period: '2016H1', ledger: 'penalties' }),
];

export const table = new Tabulation(
  {
    cells: [
      cell('fine_total', SIMING, 9, 12, 12_345_678_90),
      cell('disclosure_on_time', SIMING, 8, 10),
      cell('platform_entry', SIMING, 3, 10),
    ],
    durations: [],
    undated: [],
  },
  office.regions,
  office.profile.zones,
  undefined,
  reportedBy(office, submissions, '2016-07-11'),
);

export const assessment = assess({
  office,
  scheme: schemeOf(office.profile.scheme, 2016),
  period: '2016H1',
  asOf: '2016-07-11',
  table,
  submissions,
});
