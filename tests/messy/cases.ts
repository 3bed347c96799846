import fc from 'fast-check';
import { type Day, dayNumber } from '../../src/domain/day';
import type { LedgerId } from '../../src/domain/ledgers';
import { periodEnd, periodStart } from '../../src/domain/period';
import { catalogue } from '../support/catalogue';
import { qinghai } from '../support/profile';

/** Days as numbers since 1970-01-01, counts and amounts as numbers, all else as its one text; null for nothing. */
export type Value = string | number | null;
/** A case by the fields of its ledger. */
export type Case = Readonly<Record<string, Value>>;

export interface Cases {
  ledger: LedgerId;
  rows: readonly Case[];
}

export const UNIT = '630100';
export const PERIOD = '2017Q1';
const START = dayNumber(periodStart(PERIOD) as Day);
const END = dayNumber(periodEnd(PERIOD) as Day);

/** Texts that are nothing else, and look like it now and then. */
const TEXTS = [
  '互联网',
  '食品、药品',
  '甲公司（西宁）',
  'a,b',
  'A|B;C',
  '他说"好"，走了',
  "O'Brien",
  '屏 5" 宽',
  '12315',
  '0012',
  '1,234.50',
  '2017-03-05',
  '6.32521E+17',
  '√',
  '第一行\n第二行',
  '=1+1',
  '+86 971',
  '&lt;b&gt; & <i>',
  '〔2017〕1号',
  '罚'.repeat(120),
];

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 99 }).map((n) => `某某商店${n}号`) },
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 2 });
const oneOf = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
/** A day some days after another one; without that, none. */
const after = (day: number | null, most: number): fc.Arbitrary<number | null> =>
  day === null ? fc.constant(null) : maybe(fc.integer({ min: day, max: day + most }));

const amount = maybe(fc.integer({ min: 0, max: 99_999_999 }).map((n) => n / 100));
const department = fc.constantFrom(...qinghai.profile.departments.departments.map((d) => d.id));
const county = fc.constantFrom(
  ...qinghai.profile.regions.counties.filter((c) => c.prefecture === UNIT).map((c) => c.code),
);

const complaint: fc.Arbitrary<Case> = fc
  .integer({ min: START, max: END })
  .chain((received_on) =>
    after(received_on, 10).chain((accepted_on) =>
      after(accepted_on, 90).chain((closed_on) =>
        after(closed_on, 12).map((feedback_on) => ({ received_on, accepted_on, closed_on, feedback_on })),
      ),
    ),
  )
  .chain((days) =>
    fc.record({
      ...Object.fromEntries(Object.entries(days).map(([name, day]) => [name, fc.constant(day)])),
      kind: oneOf('投诉', '举报'),
      channel: maybe(text),
      county,
      department,
      field: maybe(text),
      product: maybe(text),
      named: maybe(oneOf('是', '否')),
      acceptance: days.accepted_on === null ? fc.constant(null) : maybe(oneOf('受理', '不予受理', '转办')),
      decided_on: after(days.received_on, 40),
      decision: maybe(oneOf('立案', '不予立案')),
      extension_days: maybe(fc.integer({ min: 0, max: 90 })),
      satisfaction: maybe(oneOf('满意', '基本满意', '不满意', '未评价')),
      case_id: maybe(text),
    }),
  );

const penalty: fc.Arbitrary<Case> = fc
  .record({
    filed_on: fc.integer({ min: START - 30, max: END }),
    decided: maybe(fc.integer({ min: 0, max: 30 })),
    unfiled: fc.boolean(),
    transferred_on: maybe(fc.integer({ min: START, max: END })),
    withheld: fc.boolean(),
  })
  .chain(({ filed_on, decided, unfiled, transferred_on, withheld }) => {
    const decided_on = decided === null ? null : Math.min(filed_on + decided, END);
    const onceDecided = <T>(arbitrary: fc.Arbitrary<T>) => (decided_on === null ? fc.constant(null) : maybe(arbitrary));
    return fc.record({
      department,
      county,
      procedure: maybe(oneOf('普通程序', '简易程序')),
      infringement: maybe(oneOf('侵犯知识产权', '制售假冒伪劣', '其他')),
      field: maybe(text),
      product: maybe(text),
      party: maybe(text),
      filed_on: fc.constant(unfiled && decided_on !== null ? null : filed_on),
      decision_no: onceDecided(text),
      decided_on: fc.constant(decided_on),
      penalty: onceDecided(text),
      fine_yuan: amount,
      goods_value_yuan: amount,
      nondisclosure_reason: withheld ? text : fc.constant(null),
      nondisclosure_approved_on: withheld ? fc.integer({ min: START, max: END }) : fc.constant(null),
      disclosed_on: after(decided_on, 20),
      disclosure_url: maybe(text),
      disclosure_check: maybe(oneOf('一致', '不一致')),
      platform_entered_on: maybe(fc.integer({ min: START, max: END })),
      crime_suspected: maybe(oneOf('是', '否')),
      transferred_on: fc.constant(transferred_on),
      police_filed_on: after(transferred_on, 20),
    });
  });

/** How the ids of one file are made, by the row's number. The last digit of a long one is no zero. */
const IDS: readonly ((n: number) => string)[] = [
  (n) => `T-${n}`,
  (n) => String(n).padStart(4, '0'),
  (n) => `6301002017${String(n).padStart(7, '0')}7`,
  (n) => `西工商投〔2017〕${n}号`,
  (n) => `2017/XN(${n})`,
  (n) => `630100_2017_${n}a`,
];

/** Cases of one ledger of which nothing is to be said: right in themselves, none twice. */
export const cases: fc.Arbitrary<Cases> = fc
  .tuple(oneOf<LedgerId>('complaints', 'penalties'), fc.constantFrom(...IDS), fc.integer({ min: 0, max: 500 }))
  .chain(([ledger, id, from]) =>
    fc
      .array(ledger === 'complaints' ? complaint : penalty, { minLength: 1, maxLength: 12, size: 'max' })
      .map((rows) => ({
        ledger,
        rows: rows.map((row, i) => ({ [catalogue.ledger(ledger).idField]: id(from + i), ...row })),
      })),
  );
