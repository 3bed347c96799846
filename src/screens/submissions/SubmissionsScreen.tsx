import { App, Tabs } from 'antd';
import { type DragEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { Day } from '../../domain/day';
import { useView, useWorkspace } from '../../ui/data';
import { failureNote } from '../../ui/failureNote';
import { useScreenSearch, useSetSearch } from '../../ui/navigation';
import { PageTitle } from '../../ui/PageTitle';
import { PrintButton } from '../../ui/print/PrintButton';
import { WidePaper } from '../../ui/print/WidePaper';
import { today } from '../../ui/today';
import { type DroppedFile, droppedFiles } from './dropped';
import { FilesPanel } from './FilesPanel';
import { IntakePanel } from './IntakePanel';
import { ProblemsPanel } from './ProblemsPanel';
import { queueOf } from './queue';
import { RegisterPanel } from './RegisterPanel';
import { SharedPanel, SharedTab } from './SharedPanel';
import './submissions.css';

const TABS = [
  { key: 'register', label: '报送登记', children: <RegisterPanel /> },
  { key: 'problems', label: '问题', children: <ProblemsPanel /> },
  { key: 'shared', label: <SharedTab />, children: <SharedPanel /> },
  { key: 'files', label: '文件与备份', children: <FilesPanel /> },
] as const;

/** 报送: files dropped anywhere on the screen come in; the register, the problems and the files below. */
export default function SubmissionsScreen() {
  const view = useView();
  const { tab } = useScreenSearch('submissions');
  const setSearch = useSetSearch('submissions');
  const [receivedOn, setReceivedOn] = useState<Day | null>(today);
  const handIn = useHandIn(receivedOn);
  const { over, handlers } = useDrop(handIn);
  useWindowGuard();
  return (
    <section aria-label="报送" {...handlers}>
      <WidePaper />
      <PageTitle
        title={`${view.year}年报送`}
        note={`数据截止日 ${view.asOf}；每个单位每个报送期每本台账一份`}
        actions={<PrintButton />}
      />
      <IntakePanel receivedOn={receivedOn} onReceivedOn={setReceivedOn} onFiles={handIn} over={over} />
      <Tabs
        className="kp-tabs"
        activeKey={tab ?? 'register'}
        destroyOnHidden
        onChange={(key) => setSearch({ tab: key as (typeof TABS)[number]['key'] })}
        items={[...TABS]}
      />
    </section>
  );
}

/** Queues files; over the sample first asks whether real work shall begin, and then goes on with these files. */
function useHandIn(receivedOn: Day | null): (files: DroppedFile[]) => void {
  const workspace = useWorkspace();
  const { modal, message } = App.useApp();
  return useCallback(
    (files) => {
      const begin = async () => {
        if (files.length === 0) return;
        const { kind, seen } = workspace.state();
        if (kind === 'sample') {
          const sure = await modal.confirm({
            title: '清空示例，开始正式工作？',
            content: `示例工作区不接收文件。清空示例后，接着接收这 ${files.length} 个文件；示例以后可以重新打开。`,
            okText: '清空示例并接收',
            cancelText: '暂不接收',
          });
          if (!sure) {
            message.info('没有接收文件，示例未变');
            return;
          }
          await workspace.empty(seen);
        }
        await queueOf(workspace).add(files, receivedOn);
      };
      begin().catch((error: unknown) => message.error(failureNote('未能接收', error)));
    },
    [workspace, modal, message, receivedOn],
  );
}

/** Files held over the screen, and let go. */
function useDrop(onFiles: (files: DroppedFile[]) => void) {
  const [over, setOver] = useState(false);
  const { message } = App.useApp();
  // Entering a child comes before leaving its parent.
  const depth = useRef(0);
  const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const handlers = {
    onDragEnter: (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      depth.current += 1;
      setOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      depth.current -= 1;
      if (depth.current === 0) setOver(false);
    },
    onDragOver: (event: DragEvent) => {
      if (holdsFiles(event)) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      depth.current = 0;
      setOver(false);
      droppedFiles(event.dataTransfer).then(onFiles, (error: unknown) =>
        message.error(failureNote('拖入的内容无法读取', error)),
      );
    },
  };
  return { over, handlers };
}

/** A file dropped beside the screen would replace the page with its content. */
function useWindowGuard() {
  useEffect(() => {
    const stop = (event: globalThis.DragEvent) => event.preventDefault();
    window.addEventListener('dragover', stop);
    window.addEventListener('drop', stop);
    return () => {
      window.removeEventListener('dragover', stop);
      window.removeEventListener('drop', stop);
    };
  }, []);
}
