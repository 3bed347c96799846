import type { Catalogue } from '../../../src/domain/catalogue/catalogue';
import { dayNumber } from '../../../src/domain/day';
import type { Field } from '../../../src/domain/ledgers';
import type { Office } from '../../../src/domain/office';
import type { Random } from '../../sample/random';

/** Days from the one on which a spreadsheet begins to count to 1970-01-01. */
const SERIAL_OF_1970 = 25_569;

const wide = (text: string): string => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const dateParts = (day: string): [string, number, number] => [
  day.slice(0, 4),
  Number(day.slice(5, 7)),
  Number(day.slice(8)),
];

type Form = (value: string) => string;

const DAYS: readonly Form[] = [
  (day) => day.replaceAll('-', '/'),
  (day) => dateParts(day).join('.'),
  (day) => day.replaceAll('-', ''),
  (day) => {
    const [y, m, d] = dateParts(day);
    return `${y}年${m}月${d}日`;
  },
  (day) => String(dayNumber(day) + SERIAL_OF_1970),
  (day) => `${day} 10:30`,
  (day) => `${dateParts(day).join('/')} 下午3:05`,
  wide,
];
const IDS: readonly Form[] = [(id) => `="${id}"`, wide, (id) => ` ${id}　`];
const COUNTS: readonly Form[] = [(n) => `${n}个工作日`, (n) => `${n}天`, wide];
const BLANKS = ['—', '/', '-', ' '];

/** Other ways to write the values of a list. */
const LISTED: Readonly<Record<string, readonly string[]>> = {
  是: ['√', 'Y', '实名'],
  否: ['×', 'N', '匿名'],
  投诉: ['投诉件', ' 投诉'],
  举报: ['举报件', '举报　'],
  受理: ['已受理', '予以受理'],
  不予受理: ['不受理'],
  转办: ['已转办', '移交'],
};

/** A cell as some office might write it; as it is where the bench knows no other way. */
function oddly(random: Random, office: Office, field: Field, value: string): string {
  if (value === '') return field.required ? '' : random.pick(BLANKS);
  switch (field.type) {
    case 'date':
      return random.pick(DAYS)(value);
    case 'id':
      return random.pick(IDS)(value);
    case 'count':
      return random.pick(COUNTS)(value);
    case 'list':
      return random.pick(LISTED[value] ?? [value]);
    case 'county':
      return random.pick([`${value}.0`, wide(value), ` ${value}`]);
    case 'department':
      return random.pick([office.departments.all.find((d) => d.name === value)?.office ?? value, ` ${value} `]);
    default:
      return `${value} `;
  }
}

/** Writes one to four of a row's cells in another way that means the same. */
export function writeOddly(random: Random, office: Office, cells: string[]): void {
  for (let n = random.int(1, 4); n > 0; n--) {
    // A cell that is odd already stays: another form of a form is none.
    const at = random.int(0, cells.length - 1);
    const value = cells[at] as string;
    if (/^[\dA-Z-]*$|^[一-鿿]+$/.test(value))
      cells[at] = oddly(random, office, office.catalogue.ledger('complaints').fields[at] as Field, value);
  }
}

const column = (catalogue: Catalogue, name: string): number =>
  catalogue.ledger('complaints').fields.findIndex((f) => f.name === name);

/** Puts a fault into a row for which it is kept aside. */
export function makeFaulty(catalogue: Catalogue, random: Random, cells: string[]): void {
  const [name, value] = random.pick([
    ['received_on', '2017-02-30'],
    ['received_on', '待查'],
    ['received_on', ''],
    ['county', '某县'],
    ['kind', '来访'],
    ['complaint_id', ''],
    ['closed_on', '2016-12-30'],
  ] as const);
  cells[column(catalogue, name)] = value;
}
