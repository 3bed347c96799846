import type { TableColumnsType } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ProblemCode, Severity } from '../../domain/problemCodes';
import type { ProblemGroup } from '../../domain/problemGroups';
import { problemName } from '../../domain/problemNames';
import type { SubmissionProblem } from '../../domain/problems';
import { SEVERITY_NAMES } from '../../report/tables';
import { DataTable } from '../../ui/DataTable';
import { useOffice } from '../../ui/data';
import type { Loaded } from '../../ui/data/loaded';
import { EmptyState } from '../../ui/EmptyState';
import { LoadedView } from '../../ui/LoadedView';
import { PRINT_ROWS, type PrintColumn, PrintList } from '../../ui/print/PrintList';
import type { ProblemQuestion } from '../../workspace/workspace';
import type { ListQuestion } from './problemQuestion';
import { columnText, hasSheets } from './problemWords';
import { SeverityMark } from './SeverityMark';

const PAGE = 50;

/** What a line says, be it one problem or those of one cause. */
type Line = Pick<
  SubmissionProblem & ProblemGroup,
  'severity' | 'file' | 'sheet' | 'letters' | 'column' | 'code' | 'message'
>;

interface Page<Row> {
  total: number;
  rows: readonly Row[];
  /** How many there are, in words. */
  count: string;
}

interface PagedProblemsProps<Row extends Line> {
  caption: string;
  question: ListQuestion;
  usePage: (question: ProblemQuestion) => Loaded<Page<Row>>;
  rowKey: (row: Row) => string;
  /** In which rows, and with which value: the columns that differ. */
  where: { row: TableColumnsType<Row>[number]; value?: TableColumnsType<Row>[number] };
  printed: { row: PrintColumn<Row>; value?: PrintColumn<Row> };
  /** On paper: what is counted, and where all of it is found. */
  unit: string;
  foundIn: string;
  empty?: ReactNode;
}

/** A list of problems, a page of it on the screen and the whole on paper. */
export function PagedProblems<Row extends Line>(props: PagedProblemsProps<Row>) {
  const { caption, question, usePage, rowKey, where, empty } = props;
  const { catalogue } = useOffice();
  const [page, setPage] = useState(1);
  const found = usePage({ ...question, offset: (page - 1) * PAGE, limit: PAGE });
  return (
    <LoadedView of={found} waitingFor="正在读取问题">
      {({ total, rows, count }) =>
        total === 0 ? (
          <EmptyState title="没有这样的问题">{empty}</EmptyState>
        ) : (
          <>
            <ProblemsPrint {...props} total={total} first={rows} />
            <div className="kp-no-print">
              <DataTable<Row>
                caption={caption}
                minWidth={1140}
                rowKey={rowKey}
                dataSource={rows}
                pagination={{
                  current: page,
                  pageSize: PAGE,
                  total,
                  showSizeChanger: false,
                  showTotal: () => `共 ${count}`,
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
                  where.row,
                  { title: '列', width: 120, render: (_, line) => columnText(line) },
                  ...(where.value ? [where.value] : []),
                  {
                    title: '类别',
                    dataIndex: 'code',
                    width: 145,
                    render: (code: ProblemCode) => problemName(catalogue, code),
                  },
                  { title: '说明', dataIndex: 'message' },
                ]}
              />
            </div>
          </>
        )
      }
    </LoadedView>
  );
}

/** Read while the first page is looked at; where that is still under way, that page. */
function ProblemsPrint<Row extends Line>(props: PagedProblemsProps<Row> & { total: number; first: readonly Row[] }) {
  const { caption, question, usePage, rowKey, printed, unit, foundIn, total, first } = props;
  const { catalogue } = useOffice();
  const all = usePage({ ...question, offset: 0, limit: PRINT_ROWS });
  const rows = all.state === 'ready' ? all.data.rows : first;
  const columns: PrintColumn<Row>[] = [
    { key: 'severity', title: '级别', kind: 'whole', render: (line) => SEVERITY_NAMES[line.severity] },
    { key: 'file', title: '文件', kind: 'name', render: (line) => line.file },
    ...(hasSheets(rows) ? [{ key: 'sheet', title: '工作表', render: (line: Row) => line.sheet }] : []),
    printed.row,
    { key: 'column', title: '列', render: columnText },
    ...(printed.value ? [printed.value] : []),
    { key: 'code', title: '类别', render: (line) => problemName(catalogue, line.code) },
    { key: 'message', title: '说明', render: (line) => line.message },
  ];
  return (
    <PrintList
      caption={caption}
      columns={columns}
      rows={rows}
      total={total}
      unit={unit}
      where={foundIn}
      rowKey={rowKey}
    />
  );
}
