import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  type EvidencePage,
  type EvidenceQuestion,
  type EvidenceRow,
  type EvidenceSide,
  type FigureQuestion,
  type LedgerQuestion,
  wholeQuestion,
} from '../../domain/evidence';
import type { LedgerId } from '../../domain/ledgers';
import {
  type Loaded,
  useOffice,
  useRowsAt,
  useRowsRead,
  useStarting,
  useWorkspace,
  useWorkspaceState,
} from '../../ui/data';
import { PRINT_ROWS } from '../../ui/print/PrintList';
import { type ListedColumns, listedColumns, shownColumns, unsureColumns } from './columns';
import { sidesOf } from './question';
import { tellShown } from './shown';

/**
 * The columns of a list as it stands: those blank in every row left out, unless they were chosen by hand. What the first page shows
 * to be filled need not be asked for.
 */
export function useListedColumns(
  question: EvidenceQuestion,
  chosen: string | undefined,
  first: Loaded<EvidencePage>,
): Loaded<ListedColumns> {
  const office = useOffice();
  const workspace = useWorkspace();
  const { revision } = useWorkspaceState();
  const starting = useStarting();
  const columns = useMemo(() => shownColumns(office, question, chosen), [question, chosen, office]);
  const page = first.state === 'ready' ? first.data : null;
  const keys = useMemo(() => (page ? unsureColumns(columns, page.rows) : []), [columns, page]);
  const { sort: _, persons: __, ...rest } = question;
  const unsorted = rest as EvidenceQuestion;
  const rowsRead = useRowsRead();
  const query = useQuery({
    queryKey: ['case-widths', revision, unsorted, keys],
    queryFn: () => workspace.columnWidths(unsorted, keys),
    initialData: () => workspace.answered('columnWidths', unsorted, keys),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: rowsRead && page !== null,
  });
  const { data } = query;
  const listed = useMemo(
    () => page && data && listedColumns(columns, data, chosen !== undefined),
    [page, data, columns, chosen],
  );
  if (starting) return starting;
  if (listed) return { state: 'ready', data: listed };
  return query.error ? { state: 'error', error: query.error, retry: () => void query.refetch() } : { state: 'loading' };
}

/** The first rows of a list, read while it is looked at, so that they are here when it is printed: at most `PRINT_ROWS`. */
export function usePrintRows(question: EvidenceQuestion, total: number): EvidenceRow[] {
  const last = Math.min(total, PRINT_ROWS) - 1;
  const rowAt = useRowsAt(question, 0, Math.max(0, last), tellShown);
  const rows: EvidenceRow[] = [];
  for (let i = 0; i <= last; i++) {
    const row = rowAt(i);
    // What is not here yet is left out and said so; no row stands behind a gap.
    if (!row) break;
    rows.push(row);
  }
  return rows;
}

/** Of how many rows a list of one class is a part: as many as the figure has. Null for a list that is whole. */
export function useWhole(question: EvidenceQuestion): number | null {
  const [total] = useTotals(question.ofClass ? [wholeQuestion(question)] : []);
  return total ?? null;
}

/** Number of rows of each side of a question, of whatever class, by the same count as its rows. */
export function useSideTotals(question: FigureQuestion): Partial<Record<EvidenceSide, number>> {
  const { catalogue } = useOffice();
  const sides = sidesOf(catalogue, question.indicator, question.asOf);
  const totals = useTotals(sides.map((side) => ({ ...wholeQuestion(question), side })));
  return Object.fromEntries(sides.map((side, i) => [side, totals[i]]));
}

/** Number of rows that the question has in each ledger, of whatever class. */
export function useLedgerTotals(question: LedgerQuestion): Partial<Record<LedgerId, number>> {
  const { catalogue } = useOffice();
  const totals = useTotals(catalogue.collected.map(({ id: ledger }) => ({ ...wholeQuestion(question), ledger })));
  return Object.fromEntries(catalogue.collected.map(({ id }, i) => [id, totals[i]]));
}

function useTotals(questions: readonly EvidenceQuestion[]): (number | undefined)[] {
  const workspace = useWorkspace();
  const { revision } = useWorkspaceState();
  const enabled = useRowsRead();
  const results = useQueries({
    queries: questions.map(({ sort: _, persons: __, ...question }) => ({
      queryKey: ['case-total', revision, question],
      queryFn: () => workspace.evidence(question as EvidenceQuestion, 0, 0),
      initialData: () => workspace.answered('evidence', question as EvidenceQuestion, 0, 0),
      staleTime: Number.POSITIVE_INFINITY,
      enabled,
    })),
  });
  return results.map((r) => r.data?.total);
}
