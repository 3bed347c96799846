import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import type { EvidencePage, EvidenceQuestion, EvidenceRow } from '../../domain/evidence';
import type { EvidenceRows } from '../../domain/evidenceRows';
import type { Workspace } from '../../workspace/workspace';
import { type Loaded, loadedOf } from './loaded';
import { useRowsRead, useStarting } from './starting';
import { useWorkspace, useWorkspaceState } from './WorkspaceContext';

/** Rows asked for at once: some screens of a virtual list. */
const PAGE_ROWS = 200;
/** A page that is only scrolled past is not asked for. */
const REST = 60;

/** Where the history is written. */
type History = Pick<Workspace, 'office' | 'log'>;

/** Tells the history of a list with names, before anything of it is shown. @throws where it cannot; nothing is shown then */
export type Telling = (history: History, question: EvidenceQuestion, total: number) => Promise<void>;

/**
 * The rows behind a number from `page * PAGE_ROWS` on: the one query by which screens fetch them, so that what one of them has
 * read the others need not. A list with names begins with its first page.
 */
const evidencePage = (
  workspace: EvidenceRows & Pick<Workspace, 'answered'> & History,
  revision: number,
  question: EvidenceQuestion,
  page: number,
  tell: Telling | null,
) =>
  queryOptions({
    queryKey: ['evidence', revision, question, page],
    queryFn: async ({ signal }): Promise<EvidencePage> => {
      if (page > 0) await new Promise((resolve) => setTimeout(resolve, REST));
      signal.throwIfAborted();
      const found = await workspace.evidence(question, page * PAGE_ROWS, PAGE_ROWS);
      if (question.persons && page === 0) await tell?.(workspace, question, found.total);
      return found;
    },
    ...(page === 0 && { initialData: () => workspace.answered('evidence', question, 0, PAGE_ROWS) }),
    staleTime: Number.POSITIVE_INFINITY,
    // Names are not held longer than they are shown.
    ...(question.persons && { gcTime: 0 }),
  });

/** The first rows behind a number, with the number of all; without names, which only 案件 shows. */
export function useEvidence(question: EvidenceQuestion & { persons?: undefined }): Loaded<EvidencePage> {
  return useFirstPage(question, null);
}

/** The first page with the number of all rows. @param tell null where no names are asked for */
export function useFirstPage(question: EvidenceQuestion, tell: Telling | null): Loaded<EvidencePage> {
  const workspace = useWorkspace();
  const { revision } = useWorkspaceState();
  const starting = useStarting();
  const query = useQuery({ ...evidencePage(workspace, revision, question, 0, tell), enabled: useRowsRead() });
  return starting ?? loadedOf(query);
}

/** The first pages of several questions, once all are there; null until then. */
export function useFirstPages(questions: readonly EvidenceQuestion[], tell: Telling): readonly EvidencePage[] | null {
  const workspace = useWorkspace();
  const { revision } = useWorkspaceState();
  const enabled = useRowsRead();
  const results = useQueries({
    queries: questions.map((q) => ({ ...evidencePage(workspace, revision, q, 0, tell), enabled })),
  });
  const pages = results.flatMap((r) => (r.data ? [r.data] : []));
  return pages.length === questions.length ? pages : null;
}

/**
 * The rows from `first` to `last`, wherever they lie in the list: a list of any length is read where it is looked at.
 * @returns the row at an index, or undefined while it is on its way
 */
export function useRowsAt(
  question: EvidenceQuestion,
  first: number,
  last: number,
  tell: Telling,
): (index: number) => EvidenceRow | undefined {
  const workspace = useWorkspace();
  const { revision } = useWorkspaceState();
  const from = Math.floor(first / PAGE_ROWS);
  const enabled = useRowsRead();
  const pages = Array.from({ length: Math.floor(last / PAGE_ROWS) - from + 1 }, (_, i) => from + i);
  const results = useQueries({
    queries: pages.map((page) => ({ ...evidencePage(workspace, revision, question, page, tell), enabled })),
  });
  return (index) => results[Math.floor(index / PAGE_ROWS) - from]?.data?.rows[index % PAGE_ROWS];
}
