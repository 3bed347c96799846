import { App } from 'antd';
import { type EvidenceQuestion, isFigureQuestion, ledgerOf, wholeQuestion } from '../../domain/evidence';
import { periodName } from '../../domain/period';
import type { TableForm } from '../../report/saveTable';
import { useOffice, useWorkspace, useWorkspaceState } from '../../ui/data';
import { ExportButton, type Making } from '../../ui/ExportButton';
import { load } from '../../ui/load';
import { allRows } from '../../workspace/allPages';
import type { CaseColumn } from './columns';
import { caseTable, exportedColumns } from './exportTable';
import { fileName, headline, sideLabel, sideWords } from './question';

/** Rows that a sheet of a workbook holds beside its title, head and notes. */
const SHEET_ROWS = 1_048_500;

export interface CaseExportProps {
  question: EvidenceQuestion;
  /** The columns of the screen's list: a workbook begins with them, and prints them alone. */
  shown: readonly CaseColumn[];
  total: number;
}

/** All rows of the question with all columns, as CSV or as a workbook; long ones show how far they are and can be stopped. */
export function CaseExport({ question, shown, total }: CaseExportProps) {
  const workspace = useWorkspace();
  const office = useOffice();
  const { kind } = useWorkspaceState();
  const { message } = App.useApp();
  const save = async (form: TableForm, { signal, onProgress }: Making) => {
    onProgress(0);
    const rows = await allRows(workspace, question, {
      signal,
      onProgress: (done, all) => onProgress(done / Math.max(1, all)),
    });
    const name = fileName(office, question, kind === 'sample');
    const whole = question.ofClass ? (await workspace.evidence(wholeQuestion(question), 0, 0)).total : null;
    const title = headline(office, question, rows.length, whole);
    signal.throwIfAborted();
    // Before the file is there: none leaves that is not in the history.
    if (question.persons) await workspace.log('persons_exported', `${title}（${form}）`);
    const [{ saveTable }, { caseFacts }] = await Promise.all([
      load(() => import('../../report/saveTable')),
      load(() => import('../../report/caseFacts')),
    ]);
    const all = exportedColumns(office, ledgerOf(office.catalogue, question), rows);
    const ofFigure = isFigureQuestion(question);
    const rest = all.filter((c) => !shown.some(({ key }) => key === c.key));
    await saveTable(
      form,
      name,
      {
        office,
        sample: kind === 'sample',
        line: `${ofFigure && question.period ? periodName(question.period) : '各期'} 数据截止日 ${question.asOf}`,
        sheet: {
          name: question.persons ? '案件（含当事人）' : '案件',
          title,
          table:
            form === 'csv'
              ? caseTable(office, question.asOf, rows, all)
              : caseTable(office, question.asOf, rows, shown, rest),
          printed: shown.length + 1,
          notes: ['打印到“截止日后”一列为止，其余各列在其右；口径和读法见“说明”。'],
        },
        facts: caseFacts(office, question, {
          headline: title,
          side: ofFigure
            ? `${sideLabel(office.catalogue, question.indicator, question.side)}：${sideWords(office.catalogue, question.indicator, question.side)}`
            : null,
          total: rows.length,
          whole,
        }),
      },
      signal,
    );
    message.success(
      `已导出 ${rows.length} 件${question.persons ? '，含当事人，请妥善保管' : ''}：${headline(office, question, null)}`,
    );
  };
  return (
    <>
      <ExportButton
        label="导出 Excel"
        make={(making) => save('xlsx', making)}
        disabled={total === 0 || total > SHEET_ROWS}
        title={total > SHEET_ROWS ? '超过一张工作表的行数，请导出 CSV' : undefined}
      />
      <ExportButton label="导出 CSV" make={(making) => save('csv', making)} disabled={total === 0} />
    </>
  );
}
