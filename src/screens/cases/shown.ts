import type { EvidenceQuestion } from '../../domain/evidence';
import type { Workspace } from '../../workspace/workspace';
import { headline } from './question';

/** Lists told of since the names were last asked for: the same list in another order is not told of again. */
let told = new Set<string>();

/** The names are asked for anew: what is shown from now on is told of, whatever was told of before. */
export function beginShowing(): void {
  told = new Set();
}

/**
 * Writes into the history which list is shown with the names of its parties, before it is shown.
 * @throws Error where the history cannot be written; then nothing may be shown
 */
export async function tellShown(
  workspace: Pick<Workspace, 'office' | 'log'>,
  question: EvidenceQuestion,
  total: number,
): Promise<void> {
  const detail = headline(workspace.office, question, total);
  if (total === 0 || told.has(detail)) return;
  await workspace.log('persons_shown', detail);
  told.add(detail);
}
