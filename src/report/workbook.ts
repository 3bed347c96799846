import writeExcelFile, { type Cell, type Sheet } from 'write-excel-file/universal';
import type { Assessment } from '../assessment/assess';
import { countText } from '../domain/display';
import type { Office } from '../domain/office';
import { periodName } from '../domain/period';
import type { Scheme } from '../domain/scheme';
import { effectiveSubmissions, type Submission } from '../domain/submission';
import { excelFormat, printedFraction } from './numbers';
import {
  indicatorTable,
  type ProblemCount,
  problemCountTable,
  type ReportCell,
  type ReportTable,
  rankingTable,
  schemeTitle,
  scoreTable,
  submissionTable,
} from './tables';
import { withoutTimes } from './zipTimes';

export interface WorkbookInput {
  office: Office;
  scheme: Scheme;
  assessment: Assessment;
  /** All submissions; the cover says which of them count. */
  submissions: readonly Submission[];
  problems: readonly ProblemCount[];
}

const HEAD = { fontWeight: 'bold', backgroundColor: '#eef1f5', bottomBorderStyle: 'thin', wrap: true } as const;

/**
 * The assessment as an xlsx workbook: 封面, 市州排名, 市州得分, 部门排名, 部门得分, 指标, 问题汇总. Numbers are numbers, one table
 * a sheet, its header frozen. The same bytes come out of a browser and of Node, today
 * and tomorrow.
 */
export async function assessmentWorkbook(input: WorkbookInput): Promise<Blob> {
  const { scheme, assessment } = input;
  const sheet = (name: string, table: ReportTable) => tableSheet(name, table, scheme.decimals);
  return bytesOf(
    writeExcelFile([
      coverSheet(input),
      sheet('市州排名', rankingTable(scheme, assessment, ['prefectures'])),
      sheet('市州得分', scoreTable(scheme, assessment, ['prefectures'])),
      sheet('部门排名', rankingTable(scheme, assessment, ['departments'])),
      sheet('部门得分', scoreTable(scheme, assessment, ['departments'])),
      sheet('指标', indicatorTable(assessment)),
      sheet('问题汇总', problemCountTable(input.problems)),
    ]),
  );
}

/** Any table as a workbook of one sheet, e.g. case rows or problems. @param name the sheet's, at most 31 characters */
export async function tableWorkbook(name: string, table: ReportTable, decimals = 2): Promise<Blob> {
  return bytesOf(writeExcelFile([tableSheet(name, table, decimals)]));
}

/** A workbook's bytes, the same whenever and wherever it is made. */
export const bytesOf = async (workbook: { toBlob(): Promise<Blob> }): Promise<Blob> =>
  withoutTimes(await workbook.toBlob());

/** One table as a sheet. @param decimals the scheme's */
export function tableSheet(name: string, table: ReportTable, decimals: number): Sheet<Blob> {
  return {
    sheet: name,
    stickyRowsCount: 1,
    columns: table.columns.map(({ width }) => ({ width })),
    data: [headRow(table), ...table.rows.map((row) => row.map((cell) => excelCell(cell, decimals)))],
  };
}

/** What every number of the workbook rests on: period, cut-off, profile, scheme, and the submissions by hash. */
export function coverSheet({ office, scheme, assessment, submissions, problems }: WorkbookInput): Sheet<Blob> {
  const { profile } = office;
  const effective = effectiveSubmissions(submissions);
  const sum = (of: (s: Submission) => number) => countText(effective.reduce((total, s) => total + of(s), 0));
  const found = (severity: ProblemCount['severity']) =>
    countText(problems.filter((p) => p.severity === severity).reduce((total, p) => total + p.count, 0));
  const facts: [string, string][] = [
    ['考核期', periodName(assessment.period)],
    ['数据截止日', assessment.asOf],
    ['口径配置', `${profile.name}（${profile.id}）`],
    ['考核方案', `${schemeTitle(scheme)}（${scheme.id}）`],
    ...(scheme.caution ? [['方案说明', scheme.caution] as [string, string]] : []),
    ['片区口径', `${profile.zones.version}。${profile.zones.caution}`],
    ['报送文件', `共 ${countText(submissions.length)} 个，计入 ${countText(effective.length)} 个`],
    [
      '计入文件的行数',
      `读取 ${sum((s) => s.rowsRead)} 行 = 计入 ${sum((s) => s.rowsAccepted)} 行 + 搁置 ${sum((s) => s.rowsRejected)} 行`,
    ],
    ['发现问题', `错误 ${found('error')} 个，提示 ${found('warning')} 个`],
    [
      '数字说明',
      '率为全部案件合并计算（分子合计÷分母合计），空白为无案件；区间为 Wilson 95% 区间；“期限未定未计”为期限落在未公布节假日的年度、不计入分子分母的件数。',
    ],
  ];
  const table = submissionTable(office, submissions);
  return {
    sheet: '封面',
    orientation: 'landscape',
    columns: table.columns.map(({ width }) => ({ width })),
    data: [
      [{ value: `${profile.office}`, fontSize: 12 }],
      [{ value: `${periodName(assessment.period)}绩效考核结果`, fontSize: 18, fontWeight: 'bold' }],
      [],
      ...facts.map(([label, text]): Cell[] => [{ value: label, fontWeight: 'bold' }, text]),
      [],
      headRow(table),
      ...table.rows.map((row) => row.map((cell) => excelCell(cell, scheme.decimals))),
    ],
  };
}

const headRow = (table: ReportTable): Cell[] => table.columns.map(({ label }) => ({ value: label, ...HEAD }));

/** The longest text that a cell of a workbook can hold. */
const LONGEST = 32_767;

/** A text that a cell can hold; one that was cut says so. */
const fitting = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 60)}……（共 ${text.length} 字，此处容纳不下，全文见 CSV）`;

function excelCell(cell: ReportCell, decimals: number): Cell {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string') return { value: fitting(cell), type: String };
  return {
    value: cell.format === 'rate' ? printedFraction(cell.number) : cell.number,
    type: Number,
    format: excelFormat(cell.format, decimals),
  };
}
