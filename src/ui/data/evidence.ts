import { queryOptions, useQuery } from '@tanstack/react-query';
import type { EvidencePage, EvidenceQuestion } from '../../domain/evidence';
import type { Workspace } from '../../workspace/workspace';
import { type Loaded, loadedOf } from './loaded';
import { useRowsRead, useStarting } from './starting';
import { useWorkspace, useWorkspaceState } from './WorkspaceContext';

/** Rows asked for at once: some screens of a virtual list. */
export const PAGE_ROWS = 200;
/** A page that is only scrolled past is not asked for. */
const REST = 60;

/**
 * The rows behind a number from `page * PAGE_ROWS` on: the one query by which screens fetch them, so that what one of them has
 * read the others need not.
 * @param before done with a page before anything of it is shown
 */
export const evidencePage = (
  workspace: Workspace,
  revision: number,
  question: EvidenceQuestion,
  page: number,
  before?: (found: EvidencePage) => Promise<void>,
) =>
  queryOptions({
    queryKey: ['evidence', revision, question, page],
    queryFn: async ({ signal }): Promise<EvidencePage> => {
      if (page > 0) await new Promise((resolve) => setTimeout(resolve, REST));
      signal.throwIfAborted();
      const found = await workspace.evidence(question, page * PAGE_ROWS, PAGE_ROWS);
      await before?.(found);
      return found;
    },
    staleTime: Number.POSITIVE_INFINITY,
    // Names are not held longer than they are shown.
    ...(question.persons && { gcTime: 0 }),
  });

/** The first rows behind a number, with the number of all; without names, which only 案件 shows. */
export function useEvidence(question: EvidenceQuestion & { persons?: undefined }): Loaded<EvidencePage> {
  const workspace = useWorkspace();
  const { revision } = useWorkspaceState();
  const starting = useStarting();
  const query = useQuery({ ...evidencePage(workspace, revision, question, 0), enabled: useRowsRead() });
  return starting ?? loadedOf(query);
}
