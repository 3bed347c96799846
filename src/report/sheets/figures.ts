import { NO_CASE } from '../../domain/display';
import { periodName } from '../../domain/period';
import type { BookSheet } from '../book/sheet';
import { indicatorTable } from '../tables';
import type { WorkbookInput } from '../workbookInput';
import { questionLine } from './paper';
import { pick } from './pick';

const COLUMNS = {
  层级: 12,
  名称: 26,
  指标: 20,
  分子: 9,
  分母: 9,
  指标值: 10,
  '95%区间下限': 10,
  '95%区间上限': 10,
  '中位数（工作日）': 10,
  '90分位（工作日）': 10,
  期限未定未计: 9,
  代码: 12,
};

const NOTES = [
  `率为全部案件合并计算（分子合计÷分母合计），不是各地率的平均；分母为零的为“${NO_CASE}”，不计 0% 也不计 100%。区间为 Wilson 95% 区间。办理时长没有分子，以工作日计。`,
  '片区相互重叠，一件案件可计入几个片区，片区之间不得相加。“期限未定未计”为期限落在未公布节假日的年度、不计入分子分母的件数。',
];

/** 指标: every figure of the assessed period; and of its quarters, where it holds several. */
export function figureSheets(input: WorkbookInput): BookSheet[] {
  const { assessment } = input;
  const { period } = assessment;
  const of = (whole: boolean) => ({
    ...assessment,
    indicators: assessment.indicators.filter((v) => (v.period === period) === whole),
  });
  const sheet = (name: string, title: string, whole: boolean): BookSheet => ({
    name,
    title,
    line: `件数单位：件（报送及时率为份） · ${questionLine(input)}`,
    table: pick(indicatorTable(of(whole)), whole ? COLUMNS : { 报送期: 18, ...COLUMNS }),
    notes: NOTES,
  });
  const quarters = of(false).indicators.length > 0;
  return [
    sheet('指标', `${periodName(period)}指标`, true),
    ...(quarters ? [sheet('分季指标', `${periodName(period)}分季指标`, false)] : []),
  ];
}
