import type { EvidenceQuestion, EvidenceRow } from '../domain/evidence';
import { unless } from './unless';
import type { Workspace, WorkspaceState } from './workspace';

const PAGE = 2000;

/**
 * All rows of a question, fetched page by page for an export.
 * @param onProgress rows so far and in all
 * @throws the signal's reason when cancelled; Error where the rows changed meanwhile
 */
export async function allRows(
  workspace: Pick<Workspace, 'evidence'> & { state(): Pick<WorkspaceState, 'revision'> },
  question: EvidenceQuestion,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<EvidenceRow[]> {
  let revision: number | undefined;
  const rows: EvidenceRow[] = [];
  for (;;) {
    signal.throwIfAborted();
    const page = await unless(signal, workspace.evidence(question, rows.length, PAGE));
    // From the first answer on: that one waits until what is kept has been read.
    revision ??= workspace.state().revision;
    if (workspace.state().revision !== revision) throw new Error('导出过程中报送有变化，请重新导出。');
    rows.push(...page.rows);
    onProgress(rows.length, page.total);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}
