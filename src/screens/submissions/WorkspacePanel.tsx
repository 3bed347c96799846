import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { countText, exportName } from '../../domain/display';
import { hasSample } from '../../domain/office';
import { today } from '../../domain/today';
import { useOffice, useWorkspace, useWorkspaceState } from '../../ui/data';
import { failureNote } from '../../ui/failureNote';
import { keepOpen } from '../../ui/keepOpen';
import { load } from '../../ui/load';
import { Panel } from '../../ui/Panel';
import type { ZipContents, ZipOptions } from '../../workspace/workspace';
import { EmptyDialog } from './EmptyDialog';
import { useOtherZip } from './useOtherZip';
import { useStorage } from './useStorage';

type Work = 'export' | 'import' | 'sample';

/** Work under way: how far it is (0…1, where known), and how it is stopped (where it can be). */
interface Busy {
  what: Work;
  share: number | null;
  stop: AbortController;
}

/** The workspace as a whole: carried elsewhere as one zip, emptied, or left for the sample. */
export function WorkspacePanel() {
  const workspace = useWorkspace();
  const office = useOffice();
  const { kind, submissions, unnamed, seen } = useWorkspaceState();
  const { modal, message } = App.useApp();
  const [busy, setBusy] = useState<Busy | null>(null);
  const [emptying, setEmptying] = useState(false);
  const zip = useRef<HTMLInputElement>(null);
  const isOther = useOtherZip();
  const real = kind === 'real';
  const holds = real && (submissions.length > 0 || unnamed.length > 0);

  const attempt = async (what: Work, name: string, work: (options: ZipOptions) => Promise<string | null>) => {
    const stop = new AbortController();
    setBusy({ what, share: null, stop });
    const onProgress = (share: number) => setBusy({ what, share, stop });
    const release = keepOpen();
    try {
      const content = await work({ signal: stop.signal, onProgress });
      if (content !== null) message.success({ content, duration: 8 });
    } catch (error) {
      if (stop.signal.aborted) message.info(`已取消${name}，数据没有变化`);
      else message.error(failureNote(`${name}未成功`, error));
    } finally {
      release();
      setBusy(null);
    }
  };
  const exportAll = () =>
    attempt('export', '导出', async (options) => {
      const [{ saveBlob }, { clock }, { backupPapers }] = await Promise.all([
        load(() => import('../../report/download')),
        load(() => import('../../report/clock')),
        load(() => import('../../report/backupPapers')),
      ]);
      const of = { office, madeAt: clock(new Date()), sample: !real };
      const papers = (contents: ZipContents) => backupPapers(of, contents);
      const { zip: blob, count, left } = await workspace.exportZip({ ...options, papers });
      saveBlob(blob, `${exportName(!real, '考评报送备份', office.profile.name, today())}.zip`);
      if (left.length === 0) return `已导出 ${count} 份报送的原文件和目录`;
      return `已导出 ${count} 份；另有 ${left.length} 份原文件缺失或损坏，未能导出，名单在压缩包内：${names(left.map((l) => l.submission.file))}`;
    });
  const importAll = async (file: File) => {
    const sure = await modal.confirm({
      title: `导入「${file.name}」？`,
      content: real ? '当前工作区是空的，将由备份中的报送填入。' : '将离开示例，以备份中的报送开始正式工作。',
      okText: '导入',
      cancelText: '不导入',
    });
    if (!sure) return;
    await takeBack(file, false);
  };
  const takeBack = (file: File, ofNoOffice: boolean) =>
    attempt('import', '导入', async (options) => {
      const done = await workspace.importZip(file, { ...options, ofNoOffice }).catch((error: unknown) => {
        if (isOther(error, () => void takeBack(file, true))) return null;
        throw error;
      });
      if (!done) return null;
      const { submissions: count, left, unread, redefined } = done;
      return [
        `已导入 ${count} 份报送`,
        redefined && '备份导出时的配置与现在不同，数字可能与当时不同（已记入处理记录）',
        unread.length && `其中 ${unread.length} 份按现在的规则不能读取，未计入（原因见上方）：${names(unread)}`,
        left.length && `备份中另有 ${left.length} 份当时就缺原文件，须重新接收：${names(left)}`,
      ]
        .filter(Boolean)
        .join('；');
    });
  const openSample = () =>
    attempt('sample', '打开示例', async () => {
      await workspace.openSample(seen);
      return '已打开示例';
    });

  return (
    <Panel title={real ? '正式工作区' : '示例工作区'} note="报送只保存在本机的这个浏览器中，不上传；请定期导出备份">
      <StorageNotes />
      {busy && busy.what !== 'sample' && <WorkProgress busy={busy} />}
      <ul className="kp-workspace kp-no-print">
        <li>
          <Button disabled={!holds} loading={busy?.what === 'export'} onClick={() => void exportAll()}>
            导出全部（zip）
          </Button>
          <span>
            {holds
              ? `${countText(submissions.length)} 份报送的原文件（原名，按报送期和单位分放）、清单、说明和处理记录；可直接查看，也可在另一台电脑导入，得到相同的结果。`
              : '正式工作区中有报送时可以导出。'}
          </span>
        </li>
        <li>
          <Button disabled={holds} loading={busy?.what === 'import'} onClick={() => zip.current?.click()}>
            导入备份（zip）
          </Button>
          <span>
            {holds
              ? '导入只能填入空的工作区，以免两份数据混在一起；请先导出并清空当前工作区。'
              : '选择由“导出全部”得到的文件；导入前逐个核对 SHA-256，有一处不符就不导入。'}
          </span>
          <input
            ref={zip}
            type="file"
            accept=".zip,application/zip"
            hidden
            aria-label="选择备份文件"
            data-testid="zip"
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file) void importAll(file);
            }}
          />
        </li>
        <li>
          <Button danger onClick={() => setEmptying(true)} disabled={real && !holds}>
            {real ? '清空工作区' : '清空示例，开始正式工作'}
          </Button>
          <span>{real ? '删除本机保存的全部报送，不能恢复；清空前请先导出。' : '示例以后可以重新打开。'}</span>
        </li>
        {real && hasSample(office) && (
          <li>
            <Button disabled={holds} loading={busy?.what === 'sample'} onClick={() => void openSample()}>
              回到示例
            </Button>
            <span>{holds ? '工作区为空时可以回到示例。' : '重新打开示例数据，熟悉功能。'}</span>
          </li>
        )}
      </ul>
      {emptying && <EmptyDialog onClose={() => setEmptying(false)} />}
    </Panel>
  );
}

/** The first few names, and how many more there are. */
const names = (files: readonly string[]): string =>
  `${files.slice(0, 3).join('、')}${files.length > 3 ? ` 等 ${files.length} 个` : ''}`;

function WorkProgress({ busy }: { busy: Busy }) {
  const name = busy.what === 'export' ? '正在导出' : '正在导入并核对';
  return (
    <p className="kp-work-progress" role="status">
      {name}
      <progress aria-label={name} {...(busy.share !== null && { value: busy.share })} max={1} />
      {busy.share !== null && `${Math.floor(busy.share * 100)}%`}
      <Button size="small" onClick={() => busy.stop.abort()}>
        取消
      </Button>
    </p>
  );
}

const megabytes = (bytes: number): string => `${countText(Math.round(bytes / 1_000_000))} MB`;

/** Where the submissions are kept, and what is amiss with that. */
function StorageNotes() {
  const storage = useStorage();
  const { faults, kind } = useWorkspaceState();
  if (!storage) return null;
  return (
    <>
      {kind === 'real' && storage.persisted === false && (
        <p className="kp-caution" role="note">
          <span className="kp-caution-label">存储</span>
          浏览器没有承诺长期保留本页数据，磁盘紧张时可能被清理。请定期导出备份。
        </p>
      )}
      {faults.map((fault) => (
        <p key={fault.submission} className="kp-caution" role="alert">
          <span className="kp-caution-label">未读入</span>
          {fault.file && `${fault.file}：`}
          {fault.message}
        </p>
      ))}
      <p className="kp-note">
        {storage.persisted ? '浏览器已承诺长期保留本页数据。' : ''}
        {storage.used !== null &&
          `浏览器为本网址保存的全部内容（各办公室的存档、离线用的程序文件，同一网址下若有别的网页也在内）已用 ${megabytes(storage.used)}`}
        {storage.used !== null && storage.quota !== null && `，可用上限 ${megabytes(storage.quota)}`}
        {storage.used !== null && '。'}
      </p>
    </>
  );
}
