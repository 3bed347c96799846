import fc from 'fast-check';
import { addDays, type Day, dayFromNumber, dayNumber } from '../../src/domain/day';
import { type Period, periodEnd, periodStart, quarterOfDay } from '../../src/domain/period';

/** A row as it is written; no row of these is kept aside. */
export type ToyRow = Readonly<Record<string, string>>;

export interface ToySubmission {
  unit: string;
  period: Period;
  ledger: 'checks' | 'filed' | 'shops' | 'wholes' | 'by_county' | 'by_line';
  rows: readonly ToyRow[];
}

export interface ToyWorld {
  submissions: ToySubmission[];
  asOf: Day;
}

/** What one row adds to one indicator. Amounts in whole smallest units. */
export interface Added {
  indicator: string;
  quarter: number;
  place: string;
  department: string;
  met: boolean;
  amounts: bigint[];
  subject: string | null;
}

const PLACES: Readonly<Record<string, readonly string[]>> = {
  '632500': ['632521', '632522', '632500'],
  '630200': ['630222', '630202'],
  aic: ['632521', '630222', '630000'],
};
const PERIODS: readonly Period[] = ['2016Q4', '2017Q1', '2017Q2', '2017H1', '2017', '2018Q1'];

const SHOPS = ['S-1', 's-1', 'Ｓ－２', 'S-2', ' S -3 ', 'S-3', 'S-4', 'S-5'];
const CASES = ['P-1', 'P-2', 'p-2', 'Ｐ－３', 'P-3', 'P-4'];
const MONEY = [
  '0',
  '0.1',
  '0.20',
  '1.15',
  '19.99',
  '1,200.50',
  '4.35',
  '8.616',
  '1.005',
  '8.445',
  '999999999999.99',
  '1e3',
  '约五百',
];

const maybe = (texts: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...texts) }, { weight: 1, arbitrary: fc.constant('') });

const dayIn = (first: Day, last: Day): fc.Arbitrary<Day> =>
  fc.integer({ min: dayNumber(first), max: dayNumber(last) }).map(dayFromNumber);

const later = (from: Day, most: number): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 0, max: most }).map((n) => addDays(from, n)) },
    { weight: 1, arbitrary: fc.constant('') },
  );

function rowOf(ledger: ToySubmission['ledger'], unit: string, period: Period): fc.Arbitrary<ToyRow> {
  const area = {
    county: fc.constantFrom(...(PLACES[unit] as string[])),
    department: unit === 'aic' ? fc.constant('aic') : fc.constantFrom('aic', 'fda'),
  };
  const first = dayIn(addDays(periodStart(period), -60), periodEnd(period));
  const line = { line_no: fc.integer({ min: 1, max: 9 }).map(String), total: maybe(['0', '7', '1,200']) };
  switch (ledger) {
    case 'checks':
      return first.chain((drawn_on) =>
        fc.record({
          ...area,
          check_id: fc.integer({ min: 1, max: 12 }).map((n) => `C-${n}`),
          drawn_on: fc.constant(drawn_on),
          checked_on: later(drawn_on, 120),
          result: maybe(['好', '坏', '坏']),
          shop: maybe(SHOPS),
          case_id: maybe(CASES),
          fine: maybe(MONEY),
          weight: maybe(['0.001', '12.5', '3', '1,000.125', '0.0004', '1.0005']),
          items: maybe(['0', '3', '17']),
        }),
      );
    case 'filed':
      return first.chain((filed_on) =>
        fc
          .record({
            ...area,
            file_no: fc.constantFrom(...CASES),
            filed_on: fc.constant(filed_on),
            closed_on: later(filed_on, 90),
          })
          .chain((row) =>
            fc
              .boolean()
              .map((blank) =>
                blank && row.closed_on && row.closed_on <= periodEnd(period) ? { ...row, filed_on: '' } : row,
              ),
          ),
      );
    case 'wholes':
      return fc.record(line);
    case 'by_county':
      return fc.record({ county: area.county, ...line });
    case 'by_line':
      return fc.record({ department: area.department, ...line, done_on: first });
    case 'shops':
      return fc.record({ ...area, shop_id: fc.constantFrom(...SHOPS), stalls: maybe(['0', '40', '120']) });
  }
}

const ID = {
  checks: 'check_id',
  filed: 'file_no',
  shops: 'shop_id',
  wholes: 'line_no',
  by_county: 'line_no',
  by_line: 'line_no',
} as const;
/** Those without a day of their own. */
const LINES: readonly string[] = ['shops', 'wholes', 'by_county'];

/** An id in its one form: width and blanks at its ends and in a row. */
const idOf = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/g, ' ');

/** What tells that two texts name one thing. */
const keyOf = (text: string): string | null => text.normalize('NFKC').replace(/\s/g, '').toLowerCase() || null;

export const toyWorld = (): fc.Arbitrary<ToyWorld> =>
  fc
    .record({
      keys: fc.uniqueArray(
        fc.record({
          unit: fc.constantFrom(...Object.keys(PLACES)),
          period: fc.constantFrom(...PERIODS),
          ledger: fc.constantFrom<ToySubmission['ledger'][]>(
            ...([
              'checks',
              'checks',
              'checks',
              'filed',
              'filed',
              'shops',
              'shops',
              'wholes',
              'by_county',
              'by_line',
            ] as const),
          ),
        }),
        { minLength: 3, maxLength: 9, selector: (k) => `${k.unit}|${k.period}|${k.ledger}` },
      ),
      asOf: dayIn('2017-01-10', '2018-06-30'),
    })
    .chain(({ keys, asOf }) =>
      fc
        .tuple(
          ...keys.map((key) =>
            fc
              .uniqueArray(rowOf(key.ledger, key.unit, key.period), {
                maxLength: 14,
                size: 'max',
                selector: (row) => idOf(row[ID[key.ledger]] as string),
              })
              .map((rows) => ({ ...key, rows })),
          ),
        )
        .map((submissions) => ({ submissions, asOf })),
    );

interface Case {
  unit: string;
  row: ToyRow;
  period: Period;
}

const isLater = (a: Period, b: Period): boolean =>
  periodEnd(a) !== periodEnd(b) ? periodEnd(a) > periodEnd(b) : periodStart(a) > periodStart(b);

/** A written number in whole smallest units, by its digits: half a unit counts as one. Null where none is written. */
function unitsOf(text: string, decimals: number): bigint | null {
  const written = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(text);
  if (!written) return null;
  const fraction = (written[2] ?? '').padEnd(decimals + 1, '0');
  const kept = BigInt(`${(written[1] as string).replaceAll(',', '')}${fraction.slice(0, decimals)}`);
  return kept + (Number(fraction[decimals]) >= 5 ? 1n : 0n);
}

const yearOf = (day: Day): string => day.slice(0, 4);

/** Everything that the toy's indicators are counted by, row by row. Shares no rule with the SQL and reads no condition. */
export function evaluateToy({ submissions, asOf }: ToyWorld): Added[] {
  const latest = new Map<string, Case & { ledger: ToySubmission['ledger'] }>();
  for (const { unit, period, ledger, rows } of submissions)
    for (const row of rows) {
      // A line of a register stands for its own period, a case for its latest state.
      const of = [ledger, unit, idOf(row[ID[ledger]] as string), ...(LINES.includes(ledger) ? [period] : [])];
      const key = JSON.stringify(of);
      const held = latest.get(key);
      if (!held || isLater(period, held.period)) latest.set(key, { ledger, unit, period, row });
    }
  const standing = [...latest.values()];
  const upTo = (day: string | undefined): Day | null => (day && day <= asOf ? day : null);
  const checks = standing.filter((c) => c.ledger === 'checks' && (c.row.drawn_on as Day) <= asOf);
  const filed = standing.filter((c) => c.ledger === 'filed' && ((c.row.filed_on || c.row.closed_on) as Day) <= asOf);
  const shops = standing.filter((c) => c.ledger === 'shops' && periodEnd(c.period) <= asOf);
  const isBad = (c: Case) => {
    const come = !c.row.checked_on || c.row.checked_on <= asOf;
    return c.row.result === '坏' && come;
  };

  const added: Added[] = [];
  const add = (
    indicator: string,
    day: Day,
    { row, unit }: Case,
    met: boolean,
    amounts: bigint[] = [],
    subject: string | null = null,
  ) =>
    added.push({
      indicator,
      quarter: quarterOfDay(day),
      // What the row does not say is the unit's: a place stands for itself, a department in the whole.
      place: row.county ?? (/^\d/.test(unit) ? unit : '630000'),
      department: row.department ?? (/^\d/.test(unit) ? '' : unit),
      met,
      amounts,
      subject,
    });
  const addSums = (indicator: string, day: Day, c: Case, sums: (bigint | null)[]) => {
    const told = sums.filter((s): s is bigint => s !== null);
    const all = told.length === sums.length;
    add(indicator, day, c, all, all ? told : sums.map(() => 0n));
  };

  for (const c of checks) {
    const { row } = c;
    const [fine, weight] = [unitsOf(row.fine as string, 2), unitsOf(row.weight as string, 3)];
    addSums('weights', row.drawn_on as Day, c, [weight]);
    const checked = upTo(row.checked_on);
    if (!checked) continue;
    add('checked', checked, c, true);
    addSums('fines', checked, c, [fine]);
    addSums('fine_by_weight', checked, c, [fine, weight]);
    addSums('items_each', checked, c, [unitsOf(row.items as string, 0)]);
    const shop = keyOf(row.shop as string);
    if (shop !== null) {
      add('found', checked, c, isBad(c), [], shop);
      const alike = checks.filter((o) => {
        const day = upTo(o.row.checked_on);
        return keyOf(o.row.shop as string) === shop && day !== null && yearOf(day) === yearOf(checked);
      });
      add('again', checked, c, alike.length >= 2, [], shop);
    }
    if (isBad(c)) {
      const number = keyOf(row.case_id as string);
      const known = filed.some(
        (f) => f.unit === c.unit && keyOf(f.row.file_no as string) === number && upTo(f.row.filed_on) !== null,
      );
      add('to_case', checked, c, number !== null && known);
    }
  }
  for (const c of shops) {
    const end = periodEnd(c.period);
    const shop = keyOf(c.row.shop_id as string);
    const here = checks.filter((o) => keyOf(o.row.shop as string) === shop);
    const inYear = here.some((o) => yearOf(upTo(o.row.checked_on) ?? '') === yearOf(end));
    add('covered', end, c, inYear, [], shop);
    add('twice', end, c, here.filter((o) => o.unit === c.unit && isBad(o)).length >= 2);
    addSums('stalls', end, c, [unitsOf(c.row.stalls as string, 0)]);
  }
  for (const c of standing) {
    if (c.ledger !== 'wholes' && c.ledger !== 'by_county' && c.ledger !== 'by_line') continue;
    const day = c.row.done_on ?? periodEnd(c.period);
    if (day > asOf) continue;
    addSums(`${c.ledger}_sum`, day, c, [unitsOf(c.row.total as string, 0)]);
    if (c.ledger !== 'by_line') continue;
    const alike = standing.filter(
      (o) => o.ledger === 'by_line' && o.row.line_no === c.row.line_no && (o.row.done_on as Day) <= asOf,
    );
    add('line_numbers', day, c, alike.length >= 2, [], c.row.line_no as string);
  }
  return added;
}
