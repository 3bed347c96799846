import { compareProblems } from '../../assessment/document';
import type { Problem } from '../../domain/problems';
import type { BookSheet } from '../book/sheet';
import { countProblems, problemCountTable } from '../tables';
import type { WorkbookInput } from '../workbookInput';
import { questionLine } from './paper';

/** 问题汇总: how often each rule was broken, in the counting submissions of the period. @param problems of one unit alone */
export const problemsSheet = (
  input: WorkbookInput,
  problems: Iterable<Problem> = [...input.problems.values()].flat(),
): BookSheet => ({
  name: '问题汇总',
  title: '报送问题汇总',
  line: `单位：个 · ${questionLine(input)} · 本期现行版本`,
  table: problemCountTable(countProblems([...problems].sort(compareProblems))),
  notes: ['“错误”的行已搁置，不计入指标；“提示”的行照常计入。逐条清单见页面“报送与问题”的导出。'],
});
