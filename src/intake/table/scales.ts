import type { Ledger } from '../../domain/ledgers';
import { isMoney, MONEY_FACTORS, MONEY_UNITS, type MoneyUnit } from '../../domain/reading/money';
import { fold } from '../../domain/text';
import type { Scale, UnclearUnit } from './table';
import { isOtherMoney, isOtherUnit, OTHER_LISTED, OTHER_MONEY, ROUND_MONEY, usualMoney } from './unitWords';
import { squeezed, word } from './words';

/** One unit of money, or another unit that may stand beside it in a list. */
const RENMINBI = '人民币|[Rr][Mm][Bb]|[Cc][Nn][Yy]';
const YUAN = `(?:${RENMINBI})?(?:十万|百万|千万|[百千万亿])?元`;
const MONEY = `${YUAN}(?:\\((?:${RENMINBI})\\)|${RENMINBI})?|人民币`;
const OTHER = '件次?|起|人次?|户次?|个次?|家|次|条|份|吨|千克|公斤|%|天|工作日|批次?|篇次?|处';
/** 万 for 万元, where units are listed. */
const SHORT = '(?:人民币)?(?:[十百千]?万|千|亿)';
const LISTED = `(?:${MONEY}|${OTHER}|${OTHER_LISTED}|${SHORT})`;
const listOf = (unit: string): string => `${unit}(?:[、,，/;；和及或]${unit})*`;
const LIST = listOf(LISTED);
/** The same behind 单位, where others may stand in it too: 件、kg、万元. */
const LIST_OF_UNITS = `(?:[^\\s:(单)、,，/;；]{1,4}[、,，/;；])*${listOf(`(?:${LISTED}|${ROUND_MONEY})`)}`;

/**
 * Where a text speaks of units: 单位：万元; 金额单位为千元; 以万元为单位; 金额均为万元; 以万元计; (万元) at the end of a title; the unit
 * alone.
 */
const SPEAKS = [
  new RegExp(
    `单位(?:\\([^()]{1,6}\\)(?=[:：]))?(?:均|统一)?为? ?[:：]? ?\\(? ?(${LIST_OF_UNITS})(?![\\u4e00-\\u9fff])(?<![A-Za-z](?=[A-Za-z]))\\)?`,
    'g',
  ),
  new RegExp(`[以按](${LISTED})为(?:计量|金额|货币|重量)?单位`, 'g'),
  new RegExp(`[以按](${YUAN}|${OTHER_LISTED})(?:计|填)`, 'g'),
  new RegExp(
    `(?:金额|币种|货币|重量)(?:均|都|一律|统一)?[为是:：] ?(${MONEY}|${OTHER_LISTED})(?![\\u4e00-\\u9fff])`,
    'g',
  ),
  // （人民币） says which money, not in how many of it: 单位：万元（人民币）.
  new RegExp(`[(\\[【〔](?!(?:${RENMINBI})[)\\]】〕])(${LIST})[)\\]】〕]$`, 'g'),
  new RegExp(`^(${MONEY}|${OTHER_MONEY})$`, 'g'),
];

/** The units that a text above a table speaks of, and that amounts turn on. */
interface UnitsSaid {
  /** Each once: of money, and what no ledger has (美元, 吨). */
  units: readonly string[];
  /** Only the words that say so: the rest of the text may name whoever filled in the table. */
  said: string;
}

/** Most texts speak of none. */
const MAY_SPEAK = /[元圆圓币千仟佰万萬亿億金镑郎布角分吨克斤两$€£]|USD|HKD|EUR|JPY|GBP|[(:：]\s*(?:k?[tg]|[kw])\b/i;

function unitsSaid(text: string): UnitsSaid {
  if (!MAY_SPEAK.test(text)) return { units: [], said: '' };
  // With its blanks, since they end a word (单位：万元 填表人：…), and without, since they stand within words too (单 位：万 元).
  const found = [usualMoney(fold(text.slice(0, 400))).replace(/\s+/g, ' '), usualMoney(word(text))]
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

/** Whether a text above a table speaks of units of amounts. */
export const namesUnits = (text: string): boolean => unitsSaid(text).units.length > 0;

/** Folded words as they are written: 单位：万元. A bracket that opens before them is none of them. */
function shown(words: string): string {
  const own = words.replace(/\s/g, '').replace(/^([^(]*)\)$/, '$1');
  return own.replaceAll(':', '：').replaceAll('(', '（').replaceAll(')', '）');
}

const IS_OTHER = new RegExp(`^(?:${OTHER_LISTED}|${ROUND_MONEY})$`, 'i');

export const isUnit = (word: string): word is MoneyUnit => (MONEY_UNITS as readonly string[]).includes(word);

const IS_RENMINBI = new RegExp(RENMINBI);

const unitsListed = (list: string): string[] =>
  list
    .split(/[、,，/;；和及或]/)
    .map((unit) => unit.replace(IS_RENMINBI, '').replace('()', '') || '元')
    .map((unit) => (/[千万亿]$/.test(unit) ? `${unit}元` : unit))
    .filter((unit) => isUnit(unit) || IS_OTHER.test(unit));

/** In brackets or at the end; 5万元以上 is none. */
const OWN_UNIT = new RegExp(
  `[(\\[【〔](?:单位:?)?(${LIST})[)\\]】〕]|(?<![\\d一二三四五六七八九])((?:十万|百万|千万|[百千万亿])?元)$`,
  'g',
);

/** Among other words in brackets: （万元，保留两位小数）, （以万元计）; （5万元以上） and （万元以上） say no unit. */
const AMONG_WORDS =
  /[([【〔][^()[\]【】〔〕]*?(?<![\d一二三四五六七八九十])((?:十万|百万|千万|[百千万亿])(?:元|(?=(?:人民币)?[)\]】〕、,，;；/])))(?![上下内]|以[上下内]|及以)/g;

/** The units that a header itself names: 罚没金额（万元）, 罚没款万元, 罚没金额（元、万元）; a field's own name means 元. */
function unitsOfHeader(header: string, field: string): MoneyUnit[] {
  const said = usualMoney(word(header));
  if (said.toLowerCase() === field) return ['元'];
  const exact = [...said.matchAll(OWN_UNIT)].map((m) => (m[1] ?? m[2]) as string);
  const own = (exact.length > 0 ? exact : [...said.matchAll(AMONG_WORDS)].map((m) => m[1] as string)).flatMap(
    unitsListed,
  );
  return [...new Set(own.filter(isUnit))];
}

/** A cell above a table that speaks of units, and its column. */
export interface UnitCell {
  column: number;
  text: string;
}

/** The units that cells above a table speak of, each once. */
export const unitsOf = (cells: readonly UnitCell[]): string[] => [
  ...new Set(cells.flatMap((cell) => unitsSaid(cell.text).units)),
];

/** What is known of the units of a table's amounts. */
interface Scales {
  scales: Record<string, Scale>;
  unclearUnits: UnclearUnit[];
  /** Fields whose amounts are in a unit that the ledger has not, with the words that say so. */
  otherUnits: Record<string, string>;
}

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
): Scales {
  const said = above.map((cell) => unitsSaid(cell.text)).filter((u) => u.units.length > 0);
  const all = unitsOf(above);
  const overall = all.filter(isUnit);
  const found: Scales = { scales: {}, unclearUnits: [], otherUnits: {} };
  for (const field of ledger.fields) {
    const column = fields[field.name];
    if (column === undefined || field.type !== 'amount') continue;
    const header = squeezed(headerOf(column));
    const own = isMoney(field) ? unitsOfHeader(header, field.name) : [];
    const shared = own.filter((unit) => overall.includes(unit));
    const other = all.find((unit) => isOtherUnit(unit, field));
    if (other !== undefined && shared.length === 0) {
      found.otherUnits[field.name] = (said.find((u) => u.units.includes(other)) as UnitsSaid).said;
      continue;
    }
    const units = !isMoney(field) ? [] : shared.length > 0 ? shared : [...own, ...overall];
    const [unit] = units;
    if (unit === undefined) continue;
    const words = own.length > 0 ? header : (ofMoney(said)[0] as string);
    if (units.length === 1) found.scales[field.name] = { factor: MONEY_FACTORS[unit], said: words };
    else
      found.unclearUnits.push({
        field: field.name,
        units,
        said: [...(own.length > 0 ? [header] : []), ...ofMoney(said)],
      });
  }
  return found;
}

const ofMoney = (said: readonly UnitsSaid[]): string[] =>
  said.filter((u) => u.units.some((unit) => isUnit(unit) || isOtherMoney(unit))).map((u) => u.said);
