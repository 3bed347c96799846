import { App, Button } from 'antd';
import { useWorkspace, useWorkspaceState } from '../../ui/data';
import { failureNote } from '../../ui/failureNote';
import { load } from '../../ui/load';
import { Panel } from '../../ui/Panel';

/** Characters of a hash that are put on paper. */
const PRINTED = 12;

/** Originals that were found without a word of whose they are: shown, so that a person can say. */
export function UnnamedPanel() {
  const workspace = useWorkspace();
  const { unnamed } = useWorkspaceState();
  const { message } = App.useApp();
  if (unnamed.length === 0) return null;
  const download = async (sha256: string) => {
    try {
      const [blob, { saveBlob }] = await Promise.all([
        workspace.unnamedOriginal(sha256),
        load(() => import('../../report/download')),
      ]);
      saveBlob(blob, `归属不明_${sha256.slice(0, 8)}`);
    } catch (error) {
      message.error(failureNote('下载未成功', error));
    }
  };
  return (
    <Panel
      title={`归属不明的原文件 ${unnamed.length} 个`}
      note="目录损坏时找到，不参与计算"
      hint="下载后查看内容，改成写明单位、报送期和台账的文件名再接收，即归入报送"
    >
      <p className="kp-note kp-print-only">以下为各文件 SHA-256 的前 {PRINTED} 位，全文见屏幕。</p>
      <ul className="kp-unnamed">
        {unnamed.map((sha256) => (
          <li key={sha256}>
            <span className="kp-hash">
              {sha256.slice(0, PRINTED)}
              <span className="kp-no-print">{sha256.slice(PRINTED)}</span>
            </span>
            <Button size="small" className="kp-no-print" onClick={() => void download(sha256)}>
              下载
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
