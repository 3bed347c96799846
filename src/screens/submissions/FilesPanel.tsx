import { countText } from '../../domain/display';
import { unitName } from '../../domain/office';
import { periodName } from '../../domain/period';
import { comparePeriods, effectiveSubmissions, type Submission, submissionStatus } from '../../domain/submission';
import { STATUS_NAMES } from '../../report/tables';
import { UnitLink } from '../../ui/AreaLink';
import { DataTable, numeric } from '../../ui/DataTable';
import { useOffice, useWorkspaceState } from '../../ui/data';
import { EmptyState } from '../../ui/EmptyState';
import { Panel } from '../../ui/Panel';
import { PRINT_ROWS, type PrintColumn, PrintList } from '../../ui/print/PrintList';
import { rowsText } from '../../ui/rowsText';
import { HistoryPanel } from './HistoryPanel';
import { instantText } from './instant';
import { UnnamedPanel } from './UnnamedPanel';
import { VersionButtons } from './VersionButtons';
import { WorkspacePanel } from './WorkspacePanel';

/** 文件与备份: every file that was taken in, and the workspace as a whole. */
export function FilesPanel() {
  return (
    <>
      <WorkspacePanel />
      <UnnamedPanel />
      <AllFiles />
      <HistoryPanel />
    </>
  );
}

function AllFiles() {
  const office = useOffice();
  const { submissions } = useWorkspaceState();
  const effective = effectiveSubmissions(submissions);
  if (submissions.length === 0) return <EmptyState title="还没有接收过文件" />;
  return (
    <Panel
      title={`接收过的文件 ${countText(submissions.length)} 个，参与计算 ${countText(effective.length)} 个`}
      note="被替代和撤回的版本留存备查，可恢复"
    >
      <FilePrint submissions={submissions} effective={effective} />
      <div className="kp-no-print">
        <DataTable<Submission>
          caption="接收过的文件"
          minWidth={1200}
          rowKey="id"
          dataSource={[...submissions]}
          pagination={{ pageSize: 50, showSizeChanger: false, hideOnSinglePage: true }}
          columns={[
            { title: '文件', dataIndex: 'file', className: 'kp-break', sorter: (a, b) => a.file.localeCompare(b.file) },
            {
              title: '报送单位',
              dataIndex: 'unit',
              width: 180,
              render: (unit: string) => <UnitLink id={unit} />,
              sorter: (a, b) => unitName(office, a.unit).localeCompare(unitName(office, b.unit), 'zh-CN'),
            },
            {
              title: '报送期、台账',
              dataIndex: 'period',
              width: 148,
              render: (_, s) => (
                <>
                  {periodName(s.period)}
                  <br />
                  {office.catalogue.ledger(s.ledger).name}
                </>
              ),
              sorter: (a, b) => comparePeriods(a.period, b.period),
            },
            {
              title: '收到日期',
              dataIndex: 'receivedOn',
              width: 104,
              render: (day: string | null) => day ?? '不明',
              sorter: (a, b) => (a.receivedOn ?? '').localeCompare(b.receivedOn ?? ''),
            },
            {
              title: '接收时间',
              dataIndex: 'takenInAt',
              width: 140,
              render: instantText,
              sorter: (a, b) => a.id - b.id,
            },
            {
              ...numeric,
              title: '读取行',
              dataIndex: 'rowsRead',
              width: 80,
              render: (_, s) => rowsText(s, 'rowsRead'),
            },
            {
              ...numeric,
              title: '搁置行',
              dataIndex: 'rowsRejected',
              width: 80,
              render: (_, s) => rowsText(s, 'rowsRejected'),
            },
            { title: '状态', width: 144, render: (_, s) => STATUS_NAMES[submissionStatus(s, effective)] },
            {
              title: <span className="kp-hidden">操作</span>,
              width: 132,
              render: (_, s) => <VersionButtons version={s} />,
            },
          ]}
        />
      </div>
    </Panel>
  );
}

/** All files on paper. */
function FilePrint(props: { submissions: readonly Submission[]; effective: readonly Submission[] }) {
  const { submissions, effective } = props;
  const office = useOffice();
  const columns: PrintColumn<Submission>[] = [
    { key: 'file', title: '文件', kind: 'name', render: (s) => s.file },
    { key: 'unit', title: '报送单位', render: (s) => unitName(office, s.unit) },
    { key: 'period', title: '报送期', kind: 'whole', render: (s) => periodName(s.period) },
    { key: 'ledger', title: '台账', kind: 'whole', render: (s) => office.catalogue.ledger(s.ledger).name },
    { key: 'received', title: '收到日期', kind: 'whole', render: (s) => s.receivedOn ?? '不明' },
    { key: 'taken', title: '接收时间', kind: 'whole', render: (s) => instantText(s.takenInAt) },
    { key: 'read', title: '读取行', kind: 'number', render: (s) => rowsText(s, 'rowsRead') },
    { key: 'rejected', title: '搁置行', kind: 'number', render: (s) => rowsText(s, 'rowsRejected') },
    { key: 'status', title: '状态', kind: 'whole', render: (s) => STATUS_NAMES[submissionStatus(s, effective)] },
  ];
  return (
    <PrintList
      caption="接收过的文件"
      columns={columns}
      rows={submissions.slice(0, PRINT_ROWS)}
      total={submissions.length}
      unit="个"
      where="“导出全部”的压缩包"
      rowKey={(s) => String(s.id)}
    />
  );
}
