import type { Day } from '../../src/domain/day';
import { type Period, periodYear } from '../../src/domain/period';
import type { UnitId } from '../../src/domain/submission';
import type { AmountStyle, CountyStyle, DateStyle, DepartmentStyle } from './spelling';
import { DEPARTMENT_WORDS } from './wording';

/** The ledgers of the sample. */
export const SAMPLE_LEDGERS = ['complaints', 'penalties'] as const;
export type SampleLedger = (typeof SAMPLE_LEDGERS)[number];

export type Form = 'utf-8' | 'utf-8-bom' | 'gb18030' | 'parquet-dates' | 'parquet-text';
export type NameStyle = 'code' | 'chinese' | 'spoken' | 'office';
export type HeaderStyle = 'template' | 'synonyms' | 'starred' | 'fields';

/** How an office writes its files: the same facts, another hand. */
export interface Habits {
  form: Readonly<Record<SampleLedger, Form>>;
  name: Readonly<Record<SampleLedger, NameStyle>>;
  header: HeaderStyle;
  dates: DateStyle;
  amounts: AmountStyle;
  county: CountyStyle;
  department: DepartmentStyle;
  /** Columns of its own, which no ledger knows. */
  ownColumns?: readonly string[];
  /** Optional fields whose column the office leaves out. */
  omits?: readonly string[];
}

/** One reporting unit of the sample. All volumes and qualities are invented. */
export interface UnitPlan {
  id: UnitId;
  /** New cases of the sample's quarters. */
  volume: Readonly<Record<SampleLedger, number>>;
  /** How well it works (0…1) in January and in December. */
  quality: readonly [january: number, december: number];
  habits: Habits;
  /** Working days late, by period. */
  late?: Readonly<Partial<Record<Period, number>>>;
  /** Quarters that it does not report. */
  missing?: readonly Period[];
  /** Ledgers that are a zero return (零申报) in a quarter. */
  zero?: Readonly<Partial<Record<SampleLedger, readonly Period[]>>>;
}

/** What a sample is made of. */
export interface SamplePlan {
  /** Another seed makes another sample of the same kind. */
  seed: string;
  /** Below `datasets/`. */
  folder: string;
  /** In every case number, so that cases of two samples are not taken for the same. */
  mark: string;
  /** Quarters of one year, in order, from its first. */
  periods: readonly Period[];
  units: readonly UnitPlan[];
  /** The departments that have cases in a prefecture's files. */
  departments: readonly string[];
  otherForms: readonly { unit: UnitId; period: Period; ledger: SampleLedger; form: Form }[];
  correction: {
    unit: UnitId;
    period: Period;
    ledger: SampleLedger;
    receivedOn: Day;
    suffix: string;
    forgotten: number;
  } | null;
  unrecorded: { unit: UnitId; period: Period; ledger: SampleLedger } | null;
  /** Complaints of late in the year before, from a day on; those still open were shown for the last time by another. */
  carried: { from: Day; shownBy: Day };
  /** Whether some rows are made faulty. */
  faulty: boolean;
}

/** The year that a sample is of. */
export const yearOfPlan = ({ periods }: SamplePlan): number => periodYear(periods[0] as Period);

export const both = <T>(value: T): Readonly<Record<SampleLedger, T>> => ({ complaints: value, penalties: value });

export const PLAIN: Habits = {
  form: both<Form>('utf-8'),
  name: both<NameStyle>('code'),
  header: 'template',
  dates: 'iso',
  amounts: 'plain',
  county: 'code',
  department: 'alias',
};

/**
 * Prefectures by invented volumes that follow their population. 果洛州 (632600) is not here: it never reports.
 */
const PREFECTURES: readonly UnitPlan[] = [
  {
    id: '630100',
    volume: { complaints: 4850, penalties: 900 },
    quality: [0.9, 0.96],
    habits: { ...PLAIN, form: { complaints: 'parquet-dates', penalties: 'utf-8' }, county: 'mixed' },
  },
  {
    id: '630200',
    volume: { complaints: 2150, penalties: 480 },
    quality: [0.66, 0.88],
    habits: {
      ...PLAIN,
      form: both<Form>('gb18030'),
      name: both<NameStyle>('chinese'),
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
      form: both<Form>('utf-8-bom'),
      name: both<NameStyle>('chinese'),
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
      form: both<Form>('gb18030'),
      name: both<NameStyle>('spoken'),
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
      name: { complaints: 'code', penalties: 'chinese' },
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
      form: both<Form>('gb18030'),
      name: { complaints: 'chinese', penalties: 'code' },
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
      form: both<Form>('gb18030'),
      name: both<NameStyle>('chinese'),
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
      form: both<Form>('utf-8-bom'),
      name: both<NameStyle>('office'),
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
      form: both<Form>('gb18030'),
      name: both<NameStyle>('office'),
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
    habits: { ...PLAIN, name: { complaints: 'spoken', penalties: 'code' }, dates: 'wide', county: 'short' },
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
    habits: { ...PLAIN, name: both<NameStyle>('spoken'), county: 'short', department: 'office', ownColumns: ['备注'] },
    late: { '2017Q2': 11 },
    missing: ['2017Q3'],
  },
  {
    id: 'tobacco',
    volume: { complaints: 340, penalties: 130 },
    quality: [0.95, 0.97],
    habits: { ...PLAIN, form: { complaints: 'parquet-text', penalties: 'parquet-dates' } },
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
export const YEAR_2017: SamplePlan = {
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
  faulty: true,
};
