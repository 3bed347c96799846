import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { countText } from '../../domain/display';
import { effectiveSubmissions, type Submission, submissionStatus } from '../../domain/submission';
import { STATUS_NAMES } from '../../report/tables';
import { useProblemGroups, useWorkspaceState } from '../../ui/data';
import { LoadedView } from '../../ui/LoadedView';
import { ScreenLink } from '../../ui/navigation';
import { instantText } from './instant';
import { groupAddress } from './problemQuestion';
import { groupCountText, groupPlace } from './problemWords';
import { ReadingNotes } from './ReadingNotes';
import { useVersionActions } from './useVersionActions';

const FIRST = 10;

/** One version of a submission: what came in, what became of its rows, and what can be done with it. */
export function VersionCard({ version }: { version: Submission }) {
  const { submissions, kind, faults } = useWorkspaceState();
  const { busy, withdraw, restore, download } = useVersionActions(version);
  const status = submissionStatus(version, effectiveSubmissions(submissions));
  const fault = faults.find((f) => f.submission === version.id);
  const holdsRows = (status === 'current' || status === 'zero') && !fault;
  return (
    <section className={`kp-version kp-version-${status}`} aria-label={version.file}>
      <header>
        <strong>{version.file}</strong>
        <span className={`kp-version-status kp-version-status-${status}`}>{STATUS_NAMES[status]}</span>
      </header>
      {fault && (
        <p role="alert" className="kp-queue-sentence">
          未能读入，数字不含本文件：{fault.message}
        </p>
      )}
      <dl>
        <dt>版本</dt>
        <dd>第 {version.version} 版（按文件名）</dd>
        <dt>收到日期</dt>
        <dd>{version.receivedOn ?? '不明'}</dd>
        <dt>接收时间</dt>
        <dd>{instantText(version.takenInAt)}</dd>
        {version.withdrawnAt && (
          <>
            <dt>撤回时间</dt>
            <dd>{instantText(version.withdrawnAt)}</dd>
          </>
        )}
        <dt>大小</dt>
        <dd>{countText(version.bytes)} 字节</dd>
        <dt>SHA-256</dt>
        <dd className="kp-hash">{version.sha256}</dd>
      </dl>
      <div className="kp-version-actions">
        <Button size="small" icon={<DownloadOutlined />} disabled={busy} onClick={() => void download()}>
          下载原文件
        </Button>
        {version.withdrawnAt ? (
          <Button size="small" loading={busy} disabled={kind === 'sample'} onClick={() => void restore()}>
            恢复
          </Button>
        ) : (
          <Button size="small" danger loading={busy} disabled={kind === 'sample'} onClick={() => void withdraw()}>
            撤回
          </Button>
        )}
        {kind === 'sample' && <span className="kp-note">示例报送不能撤回</span>}
      </div>
      <ReadingNotes version={version} holdsRows={holdsRows} />
      {holdsRows ? (
        <VersionProblems id={version.id} />
      ) : (
        <p className="kp-note">本版本不参与计算，读取中的说明和问题只列参与计算的版本。</p>
      )}
    </section>
  );
}

function VersionProblems({ id }: { id: number }) {
  const found = useProblemGroups({ submission: id, offset: 0, limit: FIRST });
  return (
    <LoadedView of={found} waitingFor="正在读取问题">
      {({ total, problems, groups }) =>
        total === 0 ? (
          <p className="kp-note">没有发现问题。</p>
        ) : (
          <>
            <h3>
              问题 {groupCountText(total, problems)}
              {total > groups.length && `，前 ${groups.length} 条`}
            </h3>
            <ul className="kp-version-problems">
              {groups.map((g) => (
                <li key={groupAddress(g)}>
                  <span>{groupPlace(g)}</span>
                  {g.message}
                </li>
              ))}
            </ul>
            <ScreenLink screen="submissions" search={{ tab: 'problems', submission: String(id) }}>
              查看全部 {countText(total)} 条问题
            </ScreenLink>
          </>
        )
      }
    </LoadedView>
  );
}
