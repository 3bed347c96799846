import { Button } from 'antd';
import { useState } from 'react';
import { countText } from '../../domain/display';
import type { Severity } from '../../domain/problemCodes';
import { problemName, problemValue } from '../../domain/problemNames';
import type { SubmissionProblem } from '../../domain/problems';
import { SEVERITY_NAMES } from '../../report/tables';
import { DataTable, numeric } from '../../ui/DataTable';
import { useProblemGroups, useProblems } from '../../ui/data';
import { EmptyState } from '../../ui/EmptyState';
import { LoadedView } from '../../ui/LoadedView';
import { useSetSearch } from '../../ui/navigation';
import { PRINT_ROWS, type PrintColumn, PrintList } from '../../ui/print/PrintList';
import type { ListQuestion, OpenRow } from './problemQuestion';
import { columnText, hasSheets, wholeText } from './problemWords';
import { RowButton } from './RowButton';
import { SeverityMark } from './SeverityMark';

const PAGE = 50;

/** The problems of one cause, row by row, below the sentence of all of them. */
export function ProblemRows({ question, onOpen }: { question: ListQuestion; onOpen: OpenRow }) {
  const setSearch = useSetSearch('submissions');
  const [page, setPage] = useState(1);
  const group = useProblemGroups({ ...question, offset: 0, limit: 1 });
  const problems = useProblems({ ...question, offset: (page - 1) * PAGE, limit: PAGE });
  const whole = group.state === 'ready' ? group.data.groups[0] : undefined;
  return (
    <>
      <div className="kp-group-head">
        <Button size="small" className="kp-no-print" onClick={() => setSearch({ cause: undefined })}>
          ← 返回问题清单
        </Button>
        {whole && (
          <p>
            <SeverityMark severity={whole.severity} /> {whole.file}
            {whole.sheet !== null && ` 工作表「${whole.sheet}」`} {columnText(whole)}：{whole.message}
          </p>
        )}
      </div>
      <LoadedView of={problems} waitingFor="正在读取问题">
        {({ total, rows }) =>
          total === 0 ? (
            <EmptyState title="没有这样的问题">文件可能已更正、撤回或重新读取。</EmptyState>
          ) : (
            <>
              <RowsPrint question={question} total={total} first={rows} />
              <div className="kp-no-print">
                <DataTable<SubmissionProblem>
                  caption="同一原因的问题，逐行"
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
                      render: (s: Severity) => <SeverityMark severity={s} />,
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
                      render: (_, p) =>
                        p.row === null ? wholeText(p) : <RowButton of={p} row={p.row} label={p.row} onOpen={onOpen} />,
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
    </>
  );
}

const problemKey = (p: SubmissionProblem) =>
  `${p.file}/${p.ledger}/${p.sheet}/${p.row}/${p.letters}/${p.column}/${p.code}/${p.message}`;

const PRINTED: PrintColumn<SubmissionProblem>[] = [
  { key: 'severity', title: '级别', kind: 'whole', render: (p) => SEVERITY_NAMES[p.severity] },
  { key: 'file', title: '文件', kind: 'name', render: (p) => p.file },
  { key: 'sheet', title: '工作表', render: (p) => p.sheet },
  { key: 'row', title: '行号', kind: 'number', render: (p) => p.row ?? wholeText(p) },
  { key: 'column', title: '列', render: columnText },
  { key: 'value', title: '值', kind: 'name', render: (p) => shortened(problemValue(p)) },
  { key: 'code', title: '类别', render: (p) => problemName(p.code) },
  { key: 'message', title: '说明', render: (p) => p.message },
];

/** The whole list on paper, read while its first page is looked at; where that is still under way, that page. */
function RowsPrint(props: { question: ListQuestion; total: number; first: readonly SubmissionProblem[] }) {
  const { question, total, first } = props;
  const all = useProblems({ ...question, offset: 0, limit: PRINT_ROWS });
  const rows = all.state === 'ready' ? all.data.rows : first;
  return (
    <PrintList
      caption="同一原因的问题，逐行"
      columns={PRINTED.filter((c) => c.key !== 'sheet' || hasSheets(rows))}
      rows={rows}
      total={total}
      unit="个"
      where="问题清单的导出"
      rowKey={problemKey}
    />
  );
}

/** Characters of a value that the list shows. */
const SHOWN = 200;

const shortened = (value: string | null): string | null =>
  value && value.length > SHOWN ? `${value.slice(0, SHOWN)}……（共 ${value.length} 字，全文见导出）` : value;
