import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type {
  EvidencePage,
  EvidenceQuestion,
  EvidenceRow,
  EvidenceSide,
  FigureQuestion,
  LedgerQuestion,
} from '../../domain/evidence';
import type { LedgerId } from '../../domain/ledgers';
import {
  evidencePage,
  type Loaded,
  PAGE_ROWS,
  useOffice,
  useRowsRead,
  useStarting,
  useWorkspace,
  useWorkspaceState,
} from '../../ui/data';
import { PRINT_ROWS } from '../../ui/print/PrintList';
import type { Workspace } from '../../workspace/workspace';
import { type ListedColumns, listedColumns, shownColumns } from './columns';
import { sidesOf } from './question';
import { tellShown } from './shown';

/** No list with names is shown that is not in the history; it begins with its first page. */
const pageQuery = (workspace: Workspace, revision: number, question: EvidenceQuestion, page: number) =>
  evidencePage(workspace, revision, question, page, async ({ total }) => {
    if (question.persons && page === 0) await tellShown(workspace, question, total);
  });

/** The first page with the number of all rows. */
export function useFirstPage(question: EvidenceQuestion): Loaded<EvidencePage> {
  const workspace = useWorkspace();
  const { revision } = useWorkspaceState();
  const starting = useStarting();
  const { data, error, refetch } = useQuery({
    ...pageQuery(workspace, revision, question, 0),
    enabled: useRowsRead(),
  });
  if (starting) return starting;
  if (data) return { state: 'ready', data };
  return error ? { state: 'error', error, retry: () => void refetch() } : { state: 'loading' };
}

/** The first pages of several questions, once all are there; null until then. */
export function useFirstPages(questions: readonly EvidenceQuestion[]): readonly EvidencePage[] | null {
  const workspace = useWorkspace();
  const { revision } = useWorkspaceState();
  const enabled = useRowsRead();
  const results = useQueries({
    queries: questions.map((q) => ({ ...pageQuery(workspace, revision, q, 0), enabled })),
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
): (index: number) => EvidenceRow | undefined {
  const workspace = useWorkspace();
  const { revision } = useWorkspaceState();
  const from = Math.floor(first / PAGE_ROWS);
  const pages = Array.from({ length: Math.floor(last / PAGE_ROWS) - from + 1 }, (_, i) => from + i);
  const results = useQueries({ queries: pages.map((page) => pageQuery(workspace, revision, question, page)) });
  return (index) => results[Math.floor(index / PAGE_ROWS) - from]?.data?.rows[index % PAGE_ROWS];
}

/** The columns of a list as it stands: those blank in every row left out, unless they were chosen by hand. */
export function useListedColumns(question: EvidenceQuestion, chosen: string | undefined): Loaded<ListedColumns> {
  const { catalogue } = useOffice();
  const workspace = useWorkspace();
  const { revision } = useWorkspaceState();
  const starting = useStarting();
  const columns = useMemo(() => shownColumns(catalogue, question, chosen), [question, chosen, catalogue]);
  const { sort: _, persons: __, ...rest } = question;
  const unsorted = rest as EvidenceQuestion;
  const keys = columns.map((c) => c.key);
  const query = useQuery({
    queryKey: ['case-widths', revision, unsorted, keys],
    queryFn: () => workspace.columnWidths(unsorted, keys),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: useRowsRead(),
  });
  const { data } = query;
  const listed = useMemo(() => data && listedColumns(columns, data, chosen !== undefined), [data, columns, chosen]);
  if (starting) return starting;
  if (listed) return { state: 'ready', data: listed };
  return query.error ? { state: 'error', error: query.error, retry: () => void query.refetch() } : { state: 'loading' };
}

/** The first rows of a list, read while it is looked at, so that they are here when it is printed: at most `PRINT_ROWS`. */
export function usePrintRows(question: EvidenceQuestion, total: number): EvidenceRow[] {
  const last = Math.min(total, PRINT_ROWS) - 1;
  const rowAt = useRowsAt(question, 0, Math.max(0, last));
  const rows: EvidenceRow[] = [];
  for (let i = 0; i <= last; i++) {
    const row = rowAt(i);
    // What is not here yet is left out and said so; no row stands behind a gap.
    if (!row) break;
    rows.push(row);
  }
  return rows;
}

/** Number of rows of each side of a question, by the same count as its rows. */
export function useSideTotals(question: FigureQuestion): Partial<Record<EvidenceSide, number>> {
  const { catalogue } = useOffice();
  const sides = sidesOf(catalogue, question.indicator, question.asOf);
  const totals = useTotals(sides.map((side) => ({ ...question, side })));
  return Object.fromEntries(sides.map((side, i) => [side, totals[i]]));
}

/** Number of rows that the question has in each ledger. */
export function useLedgerTotals(question: LedgerQuestion): Partial<Record<LedgerId, number>> {
  const { catalogue } = useOffice();
  const totals = useTotals(catalogue.ledgerIds.map((ledger) => ({ ...question, ledger })));
  return Object.fromEntries(catalogue.ledgerIds.map((ledger, i) => [ledger, totals[i]]));
}

function useTotals(questions: readonly EvidenceQuestion[]): (number | undefined)[] {
  const workspace = useWorkspace();
  const { revision } = useWorkspaceState();
  const enabled = useRowsRead();
  const results = useQueries({
    queries: questions.map(({ sort: _, persons: __, ...question }) => ({
      queryKey: ['case-total', revision, question],
      queryFn: () => workspace.evidence(question as EvidenceQuestion, 0, 0),
      staleTime: Number.POSITIVE_INFINITY,
      enabled,
    })),
  });
  return results.map((r) => r.data?.total);
}
