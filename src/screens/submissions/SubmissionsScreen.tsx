import { Tabs } from 'antd';
import { useEffect, useState } from 'react';
import type { Day } from '../../domain/day';
import { today } from '../../domain/today';
import { useView } from '../../ui/data';
import { useScreenSearch, useSetSearch } from '../../ui/navigation';
import { PageTitle } from '../../ui/PageTitle';
import { PrintButton } from '../../ui/print/PrintButton';
import { WidePaper } from '../../ui/print/WidePaper';
import { FilesPanel } from './FilesPanel';
import { useDrop, useHandIn } from './handIn';
import { IntakePanel } from './IntakePanel';
import { ProblemsPanel } from './ProblemsPanel';
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
