import type { Day } from '../../src/domain/day';
import { type Period, periodYear } from '../../src/domain/period';
import type { UnitId } from '../../src/domain/submission';
import type { AmountStyle, CountyStyle, DateStyle, DepartmentStyle } from './spelling';

/** The ledgers of the sample. */
export const SAMPLE_LEDGERS = ['complaints', 'penalties', 'inspections', 'disposals'] as const;
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
  /** New cases of the sample's quarters. A ledger that is left out is not sent. */
  volume: Readonly<Partial<Record<SampleLedger, number>>>;
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
}

/** The year that a sample is of. */
export const yearOfPlan = ({ periods }: SamplePlan): number => periodYear(periods[0] as Period);

/** The same for each ledger. */
export const alike = <T>(value: T): Readonly<Record<SampleLedger, T>> => ({
  complaints: value,
  penalties: value,
  inspections: value,
  disposals: value,
});

export const PLAIN: Habits = {
  form: alike<Form>('utf-8'),
  name: alike<NameStyle>('code'),
  header: 'template',
  dates: 'iso',
  amounts: 'plain',
  county: 'code',
  department: 'alias',
};
