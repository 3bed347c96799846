import type { ProblemGroup } from '../../domain/problemGroups';
import { compareText } from '../../domain/text';
import type { BookSheet } from '../book/sheet';
import { groupTable } from '../groupTable';
import { countProblems, problemCountTable } from '../problemCounts';
import type { WorkbookInput } from '../workbookInput';
import { questionLine } from './paper';

const ASIDE = '“错误”的行已搁置，不计入指标；“提示”的行照常计入。';

/**
 * 问题汇总: how often each rule was broken, in the counting submissions of the period; 问题清单: in which file, column and rows,
 * those of one cause together.
 * @param problems of one unit alone
 */
export function problemSheets(
  input: WorkbookInput,
  problems: Iterable<ProblemGroup> = [...input.problems.values()].flat(),
): BookSheet[] {
  // An order that does not depend on that in which the files came; within a file they are in order.
  const groups = [...problems].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      compareText(a.unit, b.unit) ||
      compareText(a.ledger, b.ledger) ||
      compareText(a.period, b.period),
  );
  const line = `${questionLine(input)} · 本期现行版本`;
  const table = groupTable(input.office, groups);
  return [
    {
      name: '问题汇总',
      title: '报送问题汇总',
      line: `单位：个（逐行计） · ${line}`,
      table: problemCountTable(input.office.catalogue, countProblems(groups)),
      notes: [`${ASIDE}在哪个文件、哪一列、哪些行，见“问题清单”。`],
    },
    {
      name: '问题清单',
      title: '报送问题清单',
      line: `单位：个（逐行计） · ${line}`,
      table,
      // What is wrong where, and what to do; the rest is for looking up.
      printed: table.columns.findIndex((c) => c.label === '说明') + 1,
      notes: [`${ASIDE}同一文件、同一列的同一问题归为一行；逐行的清单见页面“报送”→“问题”的导出。`],
    },
  ];
}
