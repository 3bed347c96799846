import type { Catalogue } from '../domain/catalogue/catalogue';
import type { LedgerId } from '../domain/ledgers';
import { type Office, unitName } from '../domain/office';
import { isPeriod, type Period, periodName } from '../domain/period';
import { foldName } from '../domain/text';
import { unitParts } from './unitParts';

/** What a file name tells; null for what it does not, or tells in several ways. */
export interface FileName {
  unit: string | null;
  period: Period | null;
  ledger: LedgerId | null;
  /** 1 where the name says none; `_v2`, `_第2版` say theirs, `_更正` is the second. */
  version: number;
  /** A part of the name that stands where the unit should and is none. */
  unknownUnit: string | null;
  readings: Readings;
}

/** All distinct things that a name says, in words. A null beside several of them is to be asked. */
export interface Readings {
  /** Units; then parts that speak of another place or office, as they stand. */
  unit: readonly string[];
  period: readonly string[];
  ledger: readonly string[];
}

const NUMERALS: Record<string, string> = { 一: '1', 二: '2', 三: '3', 四: '4', '1': '1', '2': '2', '3': '3', '4': '4' };

/** One period; a range of quarters says two. */
const PERIODS: readonly [RegExp, (m: RegExpExecArray) => Period[]][] = [
  [
    /(?<!\d)(\d{4})[-_年]?Q([1-4])[-~—至到]([1-4])(?![\dA-Za-z])/i,
    (m) => [`${m[1]}Q${m[2]}`, ...((m[3] as string) > (m[2] as string) ? [`${m[1]}Q${m[3]}`] : [])],
  ],
  [/(?<!\d)(\d{4})[-_年]?Q([1-4])(?!\d)/i, (m) => [`${m[1]}Q${m[2]}`]],
  [/(?<!\d)(\d{4})[-_年]?H([12])(?!\d)/i, (m) => [`${m[1]}H${m[2]}`]],
  [/(?<!\d)(\d{4})年?第?([一二三四1-4])季度?/, (m) => [`${m[1]}Q${NUMERALS[m[2] as string]}`]],
  [/(?<!\d)(\d{4})年?(上|下)半年/, (m) => [`${m[1]}H${m[2] === '上' ? 1 : 2}`]],
];

/** Without its year: read where another period tells one (2017年三季度和四季度). */
const WITHOUT_YEAR: readonly [RegExp, (m: RegExpExecArray) => string][] = [
  [/(?<![\dA-Za-z])([QH])([1-4])(?![\dA-Za-z])/i, (m) => `${m[1]?.toUpperCase()}${m[2]}`],
  [/(?<!\d)([一二三四1-4])季度/, (m) => `Q${NUMERALS[m[1] as string]}`],
  [/(上|下)半年/, (m) => `H${m[1] === '上' ? 1 : 2}`],
];

const VERSIONS: readonly [RegExp, (m: RegExpExecArray) => number][] = [
  [/[_\-（(\s]v(\d{1,3})[)）]?$/i, (m) => Number(m[1])],
  [/[_\-（(\s]?第(\d{1,3}|[一二三四五六七八九十])版[)）]?$/, (m) => ordinal(m[1] as string)],
  [/[_\-（(\s]?更正(?:版|稿)?(\d{0,3})[)）]?$/, (m) => (m[1] ? Number(m[1]) + 1 : 2)],
];

/**
 * Reads unit, period, ledger and version from a file name (DESIGN §5), e.g. `2017Q3_632500_complaints.csv`,
 * `2017年第三季度_海南州_投诉举报台账_更正.csv`. Folders before the name are not looked at. The same thing said twice (code and
 * name) is one reading; of several none is chosen.
 */
export function readFileName(office: Office, path: string): FileName {
  const base = foldName((path.split('/').at(-1) ?? path).replace(/\.[A-Za-z0-9]{1,8}$/, ''));
  const version = take(VERSIONS, base);
  const periods = periodsIn(version?.rest ?? base);
  const ledgers = ledgersIn(office.catalogue, periods.rest);
  const parts = ledgers.rest.split(/[_\-\s,，、.（）()+&]+/).filter(Boolean);
  const { units, others } = unitParts(office, parts);
  return {
    unit: others.length ? null : only(units),
    period: only(periods.found),
    ledger: only(ledgers.found),
    version: version?.found ?? 1,
    unknownUnit: units.length ? null : (others[0] ?? parts[0] ?? null),
    readings: {
      unit: [...units.map((id) => unitName(office, id)), ...others],
      period: periods.found.map(periodName),
      ledger: ledgers.found.map((id) => office.catalogue.ledger(id).name),
    },
  };
}

const only = <T>(found: readonly T[]): T | null => (found.length === 1 ? (found[0] as T) : null);

const cut = (text: string, at: number, length: number): string => `${text.slice(0, at)}_${text.slice(at + length)}`;

function take<T>(
  patterns: readonly [RegExp, (m: RegExpExecArray) => T][],
  text: string,
): { found: T; rest: string } | null {
  for (const [pattern, read] of patterns) {
    const m = pattern.exec(text);
    if (m) return { found: read(m), rest: cut(text, m.index, m[0].length) };
  }
  return null;
}

/** Every distinct thing that the patterns find, and the text without them. */
function takeAll<T>(
  patterns: readonly [RegExp, (m: RegExpExecArray) => T][],
  text: string,
): { found: T[]; rest: string } {
  const found: T[] = [];
  let rest = text;
  for (let next = take(patterns, rest); next; next = take(patterns, rest)) {
    found.push(next.found);
    rest = next.rest;
  }
  return { found, rest };
}

function periodsIn(text: string): { found: Period[]; rest: string } {
  const whole = takeAll(PERIODS, text);
  const [first] = whole.found.flat();
  if (!first) return { found: [], rest: whole.rest };
  const more = takeAll(WITHOUT_YEAR, whole.rest);
  const periods = [...whole.found.flat(), ...more.found.map((p) => `${first.slice(0, 4)}${p}`)];
  return { found: [...new Set(periods)].filter(isPeriod), rest: more.rest };
}

function ledgersIn(catalogue: Catalogue, text: string): { found: LedgerId[]; rest: string } {
  const aliases = catalogue.ledgers
    .flatMap(({ id, aliases }) => aliases.map((alias) => ({ id, alias })))
    .sort((a, b) => b.alias.length - a.alias.length);
  const found = new Set<LedgerId>();
  let rest = text;
  for (const { id, alias } of aliases)
    for (let at = rest.toLowerCase().indexOf(alias); at >= 0; at = rest.toLowerCase().indexOf(alias)) {
      found.add(id);
      rest = cut(rest, at, alias.length);
    }
  return { found: [...found], rest };
}

const ordinal = (text: string): number =>
  '〇一二三四五六七八九十'.indexOf(text) > 0 ? '〇一二三四五六七八九十'.indexOf(text) : Number(text);
