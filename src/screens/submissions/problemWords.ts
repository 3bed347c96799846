import { countText } from '../../domain/display';
import type { Severity } from '../../domain/problemCodes';
import type { ProblemGroup } from '../../domain/problemGroups';
import type { SubmissionProblem } from '../../domain/problems';
import { countedRows } from '../../domain/rowRuns';

/** Beside the word of a severity, for the eye. */
export const SEVERITY_MARKS: Record<Severity, string> = { error: '✕', warning: '△', note: '·' };

type ColumnPlace = Pick<SubmissionProblem, 'sheet' | 'letters'>;

/** Where what is of no row stands. */
export const wholeText = ({ sheet, letters }: ColumnPlace): string => {
  if (letters !== null) return '整列';
  return sheet === null ? '全文件' : '全表';
};

/** I列 办结日期: as a spreadsheet names the column, and as the template does. */
export const columnText = ({ letters, column }: Pick<SubmissionProblem, 'letters' | 'column'>): string =>
  [letters !== null && `${letters}列`, column].filter(Boolean).join(' ');

/** 第 5–304 行，共 300 行, or 整列, 全表, 全文件. */
export const groupRowsText = (group: ProblemGroup): string =>
  group.runs.length ? countedRows(group.runs, group.rows) : wholeText(group);

/** 工作表「台账」第 5–304 行，共 300 行 I列 */
export const groupPlace = (group: ProblemGroup, whole = '全文件'): string =>
  [
    group.sheet !== null && `工作表「${group.sheet}」`,
    group.runs.length > 0 && countedRows(group.runs, group.rows),
    group.letters !== null && `${group.letters}列`,
  ]
    .filter(Boolean)
    .join(' ') || whole;

/** 6 条，逐行计 1,234 个: lines of the list, and the problems in them. */
export const groupCountText = (groups: number, problems: number): string =>
  groups === problems ? `${countText(groups)} 条` : `${countText(groups)} 条，逐行计 ${countText(problems)} 个`;

export const hasSheets = (rows: readonly Pick<SubmissionProblem, 'sheet'>[]): boolean =>
  rows.some((p) => p.sheet !== null);
