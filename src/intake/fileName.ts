import { LEDGERS, type LedgerId } from '../domain/ledgers';
import type { Office } from '../domain/office';
import type { Period } from '../domain/period';
import { foldName } from '../domain/text';

/** What a file name tells; null for what it does not. */
export interface FileName {
  unit: string | null;
  period: Period | null;
  ledger: LedgerId | null;
  /** 1 where the name says none; `_v2`, `_第2版` say theirs, `_更正` is the second. */
  version: number;
  /** A part of the name that stands where the unit should and is none. */
  unknownUnit: string | null;
}

const NUMERALS: Record<string, string> = { 一: '1', 二: '2', 三: '3', 四: '4', '1': '1', '2': '2', '3': '3', '4': '4' };

const PERIODS: readonly [RegExp, (m: RegExpExecArray) => Period][] = [
  [/(?<!\d)(\d{4})[-_年]?Q([1-4])(?!\d)/i, (m) => `${m[1]}Q${m[2]}`],
  [/(?<!\d)(\d{4})[-_年]?H([12])(?!\d)/i, (m) => `${m[1]}H${m[2]}`],
  [/(?<!\d)(\d{4})年?第?([一二三四1-4])季度?/, (m) => `${m[1]}Q${NUMERALS[m[2] as string]}`],
  [/(?<!\d)(\d{4})年?(上|下)半年/, (m) => `${m[1]}H${m[2] === '上' ? 1 : 2}`],
];

const VERSIONS: readonly [RegExp, (m: RegExpExecArray) => number][] = [
  [/[_\-（(\s]v(\d{1,3})[)）]?$/i, (m) => Number(m[1])],
  [/[_\-（(\s]?第(\d{1,3}|[一二三四五六七八九十])版[)）]?$/, (m) => ordinal(m[1] as string)],
  [/[_\-（(\s]?更正(?:版|稿)?(\d{0,3})[)）]?$/, (m) => (m[1] ? Number(m[1]) + 1 : 2)],
];

/**
 * Reads unit, period, ledger and version from a file name (DESIGN §5), e.g. `2017Q3_632500_complaints.csv`,
 * `2017年第三季度_海南州_投诉举报台账_更正.csv`. Folders before the name are not looked at.
 */
export function readFileName(office: Office, path: string): FileName {
  const base = foldName((path.split('/').at(-1) ?? path).replace(/\.[A-Za-z0-9]{1,8}$/, ''));
  let rest = base;
  const version = take(VERSIONS, rest);
  if (version) rest = version.rest;
  const period = take(PERIODS, rest);
  if (period) rest = period.rest;
  const ledger = ledgerIn(rest);
  if (ledger) rest = ledger.rest;
  const parts = rest.split(/[_\-\s,，、.（）()]+/).filter(Boolean);
  const unit = parts.map((p) => unitOf(office, p)).find((u) => u !== null) ?? null;
  return {
    unit,
    period: period?.found ?? null,
    ledger: ledger?.found ?? null,
    version: version?.found ?? 1,
    unknownUnit: unit ? null : (parts[0] ?? null),
  };
}

function take<T>(
  patterns: readonly [RegExp, (m: RegExpExecArray) => T][],
  text: string,
): { found: T; rest: string } | null {
  for (const [pattern, read] of patterns) {
    const m = pattern.exec(text);
    if (m) return { found: read(m), rest: `${text.slice(0, m.index)}_${text.slice(m.index + m[0].length)}` };
  }
  return null;
}

function ledgerIn(text: string): { found: LedgerId; rest: string } | null {
  const lower = text.toLowerCase();
  for (const ledger of Object.values(LEDGERS))
    for (const alias of ledger.aliases) {
      const at = lower.indexOf(alias);
      if (at >= 0) return { found: ledger.id, rest: `${text.slice(0, at)}_${text.slice(at + alias.length)}` };
    }
  return null;
}

/**
 * A prefecture, or a department named as such: 工商, 省工商局, aic. An office of a place (西宁市工商局) is neither: it would pass
 * for the provincial department, and the person is asked instead.
 */
function unitOf(office: Office, part: string): string | null {
  const prefecture = office.regions.prefecturesNamed(part)[0];
  if (prefecture) return prefecture.code;
  const key = departmentKey(part);
  const found = office.departments.all.find((d) =>
    [d.id, d.name, d.office, ...d.aliases].some((name) => departmentKey(name) === key),
  );
  return found?.id ?? null;
}

const departmentKey = (name: string): string =>
  foldName(name)
    .toLowerCase()
    .replace(/^(青海省|省)/, '')
    .replace(/(管理局|专卖局|局|厅|委员会|委)$/, '');

const ordinal = (text: string): number =>
  '〇一二三四五六七八九十'.indexOf(text) > 0 ? '〇一二三四五六七八九十'.indexOf(text) : Number(text);
