import { type Day, dayFromNumber } from '../../src/domain/day';
import type { Field } from '../../src/domain/ledgers';
import { qinghai } from '../support/profile';
import type { Value } from './cases';

/** A cell as a form may store it: a text, and the day or number itself for a form that has such cells. */
export interface Cell {
  text: string;
  day?: number;
  number?: number;
}

export const BLANK: Cell = { text: '' };

const wide = (text: string): string => text.replace(/[!-~]/g, (x) => String.fromCharCode(x.charCodeAt(0) + 0xfee0));
const plain = (text: string): Cell => ({ text });

interface Ymd {
  day: Day;
  y: string;
  m: number;
  d: number;
  weekday: string;
}
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const DIGITS = '〇一二三四五六七八九';
const chinese = (n: number): string =>
  `${n >= 20 ? DIGITS[Math.floor(n / 10)] : ''}${n >= 10 ? '十' : ''}${n % 10 ? DIGITS[n % 10] : ''}`;

const DAYS: readonly ((x: Ymd) => string)[] = [
  (x) => x.day,
  (x) => `${x.y}/${x.m}/${x.d}`,
  (x) => `${x.y}.${x.m}.${x.d}`,
  (x) => `${x.y}.${x.m}.${x.d}.`,
  (x) => x.day.replaceAll('-', ''),
  (x) => `${x.day.replaceAll('-', '')}.0`,
  (x) => `${x.day.replaceAll('-', '')}103015`,
  (x) => `${x.y}年${x.m}月${x.d}日`,
  (x) => `${x.y} 年 ${x.m} 月 ${x.d} 日`,
  (x) => `${x.day} 10:30`,
  (x) => `${x.day}T08:05:59`,
  (x) => `${x.day} 00:00:00.0`,
  (x) => `${x.y}/${x.m}/${x.d} 9:05:00`,
  (x) => `${x.y}/${x.m}/${x.d} 下午3:05`,
  (x) => `${x.y}年${x.m}月${x.d}日 14时30分`,
  (x) => `${x.day} 星期${x.weekday}`,
  (x) => `${x.d}-${MONTHS[x.m - 1]}-${x.y}`,
  (x) => `${MONTHS[x.m - 1]} ${x.d}, ${x.y}`,
  // Two numbers before the year are clear where one can be no month.
  (x) => (x.d > 12 ? `${x.d}/${x.m}/${x.y}` : x.day),
  (x) => (x.d > 12 ? `${x.m}/${x.d}/${x.y} 3:05 PM` : x.day),
  (x) => `${[...x.y].map((c) => DIGITS[Number(c)]).join('')}年${chinese(x.m)}月${chinese(x.d)}日`,
  (x) => wide(x.day),
  (x) => `'${x.day}`,
  (x) => `="${x.day}"`,
  (x) => ` ${x.day}　`,
];

function days(): ((n: number) => Cell)[] {
  const told = (n: number): Ymd => {
    const day = dayFromNumber(n);
    const [y, m, d] = day.split('-') as [string, string, string];
    const weekday = '日一二三四五六'[new Date(`${day}T00:00:00Z`).getUTCDay()] as string;
    return { day, y, m: Number(m), d: Number(d), weekday };
  };
  return [(n) => ({ text: told(n).day, day: n }), ...DAYS.map((form) => (n: number) => plain(form(told(n))))];
}

/** As a serial number; only where days count from 1900. */
const serial = (n: number): Cell => ({ text: String(n + 25_569), number: n + 25_569 });

const thousands = (text: string): string => text.replace(/\B(?=(?:\d{3})+(?!\d))/g, ',');
/** The number divided by a power of ten, exactly. */
function divided(n: number, scale: number): string {
  const places = 2 + Math.round(Math.log10(scale));
  const digits = String(Math.round(n * 100)).padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, '');
}

const AMOUNTS: readonly ((said: string) => Cell)[] = [
  (s) => ({ text: s, number: Number(s) }),
  plain,
  (s) => plain(s.includes('.') ? s.replace(/^\d+/, thousands) : thousands(s)),
  (s) => plain(wide(s)),
  (s) => plain(`¥${s}`),
  (s) => plain(` ${s} `),
];

const COUNTS: readonly ((n: number) => Cell)[] = [
  (n) => ({ text: String(n), number: n }),
  (n) => plain(`${n}.0`),
  (n) => plain(`${n}天`),
  (n) => plain(`${n}个工作日`),
  (n) => plain(`${n} 日`),
  (n) => plain(wide(String(n))),
];

const IDS: readonly ((id: string) => string)[] = [
  (id) => id,
  (id) => `="${id}"`,
  (id) => `'${id}`,
  wide,
  (id) => `  ${id}　`,
];

/** Forms of a text that stands in quotes nowhere else. */
const marked = (values: readonly string[]): string[] => [
  ...values,
  ...values.map(wide),
  ...values.map((v) => ` ${v} `),
];

function places(code: string): string[] {
  const { name } = qinghai.regions.place(code);
  return marked([code, name, `西宁市${name}`, `青海省${name}`, `${code}.0`, `="${code}"`]);
}

function departments(id: string): string[] {
  const { name, office, aliases } = qinghai.departments.get(id);
  return marked([id, name, office, ...aliases]);
}

function listed(field: Field, value: string): string[] {
  if (field.type !== 'list') return [value];
  const others = { ...field.synonyms, ...field.spellings };
  return marked([value, ...Object.keys(others).filter((k) => others[k] === value)]);
}

/** What stands in an optional cell of nothing. */
const NOTHING = ['', '', '', ' ', '　', '-', '—', '/', 'N/A', '(空)', '暂无'];

/** How the values of one column are written: which of the forms that there are, one after the other. */
export interface Writing {
  forms: readonly number[];
  blanks: readonly number[];
  /** Factor from the amounts of the column to 元. */
  scale: number;
  /** Serial numbers of days may stand in the column. */
  serials: boolean;
}

const chosen = <T>(all: readonly T[], numbers: readonly number[], row: number): T =>
  all[(numbers[row % numbers.length] as number) % all.length] as T;

/** A value as a cell. @param row its number, from 0 */
export function written(field: Field, value: Value, row: number, { forms, blanks, scale, serials }: Writing): Cell {
  if (value === null) return plain(chosen(NOTHING, blanks, row));
  switch (field.type) {
    case 'date': {
      const all = days();
      return chosen(serials ? [...all, serial] : all, forms, row)(value as number);
    }
    case 'count':
      return chosen(COUNTS, forms, row)(value as number);
    case 'amount':
      return chosen(AMOUNTS, forms, row)(divided(value as number, scale));
    case 'id':
      return plain(chosen(IDS, forms, row)(value as string));
    case 'county':
      return plain(chosen(places(value as string), forms, row));
    case 'department':
      return plain(chosen(departments(value as string), forms, row));
    case 'list':
      return plain(chosen(listed(field, value as string), forms, row));
    case 'text':
      return plain(value as string);
  }
}
