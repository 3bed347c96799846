import { DownloadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { failureNote } from './failureNote';

export interface ExportButtonProps {
  /** 导出 Excel, 导出 CSV. */
  label: string;
  /** Makes the file and hands it to the browser; the report's code is loaded in here. */
  make: () => Promise<void> | void;
  disabled?: boolean;
}

/** A button that makes a file; says so when it failed and why. */
export function ExportButton({ label, make, disabled }: ExportButtonProps) {
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      await make();
    } catch (error) {
      message.error(failureNote(`${label}未成功`, error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      size="small"
      icon={<DownloadOutlined />}
      loading={busy}
      disabled={disabled ?? false}
      onClick={() => void run()}
    >
      {label}
    </Button>
  );
}
