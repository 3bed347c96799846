import { FileRefused } from '../../domain/problems';
import type { Merged } from '../sheet';

/** A sheet of 100,000 rows with every other cell merged has fewer. */
const MOST = 1_000_000;

/** @throws FileRefused where there are more than any sheet has */
export function addMerged(areas: Merged[], area: Merged): void {
  if (areas.length >= MOST) throw new FileRefused('too_large', { detail: `合并的单元格超过 ${MOST} 处` });
  areas.push(area);
}
