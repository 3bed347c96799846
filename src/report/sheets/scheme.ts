import type { Catalogue } from '../../domain/catalogue/catalogue';
import { itemsOf, type Scheme, type SchemeItem } from '../../domain/scheme';
import { ruleText } from '../../domain/scoring';
import type { UnitGroup } from '../../domain/units';
import type { BookSheet } from '../book/sheet';
import { formatOf, number, type ReportCell, type ReportTable, schemeTitle } from '../tables';
import type { WorkbookInput } from '../workbookInput';
import { questionLine } from './paper';

const NO_CASE_RULES: Record<SchemeItem['noCase'], string> = {
  shareOut: '不参评，分值由其他项分摊',
  full: '得满分',
  none: '不得分',
};

/** 考核方案: every item with its weight, its rule in words and its parameters as numbers, and how points are made of them. */
export function schemeSheet(input: WorkbookInput): BookSheet {
  const { scheme } = input;
  return {
    name: '考核方案',
    title: schemeTitle(scheme),
    line: `单位：分 · ${questionLine(input)} · 方案 ${scheme.id}`,
    table: schemeTable(input.office.catalogue, scheme, input.office.groups),
    notes: [
      ...(scheme.caution ? [`说明：${scheme.caution}`] : []),
      `满分 ${scheme.full} 分，得分保留 ${scheme.decimals} 位小数，四舍五入；未达满分的不因进位得满分，应得分的不因舍去得零分。`,
      `等次：${scheme.grades.map((g, i) => `${g.name} ${i === 0 ? `${g.atLeast} 分及以上` : `${g.atLeast} 分至不足 ${scheme.grades[i - 1]?.atLeast} 分`}`).join('；')}。同分并列，其后名次顺延（1、2、2、4）。`,
      `无案件的项不参评时，其分值由该单位参评的各项按方案分值的比例分摊：参评项的满分 = 方案分值 ÷ 参评项分值合计 × ${scheme.full}，按最大余数法取 ${scheme.decimals} 位小数，合计恰为 ${scheme.full}。`,
      '得分 = 规则给出的比例 × 分摊后满分。按“每低 1 个百分点”“每缺 1 件”扣分的规则，先按方案分值扣分：（方案分值－扣分）÷ 方案分值为比例，扣分不超过方案分值（每缺 1 件的，不低于最低分），再乘以分摊后满分。',
      `件数少：分母不足 ${scheme.smallN.below} 件（份）的，页面上不比优劣，计分照常。${scheme.smallN.basis}。`,
      '分档计分的界限由上而下逐档比较，先达到的一档为准，均未达到的不得分；直线计分在两个界限之外的，分别按零和满分计。',
    ],
  };
}

function schemeTable(catalogue: Catalogue, scheme: Scheme, groups: readonly UnitGroup[]): ReportTable {
  return {
    columns: [
      { label: '组别', width: 7 },
      { label: '考核项', width: 20 },
      { label: '分值', width: 8 },
      { label: '计分规则', width: 38 },
      { label: '参数', width: 18 },
      { label: '界限', width: 10 },
      { label: '得分比例', width: 9 },
      { label: '分数', width: 8 },
      { label: '无案件时', width: 16 },
      { label: '依据', width: 32 },
    ],
    rows: groups.flatMap((group) =>
      itemsOf(scheme, group.id).flatMap((item) =>
        parameters(catalogue, item).map((parameter, i): ReportCell[] => [
          group.name,
          catalogue.indicator(item.indicator).name,
          // Once an item, so that the column adds up.
          i === 0 ? number(item.weight, 'points') : null,
          i === 0 ? ruleText(catalogue, item) : null,
          ...parameter,
          i === 0 ? NO_CASE_RULES[item.noCase] : null,
          i === 0 ? item.basis : null,
        ]),
      ),
    ),
  };
}

/** The parameters of a rule, a row each: name, bound in the indicator's unit, share of the full marks, points. */
function parameters(catalogue: Catalogue, { rule, indicator: id }: SchemeItem): ReportCell[][] {
  const bound = (x: number): ReportCell => number(x, formatOf(catalogue, id));
  const share = (x: number): ReportCell => number(x, 'rate');
  const points = (x: number): ReportCell => number(x, 'points');
  const sign = (direction: 'atLeast' | 'atMost') => (direction === 'atLeast' ? '不低于' : '不高于');
  switch (rule.type) {
    case 'proportional':
      return [['指标值即得分比例', null, null, null]];
    case 'linear':
      return [
        ['起计分', bound(rule.floor), share(0), null],
        ['得满分', bound(rule.full), share(1), null],
      ];
    case 'steps':
      return rule.steps.map((s) => [sign(rule.direction), bound(s.bound), share(s.share), null]);
    case 'perPoint':
      return [
        ['目标', bound(rule.target), share(1), null],
        ['每低 1 个百分点扣', null, null, points(rule.off)],
      ];
    case 'perEvent':
      return [
        ['每缺 1 件扣', null, null, points(rule.off)],
        ['最低得分', null, null, points(rule.floor)],
      ];
    case 'passFail':
      return [[sign(rule.direction), bound(rule.bound), share(1), null]];
  }
}
