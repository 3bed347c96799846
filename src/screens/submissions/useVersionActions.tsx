import { App, Button } from 'antd';
import { useState } from 'react';
import type { Submission } from '../../domain/submission';
import { useWorkspace } from '../../ui/data';
import { failureNote } from '../../ui/failureNote';
import { load } from '../../ui/load';

/** What can be done with a version: withdrawn (with a way back), restored, downloaded. */
export function useVersionActions(version: Submission) {
  const workspace = useWorkspace();
  const { modal, message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const attempt = async (what: string, work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      message.error(failureNote(`${what}未成功`, error));
    } finally {
      setBusy(false);
    }
  };
  const restore = () =>
    attempt('恢复', async () => {
      await workspace.restore(version.id);
      message.success(`已恢复「${version.file}」`);
    });
  const withdraw = async () => {
    const sure = await modal.confirm({
      title: `撤回「${version.file}」？`,
      content: '撤回后它的行不再参与计算；同一单位、报送期和台账如有较早的版本，改用较早的版本。文件留存，可随时恢复。',
      okText: '撤回',
      cancelText: '不撤回',
      okButtonProps: { danger: true },
    });
    if (!sure) return;
    await attempt('撤回', async () => {
      await workspace.withdraw(version.id);
      const key = `withdrawn-${version.id}`;
      message.success({
        key,
        duration: 8,
        content: (
          <>
            已撤回「{version.file}」
            <Button
              type="link"
              size="small"
              onClick={() => {
                message.destroy(key);
                void restore();
              }}
            >
              撤销
            </Button>
          </>
        ),
      });
    });
  };
  const download = () =>
    attempt('下载', async () => {
      const [blob, { saveBlob }] = await Promise.all([
        workspace.original(version.id),
        load(() => import('../../report/download')),
      ]);
      saveBlob(blob, version.file.split('/').at(-1) ?? version.file);
    });
  return { busy, withdraw, restore, download };
}
