import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useOffice, useWorkspace, useWorkspaceState } from '../../ui/data';
import { failureNote } from '../../ui/failureNote';
import { queueOf } from './queue';

const WORD = '清空';

/** Asks before everything is deleted; real work only goes when the word is typed. */
export function EmptyDialog({ onClose }: { onClose: () => void }) {
  const workspace = useWorkspace();
  const { kind, submissions, unnamed, seen } = useWorkspaceState();
  const { profile } = useOffice();
  const { message } = App.useApp();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const real = kind === 'real';
  const empty = async () => {
    setBusy(true);
    try {
      // What is still on its way would come into the new workspace, and what is undone would be sought there.
      const queue = queueOf(workspace);
      queue.cancelAll();
      await workspace.empty(seen);
      queue.clear();
      message.destroy();
      message.success('工作区已清空，可以拖入报送文件了');
      onClose();
    } catch (error) {
      message.error(failureNote('未能清空', error));
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={real ? `清空「${profile.name}」的工作区？` : '清空示例，开始正式工作？'}
      okText={real ? '全部删除' : '清空示例'}
      cancelText="暂不"
      okButtonProps={{ danger: real, disabled: real && typed.trim() !== WORD, loading: busy }}
      onOk={() => void empty()}
      onCancel={onClose}
    >
      {real ? (
        <>
          <p>
            将从本机删除全部 {submissions.length} 份报送的原文件、目录和处理记录
            {unnamed.length > 0 && `，以及 ${unnamed.length} 个归属不明的原文件`}，不能恢复。如需保留，请先导出全部。
          </p>
          {/* biome-ignore lint/a11y/noLabelWithoutControl: antd's Input renders the input that the label names */}
          <label>
            请输入“{WORD}”确认：
            <Input value={typed} autoFocus onChange={(event) => setTyped(event.target.value)} />
          </label>
        </>
      ) : (
        <p>将移除 {submissions.length} 份示例报送，页面变为空白，随后可拖入真实报送。示例以后可以重新打开。</p>
      )}
    </Modal>
  );
}
