import { FAULTS_2026 } from './faults2026';
import type { Sample } from './recipe';
import { alike, type Form, type NameStyle, PLAIN, type UnitPlan } from './units';

/** A few units after the reform of 2018. All volumes and qualities are invented; 海西州 and 烟草 do not send one ledger each. */
const UNITS: readonly UnitPlan[] = [
  {
    id: '630100',
    volume: { complaints: 60, penalties: 30, inspections: 60, disposals: 18 },
    quality: [0.9, 0.95],
    habits: { ...PLAIN, county: 'name' },
  },
  {
    id: '630200',
    volume: { complaints: 40, penalties: 22, inspections: 40, disposals: 10 },
    quality: [0.6, 0.7],
    habits: {
      ...PLAIN,
      form: alike<Form>('utf-8-bom'),
      name: alike<NameStyle>('chinese'),
      header: 'synonyms',
      dates: 'slash',
    },
  },
  {
    id: '632800',
    volume: { complaints: 45, penalties: 25, inspections: 30 },
    quality: [0.75, 0.85],
    habits: {
      ...PLAIN,
      form: alike<Form>('gb18030'),
      name: alike<NameStyle>('spoken'),
      county: 'name',
      dates: 'chinese',
    },
    late: { '2026Q1': 2 },
  },
  {
    id: 'market',
    volume: { complaints: 50, penalties: 28, inspections: 36, disposals: 12 },
    quality: [0.85, 0.9],
    habits: { ...PLAIN, name: alike<NameStyle>('chinese'), county: 'name' },
  },
  {
    id: 'agriculture',
    volume: { complaints: 20, penalties: 0, inspections: 18, disposals: 0 },
    quality: [0.7, 0.7],
    habits: { ...PLAIN, name: alike<NameStyle>('office'), county: 'name' },
    zero: { penalties: ['2026Q1'], disposals: ['2026Q1'] },
  },
  {
    id: 'tobacco',
    volume: { complaints: 15, penalties: 20, disposals: 14 },
    quality: [0.95, 0.95],
    habits: { ...PLAIN, county: 'name' },
  },
];

/** The first quarter of 2026, small: the rules, the departments and the names of that year. */
export const QUARTER_2026: Sample = {
  seed: 'qinghai-2026',
  folder: 'qinghai-2026-sample',
  mark: '26',
  periods: ['2026Q1'],
  units: UNITS,
  departments: ['market', 'agriculture', 'copyright', 'forestry', 'health', 'tobacco'],
  otherForms: [],
  correction: null,
  unrecorded: null,
  carried: { from: '2025-11-14', shownBy: '2026-01-10' },
  faults: FAULTS_2026,
};
