import { namesOf } from '../domain/departments';
import type { Office } from '../domain/office';
import { foldName } from '../domain/text';
import { listedUnits } from '../domain/units';

/** What the parts of a file name say of the unit. */
export interface UnitParts {
  /** Prefectures and departments named as such, each once. */
  units: string[];
  /** Parts that speak of another place or office than the one unit, or of one that does not report: as they stand. */
  others: string[];
}

/** Words that say nothing of the unit, also where they are written on to its name (西宁市汇总表). */
const HARMLESS = /台账|报表|季报|(?:汇总|明细|统计)表?|数据|报送|上报|定稿|终稿|最[终新]版?/g;

/** How offices and parts of offices are called. */
const OFFICE = /(?:局|厅|委|委员会|队|所|处|科|办|办公室|中心|站|海关)$/;

/**
 * A unit is a prefecture, or a department named as such: 工商, 省工商局, aic. A county (城东区) and an office of a place
 * (西宁市工商局) report through their prefecture: they are no unit, and what they stand beside is not told for certain.
 */
export function unitParts(office: Office, parts: readonly string[]): UnitParts {
  const units = new Set<string>();
  const others = new Set<string>();
  const within: { part: string; prefectures: string[] }[] = [];
  for (const part of parts) {
    const named = [part, part.replace(HARMLESS, '')].map((word) => unitsNamed(office, word)).find((ids) => ids.length);
    if (named) for (const id of named) units.add(id);
    else if (isOther(office, part.replace(HARMLESS, ''))) others.add(part);
    else within.push({ part, prefectures: prefecturesIn(office, part) });
  }
  // 西宁市双打办 beside 630100 says the same again; beside another unit it does not.
  for (const { part, prefectures } of within)
    if (units.size > 0 && prefectures.some((code) => !units.has(code))) others.add(part);
  return { units: [...units], others: [...others] };
}

function unitsNamed(office: Office, word: string): string[] {
  if (!word) return [];
  const key = departmentKey(office, word);
  const departments = office.departments.all.filter((d) =>
    [d.id, ...namesOf(d)].some((name) => departmentKey(office, name) === key),
  );
  // A region may be assessed by the name of its bureau.
  const listed = listedUnits(office.profile.units).filter((u) =>
    [u.id, u.name, u.short, ...u.aliases].some((name) => foldName(name) === foldName(word)),
  );
  return [
    ...new Set([
      ...listed.map((u) => u.id),
      ...office.regions.prefecturesNamed(word).map((p) => p.code),
      ...departments.map((d) => d.id),
    ]),
  ];
}

/** The name of a department without what its office writes before and behind it: 省…局. */
function departmentKey({ profile }: Office, name: string): string {
  const folded = foldName(name).toLowerCase();
  const { before, behind } = profile.units.affixes;
  const longest = (affixes: readonly string[], stands: (affix: string) => boolean) =>
    affixes.filter(stands).sort((a, b) => b.length - a.length)[0] ?? '';
  const rest = folded.slice(longest(before, (affix) => folded.startsWith(affix)).length);
  return rest.slice(0, rest.length - longest(behind, (affix) => rest.endsWith(affix)).length);
}

/** Whether a part that names no unit names a county, an office of a place, or several departments at once. */
function isOther(office: Office, word: string): boolean {
  if (!word) return false;
  const place = office.regions.match(word);
  if (place) return 'ambiguous' in place || place.place.level !== 'province';
  if (office.regions.standingIn(word).some((p) => p.level === 'county')) return true;
  if (!office.departments.match(word)) return false;
  return OFFICE.test(word) || isAllDepartments(office, word);
}

/** 工商质监, 农牧和商务. */
function isAllDepartments({ departments }: Office, word: string): boolean {
  const aliases = departments.all.flatMap((d) => [d.name, ...d.aliases]).sort((a, b) => b.length - a.length);
  return aliases.reduce((rest, alias) => rest.replaceAll(alias, ''), word).replace(/[和与及]/g, '') === '';
}

const prefecturesIn = ({ regions }: Office, part: string): string[] =>
  regions
    .standingIn(part)
    .filter((p) => p.level === 'prefecture')
    .map((p) => p.code);
