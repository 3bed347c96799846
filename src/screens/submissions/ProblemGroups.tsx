import { useState } from 'react';
import { countText } from '../../domain/display';
import type { Severity } from '../../domain/problemCodes';
import type { ProblemGroup } from '../../domain/problemGroups';
import { problemName } from '../../domain/problemNames';
import { countedRows } from '../../domain/rowRuns';
import { SEVERITY_NAMES } from '../../report/tables';
import { DataTable } from '../../ui/DataTable';
import { useProblemGroups } from '../../ui/data';
import { EmptyState } from '../../ui/EmptyState';
import { LoadedView } from '../../ui/LoadedView';
import { useSetSearch } from '../../ui/navigation';
import { PRINT_ROWS, type PrintColumn, PrintList } from '../../ui/print/PrintList';
import { groupAddress, type ListQuestion, type OpenRow } from './problemQuestion';
import { columnText, groupCountText, groupRowsText, hasSheets, wholeText } from './problemWords';
import { RowButton } from './RowButton';
import { SeverityMark } from './SeverityMark';

const PAGE = 50;

/** One line for each cause: file, sheet, column and code; many rows open to a list of their own. */
export function ProblemGroups({ question, onOpen }: { question: ListQuestion; onOpen: OpenRow }) {
  const [page, setPage] = useState(1);
  const groups = useProblemGroups({ ...question, offset: (page - 1) * PAGE, limit: PAGE });
  return (
    <LoadedView of={groups} waitingFor="正在读取问题">
      {({ total, problems, groups: found }) =>
        total === 0 ? (
          <EmptyState title="没有这样的问题" />
        ) : (
          <>
            <GroupsPrint question={question} total={total} first={found} />
            <div className="kp-no-print">
              <DataTable<ProblemGroup>
                caption="问题清单"
                minWidth={1140}
                rowKey={groupAddress}
                dataSource={found}
                pagination={{
                  current: page,
                  pageSize: PAGE,
                  total,
                  showSizeChanger: false,
                  showTotal: (n) => `共 ${groupCountText(n, problems)}`,
                  onChange: setPage,
                }}
                columns={[
                  {
                    title: '级别',
                    dataIndex: 'severity',
                    width: 72,
                    render: (s: Severity) => <SeverityMark severity={s} />,
                  },
                  { title: '文件', dataIndex: 'file', width: hasSheets(found) ? 190 : 280, className: 'kp-break' },
                  ...(hasSheets(found)
                    ? [{ title: '工作表', dataIndex: 'sheet', width: 90, className: 'kp-break' } as const]
                    : []),
                  { title: '行', width: 168, render: (_, g) => <GroupRows group={g} onOpen={onOpen} /> },
                  { title: '列', width: 120, render: (_, g) => columnText(g) },
                  { title: '类别', dataIndex: 'code', width: 140, render: problemName },
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

/** Which rows; many lead to their list, one that was put aside to what stands in it. */
function GroupRows({ group, onOpen }: { group: ProblemGroup; onOpen: OpenRow }) {
  const setSearch = useSetSearch('submissions');
  const [first] = group.runs;
  if (!first) return wholeText(group);
  if (group.count === 1) return <RowButton of={group} row={first[0]} onOpen={onOpen} label={`第 ${first[0]} 行`} />;
  const words = countedRows(group.runs, group.rows);
  return (
    <>
      <button
        type="button"
        className="kp-link-button"
        aria-label={`${group.file} ${columnText(group)} ${problemName(group.code)}：${words}，逐行查看`}
        onClick={() => setSearch({ cause: groupAddress(group) })}
      >
        {countText(group.count)} 行
      </button>
      <small className="kp-group-rows">{words.replace(/，共 [\d,]+ 行$/, '')}</small>
    </>
  );
}

const PRINTED: PrintColumn<ProblemGroup>[] = [
  { key: 'severity', title: '级别', kind: 'whole', render: (g) => SEVERITY_NAMES[g.severity] },
  { key: 'file', title: '文件', kind: 'name', render: (g) => g.file },
  { key: 'sheet', title: '工作表', render: (g) => g.sheet },
  { key: 'rows', title: '行', render: groupRowsText },
  { key: 'column', title: '列', render: columnText },
  { key: 'code', title: '类别', render: (g) => problemName(g.code) },
  { key: 'message', title: '说明', render: (g) => g.message },
];

/** The whole list on paper, read while its first page is looked at; where that is still under way, that page. */
function GroupsPrint(props: { question: ListQuestion; total: number; first: readonly ProblemGroup[] }) {
  const { question, total, first } = props;
  const all = useProblemGroups({ ...question, offset: 0, limit: PRINT_ROWS });
  const groups = all.state === 'ready' ? all.data.groups : first;
  return (
    <PrintList
      caption="问题清单"
      columns={PRINTED.filter((c) => c.key !== 'sheet' || hasSheets(groups))}
      rows={groups}
      total={total}
      unit="条"
      where="导出的清单"
      rowKey={groupAddress}
    />
  );
}
