import { Button } from 'antd';
import type { Submission } from '../../domain/submission';
import { useWorkspaceState } from '../../ui/data';
import { useVersionActions } from './useVersionActions';

/** Download, withdraw and restore in a row of the list of files. */
export function VersionButtons({ version }: { version: Submission }) {
  const { kind } = useWorkspaceState();
  const { busy, withdraw, restore, download } = useVersionActions(version);
  return (
    <span className="kp-version-buttons kp-no-print">
      <Button
        size="small"
        type="link"
        disabled={busy}
        aria-label={`下载 ${version.file}`}
        onClick={() => void download()}
      >
        下载
      </Button>
      {version.withdrawnAt ? (
        <Button
          size="small"
          type="link"
          disabled={busy || kind === 'sample'}
          aria-label={`恢复 ${version.file}`}
          onClick={() => void restore()}
        >
          恢复
        </Button>
      ) : (
        <Button
          size="small"
          type="link"
          danger
          disabled={busy || kind === 'sample'}
          aria-label={`撤回 ${version.file}`}
          onClick={() => void withdraw()}
        >
          撤回
        </Button>
      )}
    </span>
  );
}
