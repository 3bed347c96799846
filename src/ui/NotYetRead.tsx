import { REPORTING_STATES } from '../domain/reportingStates';
import { useStillReading } from './data';

/**
 * Beside what the register says while originals are still being read: a file whose bytes turn out lost or altered counts for
 * nobody, and its day of receipt neither.
 */
export function NotYetRead() {
  if (!useStillReading()) return null;
  return (
    <p className="kp-told" role="status">
      <strong>原文件正在读入和核对，以下按登记的收到日期列出，还没有核实。</strong>
      读完后，丢失或内容变了的文件改列“{REPORTING_STATES.unreadable.name}”，不再算作按时。
    </p>
  );
}
