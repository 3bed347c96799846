import type { Severity } from '../../domain/problemCodes';
import { SEVERITY_NAMES } from '../../report/tables';
import { SEVERITY_MARKS } from './problemWords';

/** ✕ 错误, △ 提示, · 说明. */
export function SeverityMark({ severity }: { severity: Severity }) {
  return (
    <span className={`kp-severity kp-severity-${severity}`}>
      {SEVERITY_MARKS[severity]} {SEVERITY_NAMES[severity]}
    </span>
  );
}
