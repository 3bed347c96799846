import { LEDGERS, type LedgerId, ledgerField } from '../../domain/ledgers';
import { fold } from '../../domain/text';
import type { Scale } from './table';
import { squeezed, word } from './words';

const FACTORS: Readonly<Record<string, number>> = {
  元: 1,
  百元: 100,
  千元: 1000,
  万元: 10_000,
  十万元: 100_000,
  百万元: 1_000_000,
  千万元: 10_000_000,
  亿元: 100_000_000,
};

/** One unit of money, or another unit that may stand beside it in a list. */
const MONEY = '(?:人民币)?(?:十万|百万|千万|[百千万亿])?元(?:\\(人民币\\))?|人民币';
const OTHER = '件次?|起|人次?|户次?|个次?|家|次|条|份|吨|千克|公斤|%|天|工作日|批次?|篇次?|处';
const LIST = `(?:${MONEY}|${OTHER})(?:[、,，/;；和及或](?:${MONEY}|${OTHER}))*`;

/** Where a text speaks of units: 单位：万元; 金额单位为千元; 以万元为单位; (万元) at the end of a title; the unit alone. */
const SPEAKS = [
  new RegExp(`单位(?:均|统一)?为? ?[:：]? ?\\(? ?(${LIST})(?![\\u4e00-\\u9fff])\\)?`, 'g'),
  new RegExp(`以(${MONEY})为(?:计量|金额|货币)?单位`, 'g'),
  new RegExp(`[(\\[【〔](${LIST})[)\\]】〕]$`, 'g'),
  new RegExp(`^(${MONEY})$`, 'g'),
];

/** The units of money that a text above a table speaks of. */
interface UnitsSaid {
  /** Factors from amounts to 元, each once. */
  factors: readonly number[];
  /** Only the words that say so: the rest of the text may name whoever filled in the table. */
  said: string;
}

function unitsSaid(text: string): UnitsSaid {
  if (!/[元币]/.test(text)) return { factors: [], said: '' };
  // With its blanks, since they end a word (单位：万元 填表人：…), and without, since they stand within words too (单 位：万 元).
  const found = [fold(text.slice(0, 400)).replace(/\s+/g, ' '), word(text)]
    .flatMap((said) => SPEAKS.flatMap((pattern) => [...said.matchAll(pattern)]))
    .map((m) => ({ factors: unitsOf(m[1] as string), said: shown(m[0]) }))
    .filter((m) => m.factors.length > 0);
  const said = [...new Set(found.map((m) => m.said))];
  return {
    factors: [...new Set(found.flatMap((m) => m.factors))],
    // What is found both ways is told once.
    said: said.filter((one) => !said.some((other) => other !== one && other.includes(one))).join('；'),
  };
}

/** All factors from amounts to 元 that a text above a table names; none where it does not speak of units of money. */
export const factorsIn = (text: string): readonly number[] => unitsSaid(text).factors;

/** Folded words as they are written: 单位：万元. A bracket that opens before them is none of them. */
function shown(words: string): string {
  const own = words.replace(/\s/g, '').replace(/^([^(]*)\)$/, '$1');
  return own.replaceAll(':', '：').replaceAll('(', '（').replaceAll(')', '）');
}

function unitsOf(list: string): number[] {
  return list
    .split(/[、,，/;；和及或]/)
    .map((unit) => (unit === '人民币' ? '元' : unit.replace('人民币', '').replace('()', '')))
    .flatMap((unit) => FACTORS[unit] ?? []);
}

const YUAN = '(?:十万|百万|千万|[百千万亿])?元';
/** In brackets or at the end; 5万元以上 is none. */
const OWN_UNIT = new RegExp(
  `[(\\[【〔](?:单位:?)?(?:人民币)?(${YUAN})[)\\]】〕]|(?<![\\d一二三五六七八九])(${YUAN})$`,
  'g',
);

/** The factor that a header itself names: 罚没金额（万元）, 罚没款万元. Null where it names none, or several. */
function factorOfHeader(header: string, fieldName: string): number | null {
  const said = word(header);
  if (said.toLowerCase() === fieldName) return fieldName.endsWith('_yuan') ? 1 : null;
  const units = [...said.matchAll(OWN_UNIT)].map((m) => FACTORS[(m[1] ?? m[2]) as string] as number);
  return new Set(units).size === 1 ? (units[0] as number) : null;
}

/** A cell above a table that speaks of units, and its column. */
export interface UnitCell {
  column: number;
  text: string;
}

/**
 * Factor of each amount field: what its own header says, else what stands above the table.
 * @param headerOf header text of a field's column
 */
export function scalesOf(
  ledger: LedgerId,
  fields: Readonly<Record<string, number>>,
  headerOf: (column: number) => string,
  above: readonly UnitCell[],
): { scales: Record<string, Scale>; unclearUnits: string[] } {
  const units = above.map((cell) => unitsSaid(cell.text)).filter((u) => u.factors.length > 0);
  const factors = new Set(units.flatMap((u) => u.factors));
  const scales: Record<string, Scale> = {};
  let open = false;
  for (const [name, column] of Object.entries(fields)) {
    if (ledgerField(LEDGERS[ledger], name).type !== 'amount') continue;
    const own = factorOfHeader(headerOf(column), name);
    if (own !== null) scales[name] = { factor: own, said: squeezed(headerOf(column)) };
    else if (factors.size === 1)
      scales[name] = { factor: [...factors][0] as number, said: (units[0] as UnitsSaid).said };
    else if (factors.size > 1) open = true;
  }
  return { scales, unclearUnits: open ? units.map((u) => u.said) : [] };
}
