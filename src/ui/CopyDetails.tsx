import { Button } from 'antd';
import { useState } from 'react';
import { detailsOf } from '../domain/failure';
import { copyText } from './copyText';

/** A button for a technician's details of an error; nothing where there are none. */
export function CopyDetails({ error }: { error: unknown }) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const details = detailsOf(error);
  if (details === null) return null;
  const label = copied === null ? '复制详情' : copied ? '已复制' : '未能复制';
  return (
    <>
      <Button size="small" onClick={() => void copyText(details).then(setCopied)}>
        {label}
      </Button>
      {copied === false && <pre className="kp-details">{details}</pre>}
    </>
  );
}
