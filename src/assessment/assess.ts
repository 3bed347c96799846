import type { AreaLevel, Tabulation } from '../domain/cells';
import type { Counts, Partly } from '../domain/counts';
import type { Day } from '../domain/day';
import { isUntold, type Untelling, untelling } from '../domain/display';
import type { Indicator, IndicatorId } from '../domain/indicators';
import { measureOf } from '../domain/measures';
import { NOTHING } from '../domain/measures/measure';
import { type AssessedUnit, type Office, unitsOfGroup } from '../domain/office';
import { officeIn } from '../domain/officeIn';
import { type Period, quarterPeriod, quartersOf } from '../domain/period';
import { sumPoints } from '../domain/points';
import { rank } from '../domain/ranking';
import { itemsOf, type Scheme, type SchemeItem } from '../domain/scheme';
import { type ItemScore, scoreItems } from '../domain/scoring';
import type { Submission } from '../domain/submission';

export interface Area {
  level: AreaLevel;
  id: string;
  name: string;
  /** Only what carries the area's own code (省本级, 市州本级): see `own.ts`. Never set in an assessment's own lists. */
  own?: true | undefined;
}

/**
 * One figure. `value`: fraction 0…1 (working days for a duration), null for no case. Where it is not known how many cases there are,
 * there is no value, not even a zero, and it says why: see `Counts`.
 */
export interface IndicatorValue extends Area, Untelling {
  period: Period;
  indicator: IndicatorId;
  numerator: number | null;
  denominator: number;
  value: number | null;
  /** Wilson 95 % interval of a rate. */
  low: number | null;
  high: number | null;
  /** Working days, of a duration only. */
  median: number | null;
  p90: number | null;
  /** Cases counted apart because their deadline cannot be dated: see `UndatedCell`. */
  undated: number;
  /** Of a unit that has not sent all that was due: see `Counts.partly`. */
  partly?: Partly | undefined;
}

/** One line of a unit's score sheet (评分表): why it has its points. */
export interface ScoreLine {
  /** Id of the unit's group. */
  group: string;
  id: string;
  item: SchemeItem;
  figure: IndicatorValue;
  score: ItemScore;
  /** Full marks less points, to the scheme's decimals; 0 where the item is not assessed. */
  lost: number;
}

export interface RankingRow {
  /** Id of the unit's group. */
  group: string;
  id: string;
  name: string;
  /** Sum of the item points; null where the unit is not assessed, with the reason in `note`. */
  score: number | null;
  full: number;
  rank: number | null;
  grade: string | null;
  note: string;
}

/** One immutable assessment (考核结果): everything that screens, reports and the command line show. */
export interface Assessment {
  profile: string;
  scheme: string;
  period: Period;
  asOf: Day;
  indicators: readonly IndicatorValue[];
  /** The lines of all assessed units, group by group, each unit's in the order of the scheme. */
  sheets: readonly ScoreLine[];
  ranking: readonly RankingRow[];
}

/** The ranking of one of the two lists, in its order. */
export const rankingOf = ({ ranking }: Pick<Assessment, 'ranking'>, group: string): RankingRow[] =>
  ranking.filter((r) => r.group === group);

/** The score sheet of a unit in the order of the scheme; empty for a unit that is not assessed. */
export const scoreSheet = ({ sheets }: Pick<Assessment, 'sheets'>, group: string, id: string): ScoreLine[] =>
  sheets.filter((line) => line.group === group && line.id === id);

export interface AssessmentQuestion {
  office: Office;
  scheme: Scheme;
  period: Period;
  asOf: Day;
  /** Cells at `asOf`, summed. Must not be restricted to one department. */
  table: Tabulation;
  /** Submissions that count (see `effectiveSubmissions`). */
  submissions: readonly Submission[];
}

/** All areas of an office, in the order of its lists. */
export function areasOf({ profile, regions }: Office): Area[] {
  const area = (level: AreaLevel) => (x: { id?: string; code?: string; name: string }) => ({
    level,
    id: x.id ?? x.code ?? '',
    name: x.name,
  });
  return [
    area('province')(regions.province),
    ...regions.prefectures.map(area('prefecture')),
    // Counties of all prefectures stand in one list.
    ...regions.counties.map((c) => area('county')({ ...c, name: regions.listName(c) })),
    ...profile.departments.departments.map(area('department')),
    ...profile.zones.zones.map(area('zone')),
  ];
}

/** One figure from its counts: value, interval, quantiles. Of what nobody has reported, or no row tells, there is none. */
export function figure(indicator: Indicator, area: Area, period: Period, counts: Counts): IndicatorValue {
  const { denominator, undated, partly } = counts;
  const head = { ...area, period, indicator: indicator.id, denominator };
  if (isUntold(counts)) return { ...head, ...NOTHING, undated, ...untelling(counts) };
  return { ...head, ...measureOf(indicator).of(counts), undated, ...(partly && { partly }) };
}

/**
 * The assessment of one period at one cut-off. Pure: no database, no DOM; the browser, the command line and the tests
 * call this same function.
 */
export function assess(question: AssessmentQuestion): Assessment {
  const { scheme, period, asOf, table, submissions } = question;
  // Who is assessed, and by what name, follows the assessed period.
  const office = officeIn(question.office, period);
  const quarters = quartersOf(period);
  const periods = [...new Set([...quarters.map(quarterPeriod), period])];
  const byPeriod = periods.map((p) => figuresOf(office, table, p));
  const indicators = areasOf(office).flatMap((_, area) => byPeriod.flatMap((figures) => figures[area] ?? []));
  const wanted = new Map<string, IndicatorValue>();
  for (const v of figuresOf(office, table, period).flat()) wanted.set(`${v.level}/${v.id}/${v.indicator}`, v);

  const sheets: ScoreLine[] = [];
  const ranking: RankingRow[] = [];
  for (const group of office.groups) {
    const units = unitsOfGroup(office, group);
    const scored = itemsOf(scheme, group.id);
    const rows = units.map((unit) => {
      // Before an office began to collect, its first scheme scores what is in no list yet.
      const value = (id: IndicatorId) =>
        wanted.get(`${unit.level}/${unit.id}/${id}`) ??
        figure(office.catalogue.indicator(id), unit, period, table.counts(unit.level, unit.id, id, quarters));
      const overCases = scored.filter((i) => i.indicator !== office.catalogue.submissionIndicator.id);
      const note = notAssessed(unit, overCases, value, submissions, quarters);
      if (note) return { id: unit.id, score: null, note };
      const figureOf = (item: SchemeItem) => value(item.indicator);
      const lines = scoreItems(office.catalogue, scored, figureOf, scheme.full, scheme.decimals).map((score, i) => {
        const item = scored[i] as SchemeItem;
        const lost = score.points === null ? 0 : sumPoints([score.full, -score.points], scheme.decimals);
        return { group: group.id, id: unit.id, item, figure: figureOf(item), score, lost };
      });
      sheets.push(...lines);
      const points = lines.map(({ score }) => score.points ?? 0);
      return { id: unit.id, score: sumPoints(points, scheme.decimals), note: '' };
    });
    for (const r of rank(rows, scheme)) {
      const unit = units.find((u) => u.id === r.id) as AssessedUnit;
      const note = rows.find((row) => row.id === r.id)?.note ?? '';
      ranking.push({
        group: group.id,
        id: r.id,
        name: unit.name,
        score: r.score,
        full: scheme.full,
        rank: r.rank,
        grade: r.grade,
        note,
      });
    }
  }
  return { profile: office.profile.id, scheme: scheme.id, period, asOf, indicators, sheets, ranking };
}

/** Figures already made from a table: a change of weight or a step back to a period makes none anew. */
const made = new WeakMap<Tabulation, WeakMap<Office, Map<Period, IndicatorValue[][]>>>();

/** Every indicator of every area in one period; one list an area, in the order of `areasOf`. */
function figuresOf(office: Office, table: Tabulation, period: Period): IndicatorValue[][] {
  const offices = made.get(table) ?? new WeakMap<Office, Map<Period, IndicatorValue[][]>>();
  made.set(table, offices);
  const periods = offices.get(office) ?? new Map<Period, IndicatorValue[][]>();
  offices.set(office, periods);
  let figures = periods.get(period);
  if (!figures) {
    const quarters = quartersOf(period);
    figures = areasOf(office).map((area) =>
      office.catalogue.indicators.map((i) =>
        figure(i, area, period, table.counts(area.level, area.id, i.id, quarters)),
      ),
    );
    periods.set(period, figures);
  }
  return figures;
}

const DAMAGED = '报送的文件不能读入，不参评';

/**
 * Why a unit is not assessed, or an empty text. A prefecture that reported nothing is not zero, it is unreported;
 * a unit without a single case has nothing to assess.
 */
function notAssessed(
  unit: AssessedUnit,
  items: readonly SchemeItem[],
  value: (id: IndicatorId) => IndicatorValue,
  submissions: readonly Submission[],
  quarters: readonly number[],
): string {
  // What came and is damaged on this computer is held against nobody.
  const damaged = items.some((i) => value(i.indicator).unreadable);
  if (unit.level === 'prefecture') {
    const reported = submissions.some(
      (s) => s.unit === unit.id && quartersOf(s.period).some((q) => quarters.includes(q)),
    );
    if (!reported) return damaged ? DAMAGED : '未报送，不参评';
  }
  const anyCase = items.some((i) => value(i.indicator).denominator > 0);
  if (anyCase) return '';
  return damaged ? DAMAGED : '无案件，不参评';
}
