import type { ReactNode } from 'react';

/** A caution that belongs to the figures beside it: 示例方案, 口径. Printed with them. */
export function CautionNote({ label = '说明', children }: { label?: string; children: ReactNode }) {
  return (
    <p className="kp-caution" role="note">
      <span className="kp-caution-label">{label}</span>
      {children}
    </p>
  );
}
