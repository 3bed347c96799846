import type { IndicatorValue } from '../../assessment/assess';
import { tellsDepartment, tellsPlace } from '../../domain/catalogue/ledger';
import { NOT_DIVIDED, NOT_REPORTED } from '../../domain/display';
import type { Office } from '../../domain/office';
import { periodName, periodShortName } from '../../domain/period';
import type { BookSheet } from '../book/sheet';
import { indicatorTable, type ReportCell, type ReportTable } from '../tables';
import type { WorkbookInput } from '../workbookInput';
import { measureNotes, questionLine } from './paper';
import { pick } from './pick';

const COLUMNS = {
  层级: 12,
  名称: 26,
  指标: 22,
  分子: 9,
  分母: 9,
  指标值: 14,
  单位: 7,
  '95%区间下限': 10,
  '95%区间上限': 10,
  '中位数（工作日）': 10,
  '90分位（工作日）': 10,
  期限未定未计: 9,
  代码: 12,
};

/** What 不细分 is, where a ledger has no column of counties or departments. */
function undividedNotes({ catalogue, words }: Office): string[] {
  const whole = catalogue.collected.filter((l) => !tellsPlace(l) || !tellsDepartment(l));
  if (whole.length === 0) return [];
  return [
    `“${NOT_DIVIDED}”为台账没有分到这一级的列，有多少不知道，不是 0：${whole
      .map((l) => {
        const lacking = [...(tellsPlace(l) ? [] : [words.smallest]), ...(tellsDepartment(l) ? [] : ['部门'])];
        return `${l.name}不分${lacking.join('和')}`;
      })
      .join('，')}。不分${words.smallest}的计在报送单位本级，不分部门的只在报送的部门名下。`,
  ];
}

const notesOf = (office: Office): string[] => {
  const { words, profile, catalogue } = office;
  return [
    ...measureNotes(catalogue.indicators),
    `“${NOT_REPORTED}”为没有收到有关单位的台账：有没有案件不知道，件数空着，不是 0。${catalogue.submissionIndicator.name}按应报日所在季度计。区间为 Wilson 95% 区间。`,
    words.county
      ? `“${words.own}”为填报${words.whole}代码的案件（报送及时率为${words.departments}的报送），“${words.prefectureOwn}”为填报${words.prefecture}代码的案件：各${words.places}与${words.own}相加等于${words.whole}，各${words.county.name}与${words.prefectureOwn}相加等于${words.prefecture}。它们不是考核单位。`
      : `“${words.own}”为填报${words.whole}代码的案件（报送及时率为${words.departments}的报送）：各${words.places}与${words.own}相加等于${words.whole}。它不是考核单位。`,
    ...undividedNotes(office),
    `${profile.zones.zones.length ? '片区相互重叠，一件案件可计入几个片区，片区之间不得相加。' : ''}“期限未定未计”为期限落在未公布节假日的年度、不计入分子分母的件数。`,
  ];
};

/** 指标: every figure of the assessed period; and of its quarters side by side, where it holds several. */
export function figureSheets(input: WorkbookInput): BookSheet[] {
  const { assessment } = input;
  const { period } = assessment;
  const all = withOwn(input);
  const ofPeriod = all.filter((v) => v.period === period);
  const ofQuarters = all.filter((v) => v.period !== period);
  const sheet = (name: string, table: ReportTable): BookSheet => ({
    name,
    title: `${periodName(period)}${name}`,
    line: `指标值的单位见“单位”列，率为百分比；件数单位：件（${input.office.catalogue.submissionIndicator.name}为份） · ${questionLine(input)}`,
    table,
    notes: notesOf(input.office),
  });
  return [
    sheet(
      '指标',
      pick(indicatorTable(input.office, { indicators: ofPeriod }), {
        ...COLUMNS,
        ...(ofPeriod.some((v) => v.partly) && { 报送: 14 }),
      }),
    ),
    ...(ofQuarters.length > 0 ? [sheet('分季指标', quarterTable(input.office, ofQuarters))] : []),
  ];
}

/** 省本级 stands below the prefectures, 市州本级 below the counties, so that each list adds up to its whole. */
function withOwn({ assessment: { indicators }, own }: WorkbookInput): IndicatorValue[] {
  const of = (...levels: IndicatorValue['level'][]) => indicators.filter((v) => levels.includes(v.level));
  const ofLevel = (level: IndicatorValue['level']) => own.filter((v) => v.level === level);
  return [
    ...of('province', 'prefecture'),
    ...ofLevel('province'),
    ...of('county'),
    ...ofLevel('prefecture'),
    ...of('department', 'zone'),
  ];
}

/** What is said of each quarter, with the width that it takes. */
const OF_QUARTER = {
  分子: 7,
  分母: 7,
  指标值: 12,
  '95%区间下限': 9,
  '95%区间上限': 9,
  '90分位（工作日）': 8,
  期限未定未计: 7,
};

/** The figures of several quarters, a row for each area and indicator; what no quarter has is left out. */
function quarterTable(office: Office, indicators: readonly IndicatorValue[]): ReportTable {
  const quarters = [...new Set(indicators.map((v) => v.period))];
  const whole = indicatorTable(office, { indicators });
  const column = (label: string) => whole.columns.findIndex((c) => c.label === label);
  const said = Object.entries(OF_QUARTER).filter(
    ([label]) => label !== '期限未定未计' || indicators.some((v) => v.undated > 0),
  );
  const rows = new Map<string, ReportCell[]>();
  indicators.forEach((v, i) => {
    const cells = whole.rows[i] as readonly ReportCell[];
    const key = `${v.level}/${v.id}/${v.name}/${v.indicator}`;
    const row = rows.get(key) ?? ['层级', '名称', '指标', '单位'].map((label) => cells[column(label)] ?? null);
    rows.set(key, row);
    row.push(...said.map(([label]) => cells[column(label)] ?? null));
  });
  return {
    columns: [
      { label: '层级', width: 12 },
      { label: '名称', width: 24 },
      { label: '指标', width: 22 },
      { label: '单位', width: 7 },
      ...quarters.flatMap((q) => said.map(([label, width]) => ({ label: `${periodShortName(q)}${label}`, width }))),
    ],
    // By quarter in the order of the period: each area and indicator has all of them.
    rows: [...rows.values()],
  };
}
