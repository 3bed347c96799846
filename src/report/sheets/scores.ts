import { rankingOf } from '../../assessment/assess';
import { groupById } from '../../domain/office';
import { itemsOf } from '../../domain/scheme';
import type { UnitGroup } from '../../domain/units';
import type { BookSheet } from '../book/sheet';
import { type ReportTable, rankingTable, schemeTitle, scoreTable } from '../tables';
import type { UnitOf } from '../unit';
import { assessmentOfUnit } from '../unit';
import type { WorkbookInput } from '../workbookInput';
import { measureNotes, questionLine } from './paper';
import { pick, withTotals } from './pick';

const SCORE_COLUMNS = {
  考核项: 20,
  分子: 9,
  分母: 9,
  指标值: 12,
  单位: 7,
  '95%区间下限': 10,
  '95%区间上限': 10,
  方案分值: 9,
  分摊后满分: 9,
  得分: 9,
  失分: 9,
  说明: 46,
};

const SCORE_NOTES = [
  '得分＝按规则由指标值得到的比例 × 分摊后满分，按方案的小数位四舍五入（不因此得满分或零分）；失分＝分摊后满分－得分。区间为 Wilson 95% 区间。',
  '按“每低 1 个百分点”或“每缺 1 件”扣分的项，先按方案分值扣分得出比例，再乘以分摊后满分。',
];

/** 排名 of a group: a row per unit, the unranked last with the reason. */
export const rankingSheet = (input: WorkbookInput, group: UnitGroup): BookSheet => ({
  name: `${group.name}排名`,
  title: `${group.name}排名`,
  line: `单位：分 · ${questionLine(input)} · ${schemeTitle(input.scheme)}`,
  table: pick(rankingTable(input.scheme, input.assessment, [group]), {
    名次: 8,
    名称: 28,
    得分: 12,
    满分: 12,
    等次: 12,
    代码: 14,
    备注: 30,
  }),
  notes: [
    `同分并列，其后名次顺延${input.office.groups.length > 1 ? `；${input.office.words.units}分列排名，互不比较` : ''}。`,
  ],
  onePage: true,
});

/** 得分 of all units of a group, each with its total. */
export const scoresSheet = (input: WorkbookInput, group: UnitGroup): BookSheet => ({
  name: `${group.name}得分`,
  title: `${group.name}得分`,
  line: `单位：分（指标值的单位见“单位”列，率为百分比） · ${questionLine(input)} · ${schemeTitle(input.scheme)}`,
  table: scoresWithTotals(input, group, { 名称: 20, ...SCORE_COLUMNS }, '名称'),
  notes: [...SCORE_NOTES, ...scoredNotes(input, group), ...notAssessed(input, group)],
});

/** 评分表 of one unit; one that is not assessed has no row, and says why. */
export function unitScoreSheet(input: WorkbookInput, unit: UnitOf, name: string): BookSheet {
  const own = { ...input, assessment: assessmentOfUnit(input.assessment, unit) };
  const group = groupById(input.office, unit.group);
  const row = own.assessment.ranking[0];
  const ranked = rankingOf(input.assessment, group.id).filter((r) => r.rank !== null).length;
  const facts: [string, string][] =
    row?.score == null
      ? [['参评情况', `${row?.note || '不参评'}，没有得分和名次`]]
      : [
          ['得分', `${row.score.toFixed(input.scheme.decimals)} / ${row.full} 分，${row.grade}`],
          ['名次', `${row.rank} / ${ranked}（参评${group.one} ${ranked} 个）`],
        ];
  return {
    name: '评分表',
    title: `${name}评分表`,
    line: `单位：分（指标值的单位见“单位”列，率为百分比） · ${questionLine(input)} · ${schemeTitle(input.scheme)}`,
    facts,
    table: scoresWithTotals(own, group, SCORE_COLUMNS),
    notes: row?.score == null ? [] : [...SCORE_NOTES, ...scoredNotes(input, group)],
  };
}

const scoresWithTotals = (
  { office, scheme, assessment }: WorkbookInput,
  group: UnitGroup,
  columns: Record<string, number>,
  by?: string,
): ReportTable =>
  withTotals(pick(scoreTable(office.catalogue, scheme, assessment, [group]), columns), {
    ...(by && { by }),
    of: ['方案分值', '分摊后满分', '得分', '失分'],
    decimals: scheme.decimals,
  });

/** How the values of the items come about. */
const scoredNotes = ({ office, scheme }: WorkbookInput, group: UnitGroup): string[] =>
  measureNotes(itemsOf(scheme, group.id).map((item) => office.catalogue.indicator(item.indicator)));

const notAssessed = ({ assessment }: WorkbookInput, group: UnitGroup): string[] => {
  const left = rankingOf(assessment, group.id).filter((r) => r.score === null);
  return left.length ? [`未列入：${left.map((r) => `${r.name}（${r.note}）`).join('，')}。`] : [];
};
