import type { Day } from '../../domain/day';
import { countText, exportName } from '../../domain/display';
import { type Office, unitName } from '../../domain/office';
import { problemName } from '../../domain/problemNames';
import type { SubmissionProblem } from '../../domain/problems';
import { effectiveSubmissions, type Submission } from '../../domain/submission';
import type { TableExport } from '../../report/tableBook';
import { type ReportTable, SEVERITY_NAMES } from '../../report/tables';
import type { ProblemQuestion } from '../../workspace/workspace';
import { periodsText } from './periodsText';

const REPORT_AGAIN =
  '“错误”的行已搁置，不参与计算；“提示”的行照常计入。请在原文件中改正后，按原名另加“_更正”重新报送。';

/** What a list of problems is asked for, and of what. */
export interface ProblemListOf {
  office: Office;
  sample: boolean;
  submissions: readonly Submission[];
  question: Omit<ProblemQuestion, 'offset' | 'limit'>;
  asOf: Day;
}

/** Whose problems of which periods: 西宁市 2017年第三季度. */
function scope({ office, submissions, question }: ProblemListOf): { unit: string | null; periods: string } {
  const of = effectiveSubmissions(submissions).filter(
    (s) =>
      (question.unit === undefined || s.unit === question.unit) &&
      (question.submission === undefined || s.id === question.submission),
  );
  const units = new Set(of.map((s) => s.unit));
  const [only] = units;
  return {
    unit: only !== undefined && units.size === 1 ? unitName(office, only) : null,
    periods: periodsText(of.map((s) => s.period)),
  };
}

const filtersOf = ({ office, question: { severity, code } }: ProblemListOf): string[] => [
  ...(severity ? [SEVERITY_NAMES[severity]] : []),
  ...(code ? [problemName(office.catalogue, code)] : []),
];

/** Name of the file, without its ending: whose, of which periods, at which cut-off of the page. */
export function problemFileName(of: ProblemListOf): string {
  const { unit, periods } = scope(of);
  return exportName(of.sample, periods, unit, '问题清单', ...filtersOf(of), `截止${of.asOf}`);
}

/** The list for `saveTable`. @param table of the problems asked for @param groups the same, a row for each cause; null where it goes to a machine */
export function problemExport(
  of: ProblemListOf,
  problems: readonly SubmissionProblem[],
  table: ReportTable,
  groups: ReportTable | null = null,
): Omit<TableExport, 'madeAt'> {
  const { unit, periods } = scope(of);
  const filters = filtersOf(of);
  const counts = (['error', 'warning', 'note'] as const)
    .map((severity) => ({ severity, count: problems.filter((p) => p.severity === severity).length }))
    // How files were read is no problem: it is counted where it is asked for.
    .filter(({ severity, count }) => count > 0 || (severity !== 'note' && of.question.severity !== 'note'))
    .map(({ severity, count }) => `${SEVERITY_NAMES[severity]} ${countText(count)} 个`);
  const title = `${unit ?? '各单位'} ${periods} 报送问题清单`;
  const total = `${countText(problems.length)} 个：${counts.join('，')}${filters.length ? `（只列${filters.join('、')}）` : ''}`;
  const printed = (columns: ReportTable['columns']) => columns.findIndex((c) => c.label === '说明') + 1;
  return {
    office: of.office,
    sample: of.sample,
    line: `${periods} 数据截止日 ${of.asOf}`,
    ...(groups && {
      before: {
        name: '问题清单',
        title,
        line: `共 ${countText(groups.rows.length)} 条，逐行计 ${total}`,
        table: groups,
        printed: printed(groups.columns),
        notes: [REPORT_AGAIN, '同一文件、同一列的同一问题归为一条；“个数”按行计。逐行的见“逐行清单”。'],
      },
    }),
    sheet: {
      name: groups ? '逐行清单' : '问题清单',
      title: groups ? `${title}（逐行）` : title,
      line: `共 ${total}`,
      table,
      // What is wrong where, and what to do; the rest is for looking up.
      printed: printed(table.columns),
      notes: [REPORT_AGAIN],
    },
    facts: [
      [
        '本清单',
        `参与计算的版本中的问题；被替代和撤回的版本不列。${groups ? '“问题清单”中同一文件、同一列的同一问题一行，“逐行清单”中每个问题一行。' : '每个问题一行。'}`,
      ],
      ['报送单位', unit ?? '各单位'],
      ['报送期', periods],
      ['数据截止日', `${of.asOf}（本页当时的截止日）。问题在接收文件时查出，不随截止日变化。`],
      ['个数', `${countText(problems.length)} 个（逐行计）`],
      ...(filters.length ? [['筛选', `只列${filters.join('、')}`] as const] : []),
      ['级别', '错误：该行搁置，不参与计算。提示：该行照常计入。说明：文件是怎样读取的，无须改正。'],
      ['行号、列号', '与电子表格显示的一致，如第 5 行 I 列；行号空白：问题涉及整个文件或整列。'],
      [
        '值',
        '不引用当事人；多出单元格的行，其各列的值只有首字，请按行号到文件中核对。空白：该格为空，或问题不在某一格。',
      ],
      ['规则代码', '与命令行 assessment.json 的 code 相同。'],
    ],
  };
}
