import { Select } from 'antd';
import { useState } from 'react';
import { problemsOf } from '../../assessment/problemsOf';
import type { ProblemQuestion } from '../../assessment/workspace';
import { countText } from '../../domain/display';
import { unitName } from '../../domain/office';
import { type Severity, severityOf } from '../../domain/problemCodes';
import { problemCodes, problemName, problemValue } from '../../domain/problemNames';
import type { SubmissionProblem } from '../../domain/problems';
import { effectiveSubmissions } from '../../domain/submission';
import type { TableForm } from '../../report/saveTable';
import { SEVERITY_NAMES } from '../../report/tables';
import { DataTable, numeric } from '../../ui/DataTable';
import { useOffice, useProblems, useStarting, useView, useWorkspace, useWorkspaceState } from '../../ui/data';
import { EmptyState } from '../../ui/EmptyState';
import { ExportButton } from '../../ui/ExportButton';
import { LoadedView } from '../../ui/LoadedView';
import { LoadingState } from '../../ui/LoadingState';
import { load } from '../../ui/load';
import { useScreenSearch, useSetSearch } from '../../ui/navigation';
import { Panel } from '../../ui/Panel';
import { PRINT_ROWS, type PrintColumn, PrintList } from '../../ui/print/PrintList';
import { problemExport, problemFileName } from './problemExport';

const PAGE = 50;

const MARKS: Record<Severity, string> = { error: '✕', warning: '△', note: '·' };

/** 问题: what is wrong in which file, row and column, and what to do about it. */
export function ProblemsPanel() {
  const { unit, submission, severity, code } = useScreenSearch('submissions');
  const { submissions } = useWorkspaceState();
  const starting = useStarting();
  if (starting?.state === 'loading') return <LoadingState what="正在读入报送" />;
  if (submissions.length === 0) return <EmptyState title="还没有报送，也就没有问题" />;
  const question = {
    unit,
    severity,
    code,
    submission: submission === undefined ? undefined : Number(submission),
  };
  // Another question begins at its first page.
  return <ProblemList key={JSON.stringify(question)} question={question} />;
}

type Question = Omit<ProblemQuestion, 'offset' | 'limit'>;

function ProblemList({ question }: { question: Question }) {
  const workspace = useWorkspace();
  const office = useOffice();
  const { kind, submissions } = useWorkspaceState();
  const { asOf } = useView();
  const [page, setPage] = useState(1);
  const problems = useProblems({ ...question, offset: (page - 1) * PAGE, limit: PAGE });
  const save = async (form: TableForm) => {
    const [{ saveTable }, { problemTable }] = await Promise.all([
      load(() => import('../../report/saveTable')),
      load(() => import('../../report/problemTable')),
    ]);
    const rows = await problemsOf(workspace, question);
    const of = { office, sample: kind === 'sample', submissions, question, asOf };
    await saveTable(form, problemFileName(of), problemExport(of, rows, problemTable(office, rows)));
  };
  const nothing = problems.state !== 'ready' || problems.data.total === 0;
  return (
    <Panel
      title="问题清单"
      note="错误：该行搁置，不参与计算；提示：该行计入；说明：文件是怎样读取的。行号、列号与电子表格显示的一致。只列参与计算的版本。"
      actions={
        <>
          <ExportButton label="导出 Excel" make={() => save('xlsx')} disabled={nothing} />
          <ExportButton label="导出 CSV" make={() => save('csv')} disabled={nothing} />
        </>
      }
    >
      <ProblemFilters />
      <LoadedView of={problems} waitingFor="正在读取问题">
        {({ total, rows }) =>
          total === 0 ? (
            <EmptyState title="没有这样的问题" />
          ) : (
            <>
              <ProblemPrint question={question} total={total} first={rows} />
              <div className="kp-no-print">
                <DataTable<SubmissionProblem>
                  caption="问题清单"
                  minWidth={1140}
                  rowKey={problemKey}
                  dataSource={rows}
                  pagination={{
                    current: page,
                    pageSize: PAGE,
                    total,
                    showSizeChanger: false,
                    showTotal: (n) => `共 ${countText(n)} 个`,
                    onChange: setPage,
                  }}
                  columns={[
                    {
                      title: '级别',
                      dataIndex: 'severity',
                      width: 72,
                      render: (s: Severity) => (
                        <span className={`kp-severity kp-severity-${s}`}>
                          {MARKS[s]} {SEVERITY_NAMES[s]}
                        </span>
                      ),
                    },
                    { title: '文件', dataIndex: 'file', width: hasSheets(rows) ? 190 : 280, className: 'kp-break' },
                    ...(hasSheets(rows)
                      ? [{ title: '工作表', dataIndex: 'sheet', width: 90, className: 'kp-break' } as const]
                      : []),
                    {
                      ...numeric,
                      title: '行号',
                      dataIndex: 'row',
                      width: 72,
                      render: (_, p) => rowText(p),
                    },
                    { title: '列', dataIndex: 'column', width: 120, render: (_, p) => columnText(p) },
                    { title: '值', width: 140, className: 'kp-break', render: (_, p) => shortened(problemValue(p)) },
                    { title: '类别', dataIndex: 'code', width: 150, render: problemName },
                    { title: '说明', dataIndex: 'message' },
                  ]}
                />
              </div>
            </>
          )
        }
      </LoadedView>
    </Panel>
  );
}

const problemKey = (p: SubmissionProblem) =>
  `${p.file}/${p.ledger}/${p.sheet}/${p.row}/${p.letters}/${p.column}/${p.code}/${p.message}`;

const hasSheets = (rows: readonly SubmissionProblem[]): boolean => rows.some((p) => p.sheet !== null);

const rowText = ({ row, sheet, letters }: SubmissionProblem): string | number => {
  if (row !== null) return row;
  if (letters !== null) return '整列';
  return sheet === null ? '全文件' : '全表';
};

/** I列 办结日期: as a spreadsheet names the column, and as the template does. */
const columnText = ({ letters, column }: SubmissionProblem): string =>
  [letters !== null && `${letters}列`, column].filter(Boolean).join(' ');

const PRINTED: PrintColumn<SubmissionProblem>[] = [
  { key: 'severity', title: '级别', kind: 'whole', render: (p) => SEVERITY_NAMES[p.severity] },
  { key: 'file', title: '文件', kind: 'name', render: (p) => p.file },
  { key: 'sheet', title: '工作表', render: (p) => p.sheet },
  { key: 'row', title: '行号', kind: 'number', render: rowText },
  { key: 'column', title: '列', render: columnText },
  { key: 'value', title: '值', kind: 'name', render: (p) => shortened(problemValue(p)) },
  { key: 'code', title: '类别', render: (p) => problemName(p.code) },
  { key: 'message', title: '说明', render: (p) => p.message },
];

/** The whole list on paper, read while its first page is looked at; where that is still under way, that page. */
function ProblemPrint(props: { question: Question; total: number; first: readonly SubmissionProblem[] }) {
  const { question, total, first } = props;
  const all = useProblems({ ...question, offset: 0, limit: PRINT_ROWS });
  const rows = all.state === 'ready' ? all.data.rows : first;
  return (
    <PrintList
      caption="问题清单"
      columns={PRINTED.filter((c) => c.key !== 'sheet' || hasSheets(rows))}
      rows={rows}
      total={total}
      unit="条"
      where="导出的清单"
      rowKey={problemKey}
    />
  );
}

function ProblemFilters() {
  const office = useOffice();
  const { submissions } = useWorkspaceState();
  const { unit, submission, severity, code } = useScreenSearch('submissions');
  const setSearch = useSetSearch('submissions');
  const effective = effectiveSubmissions(submissions);
  const units = [...new Set(effective.map((s) => s.unit))];
  const files = effective.filter((s) => unit === undefined || s.unit === unit);
  return (
    <div className="kp-filters kp-no-print">
      <Select
        size="small"
        aria-label="报送单位"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="全部单位"
        className="kp-filter-unit"
        value={unit ?? null}
        options={units.map((u) => ({ value: u, label: unitName(office, u) }))}
        onChange={(chosen?: string) => setSearch({ unit: chosen, submission: undefined })}
      />
      <Select
        size="small"
        aria-label="文件"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="全部文件"
        className="kp-filter-file"
        value={submission ?? null}
        options={files.map((s) => ({ value: String(s.id), label: s.file }))}
        onChange={(chosen?: string) => setSearch({ submission: chosen })}
      />
      <Select
        size="small"
        aria-label="级别"
        allowClear
        placeholder="错误和提示"
        className="kp-filter-severity"
        value={severity ?? null}
        options={(['error', 'warning', 'note'] as const).map((s) => ({ value: s, label: SEVERITY_NAMES[s] }))}
        onChange={(chosen?: Severity) => setSearch({ severity: chosen, code: undefined })}
      />
      <Select
        size="small"
        aria-label="类别"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="全部类别"
        className="kp-filter-code"
        popupMatchSelectWidth={false}
        value={code ?? null}
        options={problemCodes(severity)
          .filter((c) => severity !== undefined || severityOf(c) !== 'note')
          .map((c) => ({ value: c, label: problemName(c) }))}
        onChange={(chosen?: string) => setSearch({ code: chosen })}
      />
    </div>
  );
}

/** Characters of a value that the list shows. */
const SHOWN = 200;

const shortened = (value: string | null): string | null =>
  value && value.length > SHOWN ? `${value.slice(0, SHOWN)}……（共 ${value.length} 字，全文见导出）` : value;
