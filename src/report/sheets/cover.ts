import { version } from '../../../package.json';
import { countText, SAMPLE_MARK } from '../../domain/display';
import { periodName } from '../../domain/period';
import type { Severity } from '../../domain/problemCodes';
import { effectiveSubmissions, type Submission } from '../../domain/submission';
import type { BookSheet } from '../book/sheet';
import { schemeTitle } from '../tables';
import type { WorkbookInput } from '../workbookInput';
import { isOfPeriod, slotsOf } from './submissions';

export interface Cover {
  input: WorkbookInput;
  /** Of the assessment: see `fingerprint`. */
  fingerprint: string;
  title: string;
  /** What stands above the rest: of a unit its name, rank and score. */
  first?: readonly (readonly [string, string])[];
  /** The reporting unit whose own submissions are counted apart. */
  unit?: string;
  /** The sheets that follow. */
  contents: readonly BookSheet[];
}

/** 封面: what every number of the workbook rests on, counted by period and cut-off, and the way to each sheet. */
export function coverSheet({ input, fingerprint, title, first = [], unit, contents }: Cover): BookSheet {
  const { office, scheme, assessment, sample, madeAt } = input;
  const { profile } = office;
  return {
    name: '封面',
    title,
    line: sample ? SAMPLE_MARK : profile.office,
    facts: [
      ...first,
      ['制表单位', profile.office],
      ['考核期', periodName(assessment.period)],
      ['数据截止日', assessment.asOf],
      ['考核方案', `${schemeTitle(scheme)}（${scheme.id}）`],
      ...(scheme.caution ? [['方案说明', scheme.caution] as const] : []),
      ['口径配置', `${profile.name}（${profile.id}）`],
      ['片区口径', `${profile.zones.version}。${profile.zones.caution}`],
      ...(unit === undefined ? [] : sources(input, '本单位', (of) => of === unit)),
      ...sources(input, unit === undefined ? '本期' : '全部', () => true),
      ['制表时间', `${madeAt}（本机时间；同样的数据再次导出，只有此处不同）`],
      ['软件版本', `考评 ${version}`],
      ['结果指纹', `${fingerprint}（两份指纹相同，则指标、得分、名次和方案完全相同）`],
    ],
    table: {
      columns: [
        { label: '工作表', width: 18 },
        { label: '内容', width: 100 },
      ],
      rows: contents.map((sheet) => [
        { text: sheet.name, sheet: sheet.name },
        `${sheet.title}（${countText(sheet.table.rows.length)} 行）`,
      ]),
    },
    onePage: true,
    notes: [
      '数字说明：指标值由各地、各季的合计算出，不是各地指标值的平均（逐项见“口径”）；区间为 Wilson 95% 区间。合计和失分为公式，可重新计算。',
    ],
  };
}

/** What was due, came in and was read for the period, by the cut-off and after it. @param isOf whether a unit's is counted */
function sources(input: WorkbookInput, whose: string, isOf: (unit: string) => boolean): [string, string][] {
  const { assessment, problems } = input;
  const { period, asOf } = assessment;
  const submissions = input.submissions.filter((s) => isOf(s.unit));
  const effective = effectiveSubmissions(submissions);
  const of = effective.filter((s) => isOfPeriod(s, period));
  const after = (list: readonly Submission[]) =>
    list.filter((s) => s.receivedOn !== null && s.receivedOn > asOf).length;
  const sum = (read: (s: Submission) => number) => countText(of.reduce((total, s) => total + read(s), 0));
  const slots = slotsOf(input).filter((e) => isOf(e.unit.id));
  const state = (...states: string[]) => countText(slots.filter((e) => states.includes(e.state)).length);
  const files = submissions.filter((s) => isOfPeriod(s, period));
  const elsewhere = effective.length - of.length;
  const found = (severity: Severity) =>
    countText(
      of.flatMap((s) => problems.get(s.id) ?? []).reduce((n, g) => n + (g.severity === severity ? g.count : 0), 0),
    );
  return [
    [
      `${whose}应报`,
      `${countText(slots.length)} 份：按时 ${state('on_time')}，迟报 ${state('late')}，未报 ${state('unreported')}，未到期 ${state('not_due')}，其他 ${state('unknown', 'unreadable', 'undated')}（截至数据截止日）`,
    ],
    [
      `${whose}文件`,
      `共 ${countText(files.length)} 个，现行版本 ${countText(of.length)} 个，其中截止日后收到 ${countText(after(of))} 个；其他报送期的现行版本 ${countText(elsewhere)} 个`,
    ],
    [
      `${whose}行数`,
      `读取 ${sum((s) => s.rowsRead)} 行 = 计入 ${sum((s) => s.rowsAccepted)} 行 + 搁置 ${sum((s) => s.rowsRejected)} 行（本期现行版本）`,
    ],
    [`${whose}问题`, `错误 ${found('error')} 个，提示 ${found('warning')} 个（本期现行版本，逐行计）`],
  ];
}
