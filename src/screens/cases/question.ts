import { ownArea } from '../../assessment/own';
import { CALENDAR_LAST } from '../../domain/calendar';
import type { Catalogue } from '../../domain/catalogue/catalogue';
import type { AreaLevel } from '../../domain/cells';
import { classAskedWords, listAsked, listed } from '../../domain/classAsked';
import { notCollectedText } from '../../domain/collected';
import { countText, exportName, UNDATED } from '../../domain/display';
import {
  type ClassAsked,
  type EvidenceQuestion,
  type EvidenceSide,
  evidenceColumns,
  isFigureQuestion,
  type LedgerQuestion,
  ledgerOf,
} from '../../domain/evidence';
import type { IndicatorId } from '../../domain/indicators';
import { isByDueDate } from '../../domain/indicators';
import type { LedgerId } from '../../domain/ledgers';
import { measureOf } from '../../domain/measures';
import type { Office } from '../../domain/office';
import { type Period, periodName, periodYear } from '../../domain/period';
import type { ScreenSearch } from '../../ui/address';
import { waitingOrder } from './overdue';

/**
 * What the address asks: a question; a text, searched for in every ledger (`inLedgers`: the question of each); why it cannot
 * be asked; or nothing yet.
 */
export type Asked = { question: EvidenceQuestion } | { inLedgers: LedgerQuestion[] } | { fault: string } | null;

/** Reads the address of the screen, and the text searched for; period and cut-off are those of the view. */
export function questionOf(
  office: Office,
  search: ScreenSearch<'cases'>,
  period: Period,
  asOf: string,
  find = '',
): Asked {
  const { indicator, ledger } = search;
  if (!indicator && !ledger && !find.trim()) return null;
  const level = search.level ?? 'province';
  const id = search.id ?? (level === 'province' ? office.regions.province.code : '');
  const uncollected = indicator && notCollectedText(office, indicator, period);
  if (uncollected) return { fault: `${uncollected}。` };
  if (areaName(office, { level, id }) === null) return { fault: `没有代码为“${id}”的${levelName(office, level)}。` };
  if (search.department && !office.departments.all.some((d) => d.id === search.department))
    return { fault: `没有代码为“${search.department}”的部门。` };
  const asked = indicator ? office.catalogue.overCases(indicator).ledger : ledger;
  const ofClass = asked && search.class ? classOf(search.class, period) : undefined;
  const unlisted = asked && ofClass && classFault(office, asked, ofClass, period);
  if (unlisted) return { fault: unlisted };
  const rows = (of: LedgerId, waiting?: LedgerQuestion['sort']) => {
    const chosen = evidenceColumns(office.catalogue, of).find((c) => c.key === search.sort);
    const sort = chosen ? { column: chosen.key, descending: search.descending === '1' } : waiting;
    return {
      level,
      id,
      ...(search.own && (level === 'province' || level === 'prefecture') && { own: true as const }),
      asOf,
      ...(search.department && { department: search.department }),
      ...(find.trim() && { search: find.trim() }),
      ...(ofClass && { ofClass }),
      ...(sort && { sort }),
    };
  };
  if (!indicator) {
    if (ledger) return { question: { ledger, ...rows(ledger) } };
    return { inLedgers: office.catalogue.collected.map(({ id }) => ({ ledger: id, ...rows(id) })) };
  }
  const sides = sidesOf(office.catalogue, indicator, asOf);
  const side = sides.find((s) => s === (search.side ?? sides[0])) ?? 'denominator';
  const of = rows(office.catalogue.overCases(indicator).ledger, waitingOrder(office.catalogue, { indicator, side }));
  return {
    question: { indicator, side, period: search.all ? null : period, ...of },
  };
}

/** A class stands in the address as `field.internet`; the list is that of the assessed year. */
function classOf(text: string, period: Period): ClassAsked {
  const [field = '', id = ''] = text.split('.');
  return { field, id, year: periodYear(period) };
}

function classFault(office: Office, ledger: LedgerId, asked: ClassAsked, period: Period): string | null {
  const list = listAsked(office, office.catalogue.ledger(ledger), asked);
  if (!list) return `${periodName(period)}没有给“${asked.field}”归类的清单。`;
  return listed(list).some((c) => c.id === asked.id) ? null : `${periodName(period)}的清单没有“${asked.id}”这一类。`;
}

const levelName = ({ words }: Office, level: AreaLevel): string =>
  ({
    province: words.province,
    prefecture: words.places,
    county: words.county?.full ?? words.smallest,
    department: '部门',
    zone: '片区',
  })[level];

/** Name of an area, or of what carries its own code alone; null where there is none of this level and id. */
export function areaName(office: Office, { level, id, own }: Pick<EvidenceQuestion, 'level' | 'id' | 'own'>) {
  const whole = wholeName(office, level, id);
  return own && whole !== null ? ownArea(office, id).name : whole;
}

function wholeName(office: Office, level: AreaLevel, id: string): string | null {
  const { regions, profile, departments } = office;
  switch (level) {
    case 'province':
      return id === regions.province.code ? office.words.whole : null;
    case 'prefecture':
      return regions.prefectures.find((p) => p.code === id)?.name ?? null;
    case 'county':
      return regions.counties.find((c) => c.code === id)?.name ?? null;
    case 'department':
      return departments.all.find((d) => d.id === id)?.name ?? null;
    case 'zone':
      return profile.zones.zones.find((z) => z.id === id)?.name ?? null;
  }
}

/**
 * The sides that an indicator has, the one that calls for action first. A duration has only its cases; at a cut-off beyond
 * the calendar some cases cannot be dated.
 */
export function sidesOf(catalogue: Catalogue, indicator: IndicatorId, asOf: string): EvidenceSide[] {
  const of = catalogue.overCases(indicator);
  if (!measureOf(of).parts) return ['denominator'];
  const sides: EvidenceSide[] =
    of.question?.side === 'numerator'
      ? ['numerator', 'missing', 'denominator']
      : ['missing', 'numerator', 'denominator'];
  return isByDueDate(of) && asOf > CALENDAR_LAST ? [...sides, 'undated'] : sides;
}

/** Short name of a side in the switch. */
export function sideLabel(catalogue: Catalogue, indicator: IndicatorId, side: EvidenceSide): string {
  if (side === 'denominator') return '分母（全部）';
  if (side === 'undated') return '期限未定，未计';
  const of = catalogue.overCases(indicator);
  if (of.sideNames) return of.sideNames[side];
  const { met, missing } = measureOf(of).words;
  return side === 'numerator' ? `分子（${met}）` : missing;
}

/** The side in the words of the indicator's definition. */
export const sideWords = (catalogue: Catalogue, indicator: IndicatorId, side: EvidenceSide): string =>
  side === 'undated' ? `${UNDATED}的` : catalogue.overCases(indicator).words[side];

/** What is asked for beside area and cut-off: 2017年 按期办结率：未在期限内办结的; 投诉举报台账的全部案件. */
const subject = (catalogue: Catalogue, q: EvidenceQuestion): string =>
  isFigureQuestion(q)
    ? `${q.period ? periodName(q.period) : '各期'} ${catalogue.overCases(q.indicator).name}：${sideWords(catalogue, q.indicator, q.side)}`
    : `${catalogue.ledger(q.ledger).name}的全部案件`;

/**
 * 海南藏族自治州 2017年 按期办结率：未在期限内办结的（含超期未办结） 37 件，截止日 2018-01-10. Also the window's title, so without
 * the text searched for.
 * @param whole of how many a list of one class is a part, as far as it is known
 */
export function headline(
  office: Office,
  q: EvidenceQuestion,
  total: number | null,
  whole: number | null = null,
): string {
  const area = areaName(office, q) ?? q.id;
  const department = q.department ? `（${office.departments.get(q.department).name}）` : '';
  const ledger = office.catalogue.ledger(ledgerOf(office.catalogue, q));
  const all = whole === null ? '' : ` ${countText(whole)} 件`;
  const ofClass = q.ofClass ? `${all}，其中${classAskedWords(office, ledger, q.ofClass)}的` : '';
  const found = q.search ? '，其中查到的' : '';
  const count = total === null ? '' : ` ${countText(total)} 件`;
  return `${area}${department} ${subject(office.catalogue, q)}${ofClass}${found}${count}，截止日 ${q.asOf}`;
}

/** File name of an export, without its ending and without the text searched for; says where it holds names. */
export function fileName(office: Office, q: EvidenceQuestion, sample: boolean): string {
  const what = isFigureQuestion(q)
    ? [
        q.period ? periodName(q.period) : '各期',
        office.catalogue.overCases(q.indicator).name,
        sideLabel(office.catalogue, q.indicator, q.side),
      ]
    : [office.catalogue.ledger(q.ledger).name, q.search ? '查找结果' : '全部案件'];
  return exportName(
    sample,
    '案件',
    areaName(office, q) ?? q.id,
    q.department ? office.departments.get(q.department).name : null,
    ...what,
    q.ofClass
      ? classAskedWords(office, office.catalogue.ledger(ledgerOf(office.catalogue, q)), q.ofClass).replace(/[“”]/g, '')
      : null,
    `截止${q.asOf}`,
    q.persons ? '含当事人' : null,
  );
}
