import { Popover } from 'antd';
import { createContext, type ReactNode, use } from 'react';
import { createPortal } from 'react-dom';

/** Where the cautions of the page stand on the screen: the one line below the head bar. Provided by the app. */
export const NoticeSlot = createContext<HTMLElement | null>(null);

export interface CautionNoteProps {
  label?: string;
  children: ReactNode;
}

/**
 * A caution that belongs to the figures of the page: 示例方案, 口径. On the screen it stands in the line of notices, cut
 * where that is full and whole in a bubble; on paper it stands whole where it was written.
 */
export function CautionNote({ label = '说明', children }: CautionNoteProps) {
  const slot = use(NoticeSlot);
  return (
    <>
      {slot && createPortal(<Notice label={label}>{children}</Notice>, slot)}
      <p className={`kp-caution ${slot ? 'kp-print-only' : ''}`} role="note">
        <span className="kp-caution-label">{label}</span>
        {children}
      </p>
    </>
  );
}

/** One item of the line of notices. */
export function Notice({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Popover
      trigger={['hover', 'click']}
      placement="bottomLeft"
      title={label}
      content={<div className="kp-notice-whole">{children}</div>}
    >
      <button type="button" className="kp-notice">
        <strong>{label}</strong>
        <span>{children}</span>
      </button>
    </Popover>
  );
}
