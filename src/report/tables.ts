import { type Assessment, type IndicatorValue, rankingOf, scoreSheet } from '../assessment/assess';
import type { Catalogue } from '../domain/catalogue/catalogue';
import type { Day } from '../domain/day';
import { blankText, isUntold, partlyText } from '../domain/display';
import type { IndicatorId } from '../domain/indicators';
import { measureOf } from '../domain/measures';
import type { ValueFormat } from '../domain/measures/measure';
import type { Office } from '../domain/office';
import { periodName } from '../domain/period';
import type { Severity } from '../domain/problemCodes';
import type { Scheme } from '../domain/scheme';
import type { SubmissionStatus } from '../domain/submission';
import type { UnitGroup, Words } from '../domain/units';

/** How a number is shown: points, or the value of a measure. */
export type NumberFormat = 'points' | ValueFormat;

/** Where a formula finds its numbers: the cell of a column, in its own row or so many rows above. */
export type CellOf = (label: string, up?: number) => string;

/** A number, and in a workbook the formula that gives it. */
export interface NumberCell {
  number: number;
  format: NumberFormat;
  formula?: (cell: CellOf) => string;
}

/** A cell of a report: a text, a number, a day, a way to another sheet, or nothing. */
export type ReportCell = string | null | NumberCell | { day: Day } | { text: string; sheet: string };

/** One table as every format writes it. Widths in half-width characters. */
export interface ReportTable {
  columns: readonly { label: string; width: number }[];
  rows: readonly (readonly ReportCell[])[];
  /** Rows that hold sums of others, which a workbook sets apart. */
  totals?: (row: number) => boolean;
}

const levelNames = ({ whole, places, county }: Words): Record<IndicatorValue['level'], string> => ({
  province: whole,
  prefecture: places,
  county: county?.full ?? '',
  department: '部门',
  zone: '片区',
});

export const STATUS_NAMES: Record<SubmissionStatus, string> = {
  current: '计入',
  zero: '零申报',
  superseded: '已被更新版本替代',
  withdrawn: '已撤回',
  unreadable: '原文件不能读入，未计入',
};

export const SEVERITY_NAMES: Record<Severity, string> = { error: '错误', warning: '提示', note: '说明' };

export const number = (value: number | null, format: NumberFormat): ReportCell =>
  value === null ? null : { number: value, format };

/** Counts and value of a figure, with what the value is in. Where there is none its word stands, which a blank would not say. */
function figureCells(catalogue: Catalogue, figure: IndicatorValue): ReportCell[] {
  const of = catalogue.indicator(figure.indicator);
  const { format, words } = measureOf(of);
  return [
    number(figure.numerator, 'count'),
    // Nobody knows how many there are.
    isUntold(figure) ? null : number(figure.denominator, 'count'),
    number(figure.value, format) ?? blankText(of, figure),
    words.unit || null,
  ];
}

const FIGURE_COLUMNS = [
  { label: '分子', width: 10 },
  { label: '分母', width: 10 },
  { label: '指标值', width: 16 },
  { label: '单位', width: 8 },
];

export const formatOf = (catalogue: Catalogue, id: IndicatorId): NumberFormat =>
  measureOf(catalogue.indicator(id)).format;

/** Name of a scheme; a sample says that it is one wherever its scores stand (DESIGN §8). */
export const schemeTitle = (scheme: Pick<Scheme, 'name' | 'sample'>): string =>
  scheme.sample ? `${scheme.name}，不作为考核依据` : scheme.name;

/** 排名: one row per unit of a group, the unranked last, with the reason why they are not assessed. */
export function rankingTable(
  scheme: Scheme,
  assessment: Pick<Assessment, 'ranking'>,
  groups: readonly Pick<UnitGroup, 'id' | 'name'>[],
): ReportTable {
  const title = schemeTitle(scheme);
  return {
    columns: [
      { label: '组别', width: 8 },
      { label: '名次', width: 8 },
      { label: '代码', width: 14 },
      { label: '名称', width: 24 },
      { label: '得分', width: 10 },
      { label: '满分', width: 10 },
      { label: '等次', width: 10 },
      { label: '备注', width: 24 },
      { label: '考核方案', width: 44 },
    ],
    rows: groups.flatMap((group) =>
      rankingOf(assessment, group.id).map((r) => [
        group.name,
        number(r.rank, 'count'),
        r.id,
        r.name,
        number(r.score, 'points'),
        number(r.full, 'points'),
        r.grade,
        r.note,
        title,
      ]),
    ),
  };
}

/** 得分: one row per unit and item, in the order of the ranking, with the figures that the points come from. */
export function scoreTable(
  catalogue: Catalogue,
  scheme: Scheme,
  assessment: Assessment,
  groups: readonly Pick<UnitGroup, 'id' | 'name'>[],
): ReportTable {
  const title = schemeTitle(scheme);
  const rows = groups.flatMap((group) =>
    rankingOf(assessment, group.id).flatMap((unit) =>
      scoreSheet(assessment, group.id, unit.id).map(({ item, figure, score, lost }): ReportCell[] => {
        const format = formatOf(catalogue, item.indicator);
        return [
          group.name,
          number(unit.rank, 'count'),
          unit.id,
          unit.name,
          catalogue.indicator(item.indicator).name,
          ...figureCells(catalogue, figure),
          number(figure.low, format),
          number(figure.high, format),
          number(item.weight, 'points'),
          number(score.full, 'points'),
          number(score.points, 'points'),
          score.points === null ? null : lostCell(lost, scheme.decimals),
          score.note,
          title,
        ];
      }),
    ),
  );
  return {
    columns: [
      { label: '组别', width: 8 },
      { label: '名次', width: 8 },
      { label: '代码', width: 14 },
      { label: '名称', width: 24 },
      { label: '考核项', width: 20 },
      ...FIGURE_COLUMNS,
      { label: '95%区间下限', width: 13 },
      { label: '95%区间上限', width: 13 },
      { label: '方案分值', width: 10 },
      { label: '分摊后满分', width: 12 },
      { label: '得分', width: 10 },
      { label: '失分', width: 10 },
      { label: '说明', width: 56 },
      { label: '考核方案', width: 44 },
    ],
    rows,
  };
}

/** Points lost: what is missing from the full marks. */
const lostCell = (lost: number, decimals: number): NumberCell => ({
  number: lost,
  format: 'points',
  formula: (cell) => `ROUND(${cell('分摊后满分')}-${cell('得分')},${decimals})`,
});

/** 指标: every figure of the assessment, each as its measure prints it. */
export function indicatorTable({ words, catalogue }: Office, assessment: Pick<Assessment, 'indicators'>): ReportTable {
  const levels = levelNames(words);
  // Named where any of them is of part of the time.
  const partly = assessment.indicators.some((v) => v.partly);
  return {
    columns: [
      { label: '层级', width: 20 },
      { label: '代码', width: 14 },
      { label: '名称', width: 26 },
      { label: '报送期', width: 18 },
      { label: '指标', width: 20 },
      ...FIGURE_COLUMNS,
      { label: '95%区间下限', width: 13 },
      { label: '95%区间上限', width: 13 },
      { label: '中位数（工作日）', width: 18 },
      { label: '90分位（工作日）', width: 18 },
      { label: '期限未定未计', width: 14 },
      ...(partly ? [{ label: '报送', width: 18 }] : []),
    ],
    rows: assessment.indicators.map((v) => [
      levels[v.level],
      v.id,
      v.name,
      periodName(v.period),
      catalogue.indicator(v.indicator).name,
      ...figureCells(catalogue, v),
      number(v.low, formatOf(catalogue, v.indicator)),
      number(v.high, formatOf(catalogue, v.indicator)),
      number(v.median, 'days'),
      number(v.p90, 'days'),
      number(v.undated, 'count'),
      ...(partly ? [v.partly ? partlyText(v.partly) : null] : []),
    ]),
  };
}
