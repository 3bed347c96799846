import { DownloadOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import type { AsideRow } from '../../domain/aside';
import type { Submission } from '../../domain/submission';
import { CopyButton } from '../../ui/CopyButton';
import { useAsideRow, useWorkspaceState } from '../../ui/data';
import { LoadedView } from '../../ui/LoadedView';
import { PersonsSwitch } from '../../ui/PersonsSwitch';
import { AsideCells } from './AsideCells';
import { asideText } from './asideText';
import { type OpenedRow, rowPlace, shownTo } from './problemQuestion';
import { SeverityMark } from './SeverityMark';
import { useVersionActions } from './useVersionActions';

interface AsideDrawerProps {
  opened: OpenedRow | null;
  /** Another row, the same with names or without, or none. */
  onChange: (opened: OpenedRow | null) => void;
}

/** One row that was put aside: what is wrong with it, and every cell by its header. */
export function AsideDrawer({ opened, onChange }: AsideDrawerProps) {
  return (
    <Drawer
      open={opened !== null}
      onClose={() => onChange(null)}
      size={680}
      destroyOnHidden
      title={opened ? `搁置的行：${rowPlace(opened)}` : ''}
    >
      {opened && <Opened opened={opened} onPersons={(persons) => onChange({ ...opened, persons })} />}
    </Drawer>
  );
}

function Opened({ opened, onPersons }: { opened: OpenedRow; onPersons: (shown: boolean) => void }) {
  const { submissions } = useWorkspaceState();
  const row = useAsideRow(opened.at, shownTo(opened));
  const version = submissions.find((s) => s.id === opened.at.submission);
  return (
    <>
      <p className="kp-break">{opened.file}</p>
      <LoadedView of={row} waitingFor="正在读取这一行">
        {(found) => (
          <>
            <ul className="kp-aside-problems">
              {found.problems.map((p) => (
                <li key={`${p.letters}/${p.code}/${p.message}`}>
                  <SeverityMark severity={p.severity} /> {p.message}
                </li>
              ))}
            </ul>
            <div className="kp-aside-actions">
              {found.cells && <CopyButton label="复制整行" text={asideText(found.cells)} />}
              {version && <Download version={version} />}
              {(opened.persons || found.cells?.some((c) => c.isMasked)) && (
                <PersonsSwitch shown={opened.persons} until="关闭这一行后" onChange={onPersons} />
              )}
            </div>
            <Cells row={found} opened={opened} />
          </>
        )}
      </LoadedView>
    </>
  );
}

function Cells({ row, opened }: { row: AsideRow; opened: OpenedRow }) {
  if (!row.cells)
    return (
      <p className="kp-note">
        这一行的内容没有保留：文件里搁置的行太多，只保留了前面的。请下载原文件，查看第 {opened.at.row} 行。
      </p>
    );
  return (
    <>
      {row.isDoubtful && <p className="kp-note">这一行怎样分列有疑问，各格可能已经错位。</p>}
      {row.cells.some((c) => c.isMasked) && (
        <p className="kp-note">可能是当事人的内容只显示首字；分列有疑问的行和没有读取的列，凡是文字都可能是。</p>
      )}
      <AsideCells cells={row.cells} caption={`${opened.file} ${rowPlace(opened)}`} />
    </>
  );
}

function Download({ version }: { version: Submission }) {
  const { busy, download } = useVersionActions(version);
  return (
    <Button size="small" icon={<DownloadOutlined />} disabled={busy} onClick={() => void download()}>
      下载原文件
    </Button>
  );
}
