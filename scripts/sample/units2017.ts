import { FAULTS_2017 } from './faults2017';
import type { Sample } from './recipe';
import { alike, type Form, type NameStyle, PLAIN, type SamplePlan, type UnitPlan } from './units';
import { DEPARTMENT_WORDS } from './wording';

/**
 * Prefectures by invented volumes that follow their population. 果洛州 (632600) is not here: it never reports.
 */
const PREFECTURES: readonly UnitPlan[] = [
  {
    id: '630100',
    volume: { complaints: 4850, penalties: 900 },
    quality: [0.9, 0.96],
    habits: { ...PLAIN, form: { ...alike<Form>('utf-8'), complaints: 'parquet-dates' }, county: 'mixed' },
  },
  {
    id: '630200',
    volume: { complaints: 2150, penalties: 480 },
    quality: [0.66, 0.88],
    habits: {
      ...PLAIN,
      form: alike<Form>('gb18030'),
      name: alike<NameStyle>('chinese'),
      header: 'synonyms',
      dates: 'slash',
      county: 'old_codes',
      department: 'mixed',
    },
  },
  {
    id: '632200',
    volume: { complaints: 580, penalties: 150 },
    quality: [0.9, 0.66],
    habits: {
      ...PLAIN,
      form: alike<Form>('utf-8-bom'),
      name: alike<NameStyle>('chinese'),
      header: 'starred',
      county: 'short',
      amounts: 'decimals',
    },
    late: { '2017Q3': 3 },
  },
  {
    id: '632300',
    volume: { complaints: 450, penalties: 110 },
    quality: [0.5, 0.72],
    habits: {
      ...PLAIN,
      form: alike<Form>('gb18030'),
      name: alike<NameStyle>('spoken'),
      dates: 'chinese',
      county: 'name',
      department: 'office',
      ownColumns: ['序号', '备注'],
    },
    late: { '2017Q1': 6 },
  },
  {
    id: '632500',
    volume: { complaints: 850, penalties: 210 },
    quality: [0.8, 0.85],
    habits: {
      ...PLAIN,
      name: { ...alike<NameStyle>('chinese'), complaints: 'code' },
      dates: 'mixed',
      department: 'office',
      county: 'mixed',
    },
  },
  {
    id: '632700',
    volume: { complaints: 330, penalties: 80 },
    quality: [0.48, 0.6],
    habits: {
      ...PLAIN,
      form: alike<Form>('gb18030'),
      name: { ...alike<NameStyle>('code'), complaints: 'chinese' },
      header: 'synonyms',
      dates: 'dot',
      county: 'name',
      amounts: 'wide',
    },
    late: { '2017Q2': 4, '2017Q3': 9 },
    zero: { penalties: ['2017Q1'] },
  },
  {
    id: '632800',
    volume: { complaints: 1400, penalties: 330 },
    quality: [0.92, 0.85],
    habits: { ...PLAIN, dates: 'time', amounts: 'grouped', county: 'mixed', department: 'mixed' },
  },
];

const DEPARTMENTS: readonly UnitPlan[] = [
  {
    id: 'aic',
    volume: { complaints: 1050, penalties: 180 },
    quality: [0.88, 0.93],
    habits: { ...PLAIN, county: 'mixed', amounts: 'grouped' },
  },
  {
    id: 'quality',
    volume: { complaints: 450, penalties: 120 },
    quality: [0.78, 0.84],
    habits: {
      ...PLAIN,
      form: alike<Form>('gb18030'),
      name: alike<NameStyle>('chinese'),
      header: 'synonyms',
      dates: 'compact',
    },
  },
  {
    id: 'fda',
    volume: { complaints: 850, penalties: 170 },
    quality: [0.82, 0.74],
    habits: {
      ...PLAIN,
      form: alike<Form>('utf-8-bom'),
      name: alike<NameStyle>('office'),
      header: 'starred',
      county: 'name',
      department: 'office',
    },
  },
  {
    id: 'agriculture',
    volume: { complaints: 290, penalties: 60 },
    quality: [0.6, 0.78],
    habits: {
      ...PLAIN,
      form: alike<Form>('gb18030'),
      name: alike<NameStyle>('office'),
      dates: 'slash_time',
      county: 'name',
      amounts: 'wide',
      omits: ['product'],
    },
    late: { '2017Q2': 2 },
    zero: { penalties: ['2017Q1'] },
  },
  {
    id: 'copyright',
    volume: { complaints: 170, penalties: 40 },
    quality: [0.7, 0.62],
    habits: { ...PLAIN, name: { ...alike<NameStyle>('code'), complaints: 'spoken' }, dates: 'wide', county: 'short' },
  },
  {
    id: 'ip',
    volume: { complaints: 170, penalties: 30 },
    quality: [0.93, 0.96],
    habits: { ...PLAIN, header: 'fields' },
    zero: { complaints: ['2017Q1'], penalties: ['2017Q1'] },
  },
  {
    id: 'forestry',
    volume: { complaints: 130, penalties: 40 },
    quality: [0.52, 0.5],
    habits: { ...PLAIN, name: alike<NameStyle>('spoken'), county: 'short', department: 'office', ownColumns: ['备注'] },
    late: { '2017Q2': 11 },
    missing: ['2017Q3'],
  },
  {
    id: 'tobacco',
    volume: { complaints: 340, penalties: 130 },
    quality: [0.95, 0.97],
    habits: { ...PLAIN, form: { ...alike<Form>('parquet-dates'), complaints: 'parquet-text' } },
  },
];

/** Files that differ from their unit's habit. */
const OTHER_FORMS: SamplePlan['otherForms'] = [
  { unit: '632800', period: '2017Q3', ledger: 'complaints', form: 'parquet-text' },
  { unit: '632800', period: '2017Q4', ledger: 'complaints', form: 'parquet-dates' },
];

/** The one file that was replaced: it came in time with rows forgotten, and again, complete, on a later day. */
const CORRECTION: SamplePlan['correction'] = {
  unit: '632800',
  period: '2017Q2',
  ledger: 'complaints',
  receivedOn: '2017-07-24',
  suffix: '_更正',
  /** Share of the rows that the first version had forgotten. */
  forgotten: 0.05,
};

/** The year 2017, of every prefecture but one and of the departments that report. */
export const YEAR_2017: Sample = {
  seed: 'qinghai-2017',
  folder: 'qinghai-2017-sample',
  mark: '',
  periods: ['2017Q1', '2017Q2', '2017Q3', '2017Q4'],
  units: [...PREFECTURES, ...DEPARTMENTS],
  departments: Object.keys(DEPARTMENT_WORDS),
  otherForms: OTHER_FORMS,
  correction: CORRECTION,
  // The one file of which nobody noted the day it came in.
  unrecorded: { unit: 'copyright', period: '2017Q1', ledger: 'penalties' },
  carried: { from: '2016-11-14', shownBy: '2017-01-10' },
  faults: FAULTS_2017,
};
