import type { Ledger } from '../../domain/ledgers';
import { isMoney, MONEY_FACTORS, MONEY_UNITS, type MoneyUnit } from '../../domain/reading/money';
import { fold } from '../../domain/text';
import type { Scale, UnclearUnit } from './table';
import { squeezed, word } from './words';

/** One unit of money, or another unit that may stand beside it in a list. */
const YUAN = '(?:人民币)?(?:十万|百万|千万|[百千万亿])?元';
const MONEY = `${YUAN}(?:\\(人民币\\))?|人民币`;
const OTHER = '件次?|起|人次?|户次?|个次?|家|次|条|份|吨|千克|公斤|%|天|工作日|批次?|篇次?|处';
/** 万 for 万元, where units are listed. */
const SHORT = '[十百千]?万|千|亿';
const LISTED = `(?:${MONEY}|${OTHER}|${SHORT})`;
const LIST = `${LISTED}(?:[、,，/;；和及或]${LISTED})*`;

/**
 * Where a text speaks of units: 单位：万元; 金额单位为千元; 以万元为单位; 金额均为万元; 以万元计; (万元) at the end of a title; the unit
 * alone.
 */
const SPEAKS = [
  new RegExp(`单位(?:均|统一)?为? ?[:：]? ?\\(? ?(${LIST})(?![\\u4e00-\\u9fff])\\)?`, 'g'),
  new RegExp(`[以按](${MONEY})为(?:计量|金额|货币)?单位`, 'g'),
  new RegExp(`[以按](${YUAN})(?:计|填)`, 'g'),
  new RegExp(`金额(?:均|都|一律|统一)?[为是] ?(${YUAN})(?![\\u4e00-\\u9fff])`, 'g'),
  new RegExp(`[(\\[【〔](${LIST})[)\\]】〕]$`, 'g'),
  new RegExp(`^(${MONEY})$`, 'g'),
];

/** The units of money that a text above a table speaks of. */
interface UnitsSaid {
  /** Each once. */
  units: readonly MoneyUnit[];
  /** Only the words that say so: the rest of the text may name whoever filled in the table. */
  said: string;
}

function unitsSaid(text: string): UnitsSaid {
  if (!/[元币千万亿]/.test(text)) return { units: [], said: '' };
  // With its blanks, since they end a word (单位：万元 填表人：…), and without, since they stand within words too (单 位：万 元).
  const found = [fold(text.slice(0, 400)).replace(/\s+/g, ' '), word(text)]
    .flatMap((said) => SPEAKS.flatMap((pattern) => [...said.matchAll(pattern)]))
    .map((m) => ({ units: unitsListed(m[1] as string), said: shown(m[0]) }))
    .filter((m) => m.units.length > 0);
  const said = [...new Set(found.map((m) => m.said))];
  return {
    units: [...new Set(found.flatMap((m) => m.units))],
    // What is found both ways is told once.
    said: said.filter((one) => !said.some((other) => other !== one && other.includes(one))).join('；'),
  };
}

/** Whether a text above a table speaks of units of money. */
export const namesUnits = (text: string): boolean => unitsSaid(text).units.length > 0;

/** Folded words as they are written: 单位：万元. A bracket that opens before them is none of them. */
function shown(words: string): string {
  const own = words.replace(/\s/g, '').replace(/^([^(]*)\)$/, '$1');
  return own.replaceAll(':', '：').replaceAll('(', '（').replaceAll(')', '）');
}

const isUnit = (word: string): word is MoneyUnit => (MONEY_UNITS as readonly string[]).includes(word);

const unitsListed = (list: string): MoneyUnit[] =>
  list
    .split(/[、,，/;；和及或]/)
    .map((unit) => (unit === '人民币' ? '元' : unit.replace('人民币', '').replace('()', '')))
    .map((unit) => (/[千万亿]$/.test(unit) ? `${unit}元` : unit))
    .filter(isUnit);

/** In brackets or at the end; 5万元以上 is none. */
const OWN_UNIT = new RegExp(
  `[(\\[【〔](?:单位:?)?(${LIST})[)\\]】〕]|(?<![\\d一二三四五六七八九])((?:十万|百万|千万|[百千万亿])?元)$`,
  'g',
);

/** The units that a header itself names: 罚没金额（万元）, 罚没款万元, 罚没金额（元、万元）; a field's own name means 元. */
function unitsOfHeader(header: string, field: string): MoneyUnit[] {
  const said = word(header);
  if (said.toLowerCase() === field) return ['元'];
  return [...new Set([...said.matchAll(OWN_UNIT)].flatMap((m) => unitsListed((m[1] ?? m[2]) as string)))];
}

/** A cell above a table that speaks of units, and its column. */
export interface UnitCell {
  column: number;
  text: string;
}

/** The units that cells above a table speak of, each once. */
export const unitsOf = (cells: readonly UnitCell[]): MoneyUnit[] => [
  ...new Set(cells.flatMap((cell) => unitsSaid(cell.text).units)),
];

/**
 * Factor of each amount field: what its own header and what stands above the table say. What neither settles, or where one
 * contradicts the other, is unclear: a template's （元） stays where the office has written 单位：万元 above it.
 * @param headerOf header text of a field's column
 */
export function scalesOf(
  ledger: Ledger,
  fields: Readonly<Record<string, number>>,
  headerOf: (column: number) => string,
  above: readonly UnitCell[],
): { scales: Record<string, Scale>; unclearUnits: UnclearUnit[] } {
  const said = above.map((cell) => unitsSaid(cell.text)).filter((u) => u.units.length > 0);
  const overall = unitsOf(above);
  const scales: Record<string, Scale> = {};
  const unclearUnits: UnclearUnit[] = [];
  const money = new Set(ledger.fields.filter(isMoney).map((f) => f.name));
  for (const [field, column] of Object.entries(fields)) {
    if (!money.has(field)) continue;
    const header = squeezed(headerOf(column));
    const own = unitsOfHeader(header, field);
    const shared = own.filter((unit) => overall.includes(unit));
    const units = shared.length > 0 ? shared : [...own, ...overall];
    const [unit] = units;
    if (unit === undefined) continue;
    const words = own.length > 0 ? header : (said[0] as UnitsSaid).said;
    if (units.length === 1) scales[field] = { factor: MONEY_FACTORS[unit], said: words };
    else unclearUnits.push({ field, units, said: [...(own.length > 0 ? [header] : []), ...said.map((u) => u.said)] });
  }
  return { scales, unclearUnits };
}
