import { App, Button } from 'antd';
import { useState } from 'react';
import { SAMPLE_MARK } from '../domain/display';
import { Notice } from '../ui/CautionNote';
import { useWorkspace, useWorkspaceState } from '../ui/data';
import { failureNote } from '../ui/failureNote';

/** Says on every page that the data are a sample, and leads from it to real work. */
export function SampleNotice() {
  const workspace = useWorkspace();
  const { kind, submissions, seen } = useWorkspaceState();
  const { modal, message } = App.useApp();
  const [emptying, setEmptying] = useState(false);
  if (kind !== 'sample') return null;
  const begin = async () => {
    const sure = await modal.confirm({
      title: '清空示例，开始正式工作？',
      content: `将从本机移除 ${submissions.length} 份示例报送，页面变为空白，随后可拖入真实报送。示例以后可以重新打开。`,
      okText: '清空示例',
      cancelText: '暂不',
    });
    if (!sure) return;
    setEmptying(true);
    try {
      await workspace.empty(seen);
      message.success('已清空示例，可以拖入报送文件了');
    } catch (error) {
      message.error(failureNote('未能清空', error));
    } finally {
      setEmptying(false);
    }
  };
  return (
    <>
      <Notice label={SAMPLE_MARK}>所有单位的报送、案件和得分均由程序虚构，仅供熟悉功能，不得引用。</Notice>
      <Button size="small" className="kp-notice-action" loading={emptying} onClick={() => void begin()}>
        清空示例，开始正式工作
      </Button>
    </>
  );
}
