import { Pagination } from 'antd';
import { useState } from 'react';
import { countText, exportName } from '../../domain/display';
import { unitName } from '../../domain/office';
import { carriedText, type SharedCase, type SharedRow } from '../../domain/sharedCases';
import { effectiveSubmissions } from '../../domain/submission';
import type { Words } from '../../domain/units';
import type { TableForm } from '../../report/saveTable';
import { DepartmentLink, PlaceLink } from '../../ui/AreaLink';
import { DataTable, numeric } from '../../ui/DataTable';
import { useOffice, useSharedCases, useWorkspace, useWorkspaceState } from '../../ui/data';
import { EmptyState } from '../../ui/EmptyState';
import { ExportButton, type Making } from '../../ui/ExportButton';
import { LoadedView } from '../../ui/LoadedView';
import { load } from '../../ui/load';
import { ScreenLink } from '../../ui/navigation';
import { Panel } from '../../ui/Panel';
import { PRINT_ROWS, type PrintColumn, PrintList } from '../../ui/print/PrintList';
import { allSharedCases } from '../../workspace/allPages';
import { periodsText } from './periodsText';

const PAGE = 50;
const WHICH = '同一台账中编号相同、由两个以上单位报送的案件。只列参与计算的版本，不论考核期和截止日。';
const OWN = '每个单位对自己报送的案件负责，因此这些案件';
const ONCE = '按报送单位各计一次';
const therefore = ({ whole, places, county, smallest }: Words): string =>
  `：${whole}合计中重复计算；几行属于同一${places}${county ? `、${county.name}` : ''}、片区或部门的，在那里也重复计算。编号相同不一定是同一案件，请对照${smallest}、部门、日期和原文件；确属同一案件而只应计一次的，请其中一个单位更正后重新报送。`;

/** 重复报送的案件: cases that several units report and that therefore count several times; where each row comes from. */
export function SharedPanel() {
  const workspace = useWorkspace();
  const office = useOffice();
  const { kind, submissions } = useWorkspaceState();
  const [page, setPage] = useState(1);
  const shared = useSharedCases((page - 1) * PAGE, PAGE);
  const total = shared.state === 'ready' ? shared.data.total : 0;
  const carried = shared.state === 'ready' ? shared.data.carried : [];
  const save = async (form: TableForm, { signal, onProgress }: Making) => {
    onProgress(0);
    const cases = await allSharedCases(workspace, {
      signal,
      onProgress: (done, all) => onProgress(done / Math.max(1, all)),
    });
    const [{ saveTable }, { sharedCaseTable }] = await Promise.all([
      load(() => import('../../report/saveTable')),
      load(() => import('../../report/sharedCaseTable')),
    ]);
    const sample = kind === 'sample';
    const periods = periodsText(effectiveSubmissions(submissions).map((s) => s.period));
    await saveTable(
      form,
      exportName(sample, periods, '重复报送的案件'),
      {
        office,
        sample,
        line: `${periods}，不论截止日`,
        sheet: {
          name: '重复报送的案件',
          title: `重复报送的案件 ${countText(cases.length)} 件`,
          line: `${periods} · 每件案件由几个单位报送就有几行`,
          table: sharedCaseTable(office, cases),
        },
        facts: [
          ['本清单', WHICH],
          ['报送期', periods],
          ['件数', `${countText(cases.length)} 件`],
          ['口径', `${OWN}${ONCE}${therefore(office.words)}`],
          ...(carried.length ? [['结转', carriedText(office, carried)] as const] : []),
          ['空白', '案件日期空白：该行没有可用的日期。'],
        ],
      },
      signal,
    );
  };
  if (submissions.length === 0 && shared.state !== 'loading') return <EmptyState title="还没有报送" />;
  return (
    <Panel
      title={`重复报送的案件${total ? ` ${countText(total)} 件` : ''}`}
      note={WHICH}
      actions={
        <>
          <ExportButton label="导出 Excel" make={(making) => save('xlsx', making)} disabled={total === 0} />
          <ExportButton label="导出 CSV" make={(making) => save('csv', making)} disabled={total === 0} />
        </>
      }
    >
      <p className="kp-caution" role="note">
        <span className="kp-caution-label">口径</span>
        {OWN}
        <strong>{ONCE}</strong>
        {therefore(office.words)}
      </p>
      {carried.length > 0 && (
        <p className="kp-caution" role="note" data-testid="carried-cases">
          <span className="kp-caution-label">结转</span>
          {carriedText(office, carried)}
        </p>
      )}
      <LoadedView of={shared} waitingFor="正在核对各单位报送的编号">
        {({ cases }) =>
          cases.length === 0 ? (
            <EmptyState title="没有重复报送的案件" />
          ) : (
            <>
              <SharedPrint total={total} first={cases} />
              <div className="kp-no-print">
                <DataTable<ListedRow>
                  caption="重复报送的案件"
                  minWidth={1100}
                  rowKey={listedKey}
                  dataSource={listed(cases)}
                  // Pages are of cases, not of rows: those of one case stay together.
                  pagination={false}
                  columns={[
                    {
                      title: '台账',
                      dataIndex: 'ledger',
                      width: 124,
                      render: (id: SharedCase['ledger']) => office.catalogue.ledger(id).name,
                    },
                    { title: '编号', dataIndex: 'id', width: 180, className: 'kp-break' },
                    { title: '报送单位', width: 180, render: (_, r) => <Origin row={r} /> },
                    {
                      title: office.words.smallest,
                      dataIndex: 'place',
                      width: 140,
                      render: (c: string) => <PlaceLink code={c} />,
                    },
                    {
                      title: '部门',
                      dataIndex: 'department',
                      width: 120,
                      render: (id: string) => <DepartmentLink id={id} />,
                    },
                    { title: '案件日期', dataIndex: 'day', width: 104 },
                    { title: '文件', dataIndex: 'file', className: 'kp-break' },
                    ...(hasSheets(listed(cases))
                      ? [{ title: '工作表', dataIndex: 'sheet', width: 120, className: 'kp-break' } as const]
                      : []),
                    { ...numeric, title: '行号', dataIndex: 'row', width: 72 },
                  ]}
                />
              </div>
            </>
          )
        }
      </LoadedView>
      {total > PAGE && (
        <Pagination
          size="small"
          className="kp-no-print"
          current={page}
          pageSize={PAGE}
          total={total}
          showSizeChanger={false}
          showTotal={(n) => `共 ${countText(n)} 件`}
          onChange={setPage}
        />
      )}
    </Panel>
  );
}

/** One row of the list: a row of a file, with the case that it is of. */
type ListedRow = SharedRow & Pick<SharedCase, 'ledger' | 'id'>;

const listed = (cases: readonly SharedCase[]): ListedRow[] =>
  cases.flatMap(({ ledger, id, rows }) => rows.map((row) => ({ ledger, id, ...row })));

const hasSheets = (rows: readonly ListedRow[]): boolean => rows.some((r) => r.sheet !== null);

const listedKey = (r: ListedRow) => `${r.ledger}/${r.id}/${r.unit}`;

/** Cases that are put on paper; each has a row for every unit that reports it. */
const PRINT_CASES = PRINT_ROWS / 2;

/** The whole list on paper, read while its first page is looked at; where that is still under way, that page. */
function SharedPrint({ total, first }: { total: number; first: readonly SharedCase[] }) {
  const office = useOffice();
  const all = useSharedCases(0, PRINT_CASES);
  const cases = all.state === 'ready' ? all.data.cases : first;
  const columns: PrintColumn<ListedRow>[] = [
    { key: 'ledger', title: '台账', kind: 'whole', render: (r) => office.catalogue.ledger(r.ledger).name },
    { key: 'id', title: '编号', kind: 'whole', render: (r) => r.id },
    { key: 'unit', title: '报送单位', render: (r) => unitName(office, r.unit) },
    { key: 'place', title: office.words.smallest, render: (r) => office.regions.place(r.place).name },
    { key: 'department', title: '部门', render: (r) => office.departments.nameOf(r.department) },
    { key: 'day', title: '案件日期', kind: 'whole', render: (r) => r.day },
    { key: 'file', title: '文件', kind: 'name', render: (r) => r.file },
    ...(hasSheets(listed(cases)) ? [{ key: 'sheet', title: '工作表', render: (r: ListedRow) => r.sheet }] : []),
    { key: 'row', title: '行号', kind: 'number', render: (r) => r.row },
  ];
  return (
    <>
      {total > cases.length && (
        <p className="kp-left-out kp-print-only">
          重复报送的案件：本页列出前 {countText(cases.length)} 件，共 {countText(total)} 件；全部见导出的清单。
        </p>
      )}
      <PrintList
        caption="重复报送的案件"
        columns={columns}
        rows={listed(cases)}
        total={listed(cases).length}
        unit="行"
        where="导出的清单"
        rowKey={listedKey}
      />
    </>
  );
}

/** The unit, leading to its submission in the register: its versions, and the file as it came. */
function Origin({ row }: { row: SharedRow }) {
  const office = useOffice();
  const { submissions } = useWorkspaceState();
  const name = unitName(office, row.unit);
  const s = submissions.find(({ id }) => id === row.submission);
  if (!s) return name;
  return (
    <ScreenLink
      screen="submissions"
      search={{ tab: 'register', cell: `${s.unit}|${s.period}|${s.ledger}` }}
      label={`${name}，查看报送和原文件`}
    >
      {name}
    </ScreenLink>
  );
}

/** The tab's name with the number of cases, once it is known. */
export function SharedTab() {
  const shared = useSharedCases(0, 0);
  const total = shared.state === 'ready' ? shared.data.total : 0;
  return <>重复报送的案件{total > 0 && `（${countText(total)}）`}</>;
}
