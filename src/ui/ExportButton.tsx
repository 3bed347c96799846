import { DownloadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { failureNote } from './failureNote';

/** What the making of a file is given: whether it is still wanted, and where it says how far it is. */
export interface Making {
  signal: AbortSignal;
  /** Whoever calls it heeds the signal too: from then on the making can be stopped. @param share 0…1 */
  onProgress: (share: number) => void;
}

export interface ExportButtonProps {
  /** 导出 Excel, 导出 CSV. */
  label: string;
  /** Makes the file and hands it to the browser; the report's code is loaded in here. */
  make: (making: Making) => Promise<void> | void;
  disabled?: boolean;
  /** Why it is disabled. */
  title?: string | undefined;
}

/** A making that is over sooner shows no progress, only that it is under way. */
const SHORT = 600;

/** A button that makes a file; shows how far it is where that takes a while, can be stopped, says so when it failed and why. */
export function ExportButton({ label, make, disabled, title }: ExportButtonProps) {
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [share, setShare] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const run = async () => {
    const stop = new AbortController();
    running.current = stop;
    let last: number | null = null;
    let long = false;
    const show = () => {
      if (long && last !== null && !stop.signal.aborted) setShare(last);
    };
    const timer = setTimeout(() => {
      long = true;
      show();
    }, SHORT);
    const onProgress = (done: number) => {
      last = done;
      show();
    };
    setBusy(true);
    try {
      await make({ signal: stop.signal, onProgress });
    } catch (error) {
      if (stop.signal.aborted) message.info(`已取消${label}`);
      else message.error(failureNote(`${label}未成功`, error));
    } finally {
      clearTimeout(timer);
      running.current = null;
      setBusy(false);
      setShare(null);
    }
  };
  if (share !== null)
    return (
      <span className="kp-export-progress" role="status">
        <progress aria-label={`${label}的进度`} value={share} max={1} />
        {label} {Math.floor(share * 100)}%
        <Button size="small" onClick={() => running.current?.abort()}>
          取消
        </Button>
      </span>
    );
  return (
    <Button
      size="small"
      icon={<DownloadOutlined />}
      loading={busy}
      disabled={disabled ?? false}
      title={title}
      onClick={() => void run()}
    >
      {label}
    </Button>
  );
}
