import type { Calendar } from '../../src/domain/calendar';
import type { Cell } from '../../src/domain/cells';
import type { Day } from '../../src/domain/day';
import { quarterOfDay } from '../../src/domain/period';

/** What they say of the program's catalogue is counted here. */
const COUNTED = [
  'inspection_completion',
  'inspection_published_on_time',
  'inspection_found',
  'destroyed_kg',
  'fine_total',
];

/** A row by the field names of its ledger; days as ISO text, blank where there is none. */
export type PlainRow = Readonly<Record<string, string>>;

/** What one row adds to one indicator; `amount` in whole smallest units (fen, grams). */
export interface PlainCount {
  indicator: string;
  quarter: number;
  place: string;
  department: string;
  met: boolean;
  amount?: bigint;
}

const NOT_CARRIED_OUT = ['未发现开展本次抽查涉及的经营活动', '已关闭停业或正在组织清算', '迁移注销等其他情况'];
const PROBLEMS = ['发现问题已责令改正', '发现问题待后续处理', '不配合检查情节严重'];

/** 1.15 with two decimals is 115, worked out on its digits. */
export function unitsOf(text: string, decimals: number): bigint {
  const [whole, part = ''] = text.split('.') as [string, string?];
  return BigInt(whole + part.padEnd(decimals, '0').slice(0, decimals));
}

/**
 * The indicators of inspections and disposals, and the fines, row by row, in nothing but plain conditions: the oracle of what
 * their catalogue files say.
 * @param published departments that have a limit for publishing what an inspection found
 */
export function countedRow(
  ledger: string,
  row: PlainRow,
  { asOf, calendar, published }: { asOf: Day; calendar: Calendar; published: readonly string[] },
): PlainCount[] {
  const { county: place = '', department = '' } = row;
  const day = (field: string): Day | null => (row[field] && row[field] <= asOf ? row[field] : null);
  const counts: PlainCount[] = [];
  const add = (indicator: string, on: Day, met: boolean, amount?: bigint) =>
    counts.push({
      indicator,
      quarter: quarterOfDay(on),
      place,
      department,
      met,
      ...(amount !== undefined && { amount }),
    });

  if (ledger === 'inspections') {
    const drawn = day('drawn_on');
    if (!drawn) return [];
    const checked = day('checked_on');
    const shown = day('published_on');
    const due = row.due_on || calendar.addWorkingDays(drawn, 60);
    if (due <= asOf) add('inspection_completion', due, shown !== null);
    if (checked && published.includes(department)) {
      const by = calendar.addWorkingDays(checked, 20);
      if (by <= asOf) add('inspection_published_on_time', by, shown !== null && shown <= by);
    }
    if (checked && row.result && !NOT_CARRIED_OUT.includes(row.result))
      add('inspection_found', checked, PROBLEMS.includes(row.result));
  }
  if (ledger === 'disposals') {
    const disposed = day('received_on') && day('disposed_on');
    if (disposed && row.method && !['回收利用', '拍卖'].includes(row.method))
      add('destroyed_kg', disposed, row.weight_kg !== '', unitsOf(row.weight_kg || '0', 3));
  }
  if (ledger === 'penalties') {
    const decided = day('decided_on');
    if (decided) add('fine_total', decided, row.fine_yuan !== '', unitsOf(row.fine_yuan || '0', 2));
  }
  return counts;
}

/** One line a cell: indicator, quarter, place, department, numerator, denominator, amount. */
export function cellLines(counts: readonly PlainCount[]): string[] {
  const cells = new Map<string, { met: number; all: number; amount?: bigint }>();
  for (const { indicator, quarter, place, department, met, amount } of counts) {
    const key = [indicator, quarter, place, department].join(' ');
    const cell = cells.get(key) ?? { met: 0, all: 0, ...(amount !== undefined && { amount: 0n }) };
    cell.met += met ? 1 : 0;
    cell.all += 1;
    if (amount !== undefined) cell.amount = (cell.amount ?? 0n) + amount;
    cells.set(key, cell);
  }
  return [...cells].map(([key, { met, all, amount }]) => `${key} ${met}/${all} ${amount ?? ''}`).sort();
}

/** What the product counted of these, in lines of the same form. */
export const productLines = (cells: readonly Cell[]): string[] =>
  cells
    .filter((c) => COUNTED.includes(c.indicator) && c.denominator > 0)
    .map(({ indicator, quarter, place, department, numerator, denominator, amounts }) =>
      [indicator, quarter, place, department, `${numerator}/${denominator}`, `${amounts?.[0] ?? ''}`].join(' '),
    )
    .sort();
