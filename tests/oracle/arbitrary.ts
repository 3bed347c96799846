import fc from 'fast-check';
import { CALENDAR_LAST } from '../../src/domain/calendar';
import { addDays, type Day, dayFromNumber, dayNumber } from '../../src/domain/day';
import type { CaseIndicator } from '../../src/domain/indicators';
import type { LedgerId } from '../../src/domain/ledgers';
import { type Office, reportingUnits } from '../../src/domain/office';
import { type Period, periodEnd, periodStart } from '../../src/domain/period';
import { catalogue } from '../support/catalogue';
import type { TextSubmission } from './evaluate';
import type { TextRow } from './read-row';

/** Some submissions and a cut-off: what one comparison of engine and oracle is made over. */
export interface TextWorld {
  submissions: TextSubmission[];
  asOf: Day;
}

/** The ledgers that a world has cases of, which the oracle evaluates as text: see `moreLedgers.ts` for the others. */
export const WORLD_LEDGERS: readonly LedgerId[] = ['complaints', 'penalties'];

/** Everything that is counted over the cases of a world. */
export const countedInWorlds = (): CaseIndicator[] => WORLD_LEDGERS.flatMap((ledger) => catalogue.countedOf(ledger));

const UNITS = ['630100', '630200', '632500', '632700', '632800', 'aic', 'fda', 'quality'];

/** The periods of a world's submissions and the cut-offs that it is looked at with: some days of their own, else any between. */
interface Era {
  periods: Period[];
  cutOffs: Day[];
  between: [Day, Day];
}

const YEAR_2017: Era = {
  periods: ['2016Q4', '2017Q1', '2017Q2', '2017Q3', '2017Q4', '2017H1', '2017H2', '2017', '2018Q1'],
  cutOffs: ['2017-04-10', '2017-07-10', '2017-10-10', '2018-01-10', '2018-04-10'],
  between: ['2016-11-01', '2018-09-30'],
};

/** The last year of the calendar: some limits end in the next, whose holidays nobody has published. */
const LAST_YEAR: Era = {
  periods: ['2026Q3', '2026Q4', '2026H2', '2026'],
  cutOffs: ['2026-12-31', '2027-01-01', '2027-01-10'],
  between: ['2026-11-15', '2027-06-30'],
};

/**
 * Text that offices do send, and text that nobody should: each in any column. Of the compatibility forms only the
 * full-width ones: in SQL no others are folded.
 */
const WEIRD = [
  '　',
  '\u00a0',
  '-',
  '/',
  '无',
  '待定',
  '0',
  '-5',
  '10.5',
  '10.0',
  '１０',
  '1,000',
  '1e1',
  '10天',
  '99999',
  '100000000000000000000',
  '42798',
  '2017-02-30',
  '2017-02-29',
  '2016-02-29',
  '2017-13-01',
  '20171301',
  '2017-3-5',
  '2017/03-05',
  '2017年3月',
  '2017-03-05 25:00',
  '2017-03-05x',
  '17-03-05',
  '2003-12-31',
  '2027-01-01',
  '9999-12-31',
  '0001-01-01',
  '２０１７－０３－０５',
  '2017-03-05T10:30:15.250Z',
  '2017-03-05 10:30:15+08:00',
  '2017年３月５日14时30分',
  '不予 受理',
  '一般程序',
  '是 ',
  '⼯商',
  '工商、质监',
  '农牧和商务局',
  '湟中区',
  '630106',
  '632803',
  '茫崖市',
  '玉树',
  '海南',
  '省本级',
  '630000',
  '632500',
  '海东地区本级',
  '630999',
  '=1+1',
  'NULL',
  '—',
  '同上',
  '#REF!',
  '√',
  'y',
  '="0003"',
  "'0003",
  '０００３',
  'null',
  '"',
  "'; --",
  'a,b',
  'a\nb',
  '😀',
  '\ufeff编号',
];

const weird = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...WEIRD) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
);

/** A day as one of the accepted spellings. */
const dayText = (day: Day): fc.Arbitrary<string> => {
  const [y, m, d] = day.split('-') as [string, string, string];
  const spelled = [
    day,
    `${y}/${Number(m)}/${Number(d)}`,
    `${y}.${Number(m)}.${Number(d)}`,
    `${y}${m}${d}`,
    `${y}年${Number(m)}月${Number(d)}日`,
    `${day} 10:30`,
    `${day}T08:05:59`,
    `${y}/${m}/${d} 9:05:00`,
    `${y}年${m}月${d}日 14时30分`,
    ` ${day} `,
    day.replace(/\d/g, (x) => String.fromCharCode(x.charCodeAt(0) + 0xfee0)),
  ];
  return fc.oneof({ weight: 5, arbitrary: fc.constant(day) }, { weight: 3, arbitrary: fc.constantFrom(...spelled) });
};

const BLANK = fc.constantFrom(null, '', ' ');

/** A day some days after another, or blank; now and then a day too early. */
const event = (from: Day, latest: number, blankWeight: number): fc.Arbitrary<Day | null> =>
  fc.oneof(
    { weight: 20, arbitrary: fc.integer({ min: 0, max: latest }).map((n) => known(addDays(from, n))) },
    { weight: blankWeight, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.integer({ min: -9, max: -1 }).map((n) => addDays(from, n)) },
  );

/** What would lie beyond the calendar has not happened yet, or just on its last day: a row that says otherwise is kept aside. */
const known = (day: Day): Day | null => {
  if (day <= CALENDAR_LAST) return day;
  return dayNumber(day) % 3 === 0 ? CALENDAR_LAST : null;
};

const cell = (day: Day | null): fc.Arbitrary<string | null> => (day === null ? BLANK : dayText(day));

/** First dates: mostly inside the period, some carried forward from earlier, few after it. */
const firstDay = (period: Period): fc.Arbitrary<Day> => {
  const start = dayNumber(periodStart(period));
  const end = dayNumber(periodEnd(period));
  return fc
    .oneof(
      { weight: 12, arbitrary: fc.integer({ min: start, max: end }) },
      { weight: 4, arbitrary: fc.integer({ min: start - 150, max: start - 1 }) },
      { weight: 1, arbitrary: fc.integer({ min: end + 1, max: end + 40 }) },
    )
    .map(dayFromNumber);
};

const pick = (...weighted: [weight: number, value: string | null][]): fc.Arbitrary<string | null> =>
  fc.oneof(...weighted.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));

/** Few ids, so that some repeat within a file and from one period to the next; one spelled with full-width digits. */
const caseId = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 1, max: 18 }).map((n) => `T-${n}`) },
  { weight: 1, arbitrary: fc.constantFrom('Ｔ-１', ' T-2 ', 't-1') },
);

/** Counties of the unit by every kind of spelling; some of other years, some 本级, some elsewhere or nowhere. */
function county(office: Office, unit: string): fc.Arbitrary<string> {
  const { counties, prefectures } = office.profile.regions;
  const ofUnit = counties.filter((c) => c.prefecture === unit);
  const here = ofUnit.length ? ofUnit : counties;
  const otherYears = here.flatMap((c) => (c.history ?? []).flatMap((h) => [h.code, h.name]));
  const whole = prefectures.filter((p) => p.code === unit || !ofUnit.length);
  return fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...here.map((c) => c.code)) },
    { weight: 4, arbitrary: fc.constantFrom(...here.flatMap((c) => [c.name, c.short, `青海省${c.name}`])) },
    { weight: 2, arbitrary: fc.constantFrom(...(otherYears.length ? otherYears : ['630106', '海东市'])) },
    { weight: 2, arbitrary: fc.constantFrom(...whole.flatMap((p) => [p.code, p.name, `${p.short}本级`])) },
    { weight: 1, arbitrary: fc.constantFrom('630000', '省本级', ...counties.map((c) => c.code)) },
  );
}

function department(office: Office): fc.Arbitrary<string> {
  const { departments } = office.profile.departments;
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('工商', '食药监', '质监', 'aic') },
    { weight: 2, arbitrary: fc.constantFrom(...departments.flatMap((d) => [d.id, d.office, ...d.aliases])) },
    { weight: 1, arbitrary: fc.constantFrom('共和县工商局', '海东市食药监局', '西宁市质监局', '农牧和商务局') },
  );
}

function complaint(office: Office, unit: string, period: Period): fc.Arbitrary<TextRow> {
  return firstDay(period)
    .chain((received) =>
      event(received, 14, 5).chain((accepted) =>
        event(accepted ?? received, 110, 5).chain((closed) =>
          event(closed ?? received, 12, 6).map((feedback) => ({ received, accepted, closed, feedback })),
        ),
      ),
    )
    .chain(({ received, accepted, closed, feedback }) =>
      fc.record({
        complaint_id: caseId,
        kind: pick([6, '投诉'], [4, '举报']),
        channel: pick([3, '12315'], [1, '12331'], [2, null], [1, ' １２３１５ ']),
        county: county(office, unit),
        department: department(office),
        field: pick([1, '互联网'], [2, null]),
        named: pick([5, '是'], [2, '否'], [2, null]),
        received_on: cell(received),
        accepted_on: cell(accepted),
        acceptance: pick([6, '受理'], [2, '不予受理'], [1, '转办'], [2, null]),
        decided_on: event(received, 30, 30).chain(cell),
        decision: pick([1, '立案'], [1, '不予立案'], [4, null]),
        extension_days: pick([8, null], [1, '10'], [1, '0'], [1, '２０'], [1, '5.0']),
        closed_on: cell(closed),
        feedback_on: cell(feedback),
        satisfaction: pick([3, '满意'], [2, '基本满意'], [2, '不满意'], [2, '未评价'], [2, null]),
        case_id: pick([1, 'P-1'], [3, null]),
      }),
    );
}

function penalty(office: Office, unit: string, period: Period): fc.Arbitrary<TextRow> {
  return firstDay(period)
    .chain((decided) =>
      fc.tuple(event(decided, 45, 6), event(decided, 30, 8), event(decided, 30, 12)).map((days) => [decided, ...days]),
    )
    .chain(([decided, disclosed, platform, transferred]) =>
      fc.record({
        case_id: caseId,
        department: department(office),
        county: county(office, unit),
        procedure: pick([4, '普通程序'], [2, '一般程序'], [2, '简易程序'], [2, null]),
        infringement: pick([2, '侵犯知识产权'], [2, '制售假冒伪劣'], [1, null]),
        party: pick([2, '某某商店'], [1, null]),
        filed_on: event(addDays(decided as Day, -40), 40, 10).chain(cell),
        decision_no: pick([1, '罚〔2017〕1号'], [4, null]),
        decided_on: cell(decided as Day),
        fine_yuan: pick([3, '1,200.50'], [2, '5000'], [2, null], [1, '约五千']),
        goods_value_yuan: pick([3, '800'], [2, null]),
        nondisclosure_reason: pick([6, null], [1, '商业秘密'], [1, ' ']),
        nondisclosure_approved_on: event(decided as Day, 30, 60).chain(cell),
        disclosed_on: cell(disclosed as Day | null),
        disclosure_check: pick([3, '一致'], [1, '不一致'], [2, null]),
        platform_entered_on: cell(platform as Day | null),
        crime_suspected: pick([2, '是'], [3, '否'], [2, null]),
        transferred_on: cell(transferred as Day | null),
        police_filed_on: event((transferred ?? decided) as Day, 20, 40).chain(cell),
        // Filed and not decided, on a day that may lie in the period or after it; other traces of a decision may stand.
        undecided: fc.oneof(
          { weight: 5, arbitrary: fc.constant(null) },
          { weight: 1, arbitrary: cell(decided as Day) },
        ),
      }),
    )
    .map(({ undecided, ...row }) => (undecided === null ? row : { ...row, decided_on: '', filed_on: undecided }));
}

/** A row as it comes: most in order, some with one or two cells spoiled, a few wholly blank. */
const asSent = (ledger: LedgerId, row: fc.Arbitrary<TextRow>): fc.Arbitrary<TextRow> => {
  const fields = catalogue.ledger(ledger).fields.map((f) => f.name);
  const spoiled = fc
    .tuple(row, fc.dictionary(fc.constantFrom(...fields), fc.oneof(weird, BLANK), { minKeys: 1, maxKeys: 2 }))
    .map(([whole, cells]) => ({ ...whole, ...cells }));
  return fc.oneof(
    { weight: 12, arbitrary: row },
    { weight: 4, arbitrary: spoiled },
    { weight: 1, arbitrary: fc.constant(Object.fromEntries(fields.map((f) => [f, ' ']))) },
  );
};

/** One file of a unit and period; `rows` at most. */
const textSubmission = (
  office: Office,
  key: Pick<TextSubmission, 'unit' | 'period' | 'ledger'>,
  rows = 14,
): fc.Arbitrary<TextSubmission> =>
  fc.record({
    unit: fc.constant(key.unit),
    period: fc.constant(key.period),
    ledger: fc.constant(key.ledger),
    receivedOn: fc.option(fc.integer({ min: -5, max: 20 }).map((n) => addDays(periodEnd(key.period), n))),
    rows: fc.array(
      asSent(key.ledger, (key.ledger === 'complaints' ? complaint : penalty)(office, key.unit, key.period)),
      { maxLength: rows, size: 'max' },
    ),
  });

/**
 * Submissions of a few units over a few periods, one for each unit × period × ledger, with a cut-off. Units and ids are
 * few, so that the same case comes again in a later period.
 */
export const textWorld = (office: Office, rows = 14): fc.Arbitrary<TextWorld> => worldOf(office, rows, YEAR_2017);

/** The same at the end of the published calendar, with cut-offs beyond it. */
export const lastWorld = (office: Office, rows = 14): fc.Arbitrary<TextWorld> => worldOf(office, rows, LAST_YEAR);

const worldOf = (office: Office, rows: number, era: Era): fc.Arbitrary<TextWorld> => {
  const reporting = new Set(reportingUnits(office).map((u) => u.id));
  return fc
    .record({
      keys: fc
        .subarray(
          UNITS.filter((u) => reporting.has(u)),
          { minLength: 1, maxLength: 2 },
        )
        .chain((units) =>
          fc.uniqueArray(
            fc.record({
              unit: fc.constantFrom(...units),
              period: fc.constantFrom(...era.periods),
              ledger: fc.constantFrom(...WORLD_LEDGERS),
            }),
            { minLength: 1, maxLength: 5, selector: (k) => `${k.unit}|${k.period}|${k.ledger}` },
          ),
        ),
      asOf: fc.oneof(
        fc.constantFrom(...era.cutOffs),
        fc.integer({ min: dayNumber(era.between[0]), max: dayNumber(era.between[1]) }).map(dayFromNumber),
      ),
    })
    .chain(({ keys, asOf }) =>
      fc.tuple(...keys.map((key) => textSubmission(office, key, rows))).map((submissions) => ({ submissions, asOf })),
    );
};
