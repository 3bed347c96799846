import { Button } from 'antd';
import { useState } from 'react';
import { copyText } from './copyText';

/** Copies a text, and says whether it went well. */
export function CopyButton({ label, text }: { label: string; text: string }) {
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <Button size="small" onClick={() => void copyText(text).then(setCopied)}>
      <span aria-live="polite">{copied === null ? label : copied ? '已复制' : '未能复制'}</span>
    </Button>
  );
}
