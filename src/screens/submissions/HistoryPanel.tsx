import { DataTable } from '../../ui/DataTable';
import { useWorkspaceState } from '../../ui/data';
import { Panel } from '../../ui/Panel';
import { PRINT_ROWS, type PrintColumn, PrintList } from '../../ui/print/PrintList';
import type { HistoryEvent } from '../../workspace/workspace';
import { instantText } from './instant';

const EVENTS: Record<HistoryEvent['event'], string> = {
  added: '接收',
  withdrawn: '撤回',
  restored: '恢复',
  mended: '换回原文件',
  imported: '导入备份',
  rebuilt: '重建目录',
  redefined: '配置变更',
  persons_shown: '显示当事人',
  persons_exported: '导出当事人',
};

const PRINTED: PrintColumn<HistoryEvent>[] = [
  { key: 'at', title: '时间', kind: 'whole', render: (e) => instantText(e.at) },
  { key: 'event', title: '事项', kind: 'whole', render: (e) => EVENTS[e.event] },
  { key: 'what', title: '对象', kind: 'name', render: (e) => e.detail ?? e.file },
];

/** 处理记录: what was done in this workspace, the latest first. */
export function HistoryPanel() {
  const { history } = useWorkspaceState();
  if (history.length === 0) return null;
  const rows = history.map((event, i) => ({ ...event, i })).reverse();
  return (
    <Panel title={`处理记录 ${history.length} 条`} note="在本机所做的接收、撤回、恢复等，随“导出全部”一同带走">
      <PrintList
        caption="处理记录"
        columns={PRINTED}
        rows={rows.slice(0, PRINT_ROWS)}
        total={rows.length}
        unit="条"
        where="“导出全部”的压缩包"
        rowKey={(e) => String(e.i)}
      />
      <div className="kp-no-print">
        <DataTable<(typeof rows)[number]>
          caption="处理记录"
          minWidth={640}
          rowKey="i"
          dataSource={rows}
          pagination={{ pageSize: 20, showSizeChanger: false, hideOnSinglePage: true }}
          columns={[
            { title: '时间', dataIndex: 'at', width: 150, render: instantText },
            { title: '事项', dataIndex: 'event', width: 120, render: (event: HistoryEvent['event']) => EVENTS[event] },
            { title: '对象', className: 'kp-break', render: (_, e) => e.detail ?? e.file },
          ]}
        />
      </div>
    </Panel>
  );
}
