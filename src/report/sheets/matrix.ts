import { rankingOf, scoreSheet } from '../../assessment/assess';
import type { Catalogue } from '../../domain/catalogue/catalogue';
import { blankText, NO_CASE, NOT_REPORTED, noneText } from '../../domain/display';
import type { IndicatorId } from '../../domain/indicators';
import { itemsOf } from '../../domain/scheme';
import type { UnitGroup } from '../../domain/units';
import type { BookSheet } from '../book/sheet';
import { number, type ReportCell, type ReportTable, schemeTitle } from '../tables';
import type { WorkbookInput } from '../workbookInput';
import { questionLine } from './paper';

const RANK = { label: '名次', width: 6 };
const TOTAL = '总分';

/** 考核矩阵: units × items with the points of each, total, rank and grade; one page. */
export function matrixSheet(input: WorkbookInput, group: UnitGroup): BookSheet {
  const { scheme, office } = input;
  return {
    name: `${group.name}矩阵`,
    title: `${group.name}考核矩阵`,
    line: `单位：分 · ${questionLine(input)} · ${schemeTitle(scheme)}`,
    table: matrixTable(input, group),
    notes: [
      `“${NO_CASE}”（${office.catalogue.submissionIndicator.name}为“${noneText(office.catalogue.submissionIndicator)}”，台账没有收到的为“${NOT_REPORTED}”）的考核项不参评，其分值由该单位的其他项按分值比例分摊，各单位满分均为 ${scheme.full} 分。各项的指标值、件数和计分方式见“${group.name}得分”，规则见“考核方案”。`,
    ],
    onePage: true,
  };
}

function matrixTable({ office, scheme, assessment }: WorkbookInput, group: UnitGroup): ReportTable {
  const items = itemsOf(scheme, group.id);
  const labels = items.map((item, i) => label(office.catalogue, item.indicator, i, items));
  const total = (score: number): ReportCell => ({
    number: score,
    format: 'points',
    formula: (cell) => `ROUND(SUM(${cell(labels[0] as string)}:${cell(labels.at(-1) as string)}),${scheme.decimals})`,
  });
  const units = rankingOf(assessment, group.id).map((unit): ReportCell[] => {
    if (unit.score === null) return [null, unit.name, ...items.map(() => null), null, null, unit.note];
    const sheet = scoreSheet(assessment, group.id, unit.id);
    return [
      number(unit.rank, 'count'),
      unit.name,
      ...sheet.map(({ item, figure, score }) =>
        score.points === null
          ? blankText(office.catalogue.indicator(item.indicator), figure)
          : number(score.points, 'points'),
      ),
      total(unit.score),
      unit.grade,
      null,
    ];
  });
  return {
    columns: [
      RANK,
      { label: '单位', width: 22 },
      ...labels.map((l) => ({ label: l, width: 9.5 })),
      { label: TOTAL, width: 9 },
      { label: '等次', width: 8 },
      { label: '备注', width: 16 },
    ],
    rows: [
      [null, '方案分值', ...items.map((item) => number(item.weight, 'points')), total(scheme.full), null, null],
      ...units,
    ],
    totals: (row) => row === 0,
  };
}

/** Name of an item's indicator; two items of one are told apart. */
const label = (catalogue: Catalogue, id: IndicatorId, at: number, items: readonly { indicator: string }[]): string => {
  const before = items.slice(0, at).filter((i) => i.indicator === id).length;
  return `${catalogue.indicator(id).name}${before > 0 ? `（${before + 1}）` : ''}`;
};
