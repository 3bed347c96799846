import { type Day, isDay } from '../../src/domain/day';
import { latestOf } from '../../src/domain/eras';
import type { Office } from '../../src/domain/office';
import type { Place } from '../../src/domain/place';
import type { Department } from '../../src/domain/profile';
import type { Random } from './random';
import { DEPARTMENT_WORDS } from './wording';

export type DateStyle = 'iso' | 'slash' | 'dot' | 'compact' | 'chinese' | 'wide' | 'time' | 'slash_time' | 'mixed';
export type AmountStyle = 'plain' | 'grouped' | 'decimals' | 'wide';
export type CountyStyle = 'code' | 'name' | 'short' | 'mixed' | 'old_codes';
export type DepartmentStyle = 'alias' | 'office' | 'mixed';

/** Half-width digits as full-width ones: １２０. */
const wide = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xff10 - 0x30));

const MIXED: readonly DateStyle[] = ['iso', 'iso', 'slash', 'dot', 'compact', 'chinese', 'time'];

/** A day as this office writes it. What is no day (a blank, a faulty value) stays as it is. */
export function spellDate(day: Day, style: DateStyle, random: Random): string {
  if (!isDay(day)) return day;
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const hour = String(random.int(8, 17)).padStart(2, '0');
  const minute = String(random.int(0, 59)).padStart(2, '0');
  switch (style) {
    case 'iso':
      return day;
    case 'slash':
      return `${year}/${month}/${date}`;
    case 'dot':
      return `${year}.${month}.${date}`;
    case 'compact':
      return day.replaceAll('-', '');
    case 'chinese':
      return `${year}年${month}月${date}日`;
    case 'wide':
      return wide(day);
    case 'time':
      return `${day} ${hour}:${minute}:00`;
    case 'slash_time':
      return `${year}/${month}/${date} ${hour}:${minute}`;
    case 'mixed':
      return spellDate(day, random.pick(MIXED), random);
  }
}

/** Whole yuan as this office writes them. What is no number stays as it is. */
export function spellAmount(yuan: string, style: AmountStyle): string {
  if (!/^\d+$/.test(yuan)) return yuan;
  switch (style) {
    case 'plain':
      return yuan;
    case 'grouped':
      return yuan.replace(/\B(?=(\d{3})+$)/g, ',');
    case 'decimals':
      return `${yuan}.00`;
    case 'wide':
      return wide(yuan);
  }
}

/** A county with its everyday name: 大通县, 茫崖行委; a prefecture's or the province's short name. */
function everydayName({ regions, profile }: Office, place: Place): string {
  if (place.level === 'province') return profile.regions.province.short;
  if (place.level === 'prefecture')
    return profile.regions.prefectures.find((p) => p.code === place.code)?.short ?? place.name;
  const county = regions.counties.find((c) => c.code === place.code)?.county;
  if (county?.kind === '自治县') return `${county.short}县`;
  if (county?.kind === '行委') return `${county.short}行委`;
  return place.name;
}

/**
 * A place as this office writes it in the county column.
 * @throws RangeError when the profile would read it as another place, or with a caution
 */
export function spellCounty(office: Office, place: Place, style: CountyStyle, on: Day, random: Random): string {
  const text = countyText(office, place, style, on, random);
  const match = office.regions.match(text, null, on);
  if (!match || 'ambiguous' in match || match.place.code !== place.code || match.caution)
    throw new RangeError(`${text} is not read as ${place.code}`);
  return text;
}

function countyText(office: Office, place: Place, style: CountyStyle, on: Day, random: Random): string {
  const plain = everydayName(office, place);
  if (place.level !== 'county') {
    if (style === 'code') return place.code;
    return place.level === 'province' ? '省本级' : random.pick([plain, `${plain}本级`, place.code]);
  }
  const history = office.regions.counties.find((c) => c.code === place.code)?.county.history ?? [];
  const others = history.filter((h) => h.name !== place.name || h.code !== place.code);
  const otherYears = others.filter((h) => !h.mergedWith).flatMap((h) => [h.code, h.name]);
  switch (style) {
    case 'code':
      return latestOf(history, [on.slice(0, 7)])?.code ?? place.code;
    case 'name':
      return place.name;
    case 'short':
      return plain;
    case 'mixed':
      if (otherYears.length && random.chance(0.2)) return random.pick(otherYears);
      return random.pick([place.code, place.code, place.name, plain]);
    case 'old_codes':
      if (otherYears.length && random.chance(0.35)) return random.pick(otherYears.filter((t) => /^\d/.test(t)));
      return random.pick([place.code, plain]);
  }
}

/**
 * A department as this office writes it: an alias, or the full name of the office of that place.
 * @throws RangeError when the profile would read it as another department
 */
export function spellDepartment(
  office: Office,
  department: Department,
  place: Place,
  style: DepartmentStyle,
  random: Random,
): string {
  const text = departmentText(office, department, place, style, random);
  const match = office.departments.match(text);
  if (!match || !('department' in match) || match.department.id !== department.id)
    throw new RangeError(`${text} is not read as ${department.id}`);
  return text;
}

function departmentText(
  office: Office,
  department: Department,
  place: Place,
  style: DepartmentStyle,
  random: Random,
): string {
  const full = style === 'office' || (style === 'mixed' && random.chance(0.5));
  if (!full) return random.chance(0.8) ? department.name : random.pick(department.aliases);
  if (place.level === 'province') return department.office;
  const offices = DEPARTMENT_WORDS[department.id]?.offices ?? [];
  return `${everydayName(office, place)}${random.pick(offices)}`;
}
