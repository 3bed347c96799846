import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { EvidenceQuestion, EvidenceRow } from '../../domain/evidence';
import type { Loaded } from './loaded';
import { useWorkspace, useWorkspaceState } from './WorkspaceContext';

/** Rows asked for at once: some screens of a virtual list. */
const PAGE = 200;

export interface Evidence {
  /** Number of rows of the whole question. */
  total: number;
  /** The rows fetched so far, in order. */
  rows: EvidenceRow[];
  hasMore: boolean;
  loadingMore: boolean;
  /** Fetches the next page; does nothing while one is on its way. */
  loadMore: () => void;
}

/** The case rows behind a number, page by page. Null asks nothing. */
export function useEvidence(question: EvidenceQuestion | null): Loaded<Evidence> {
  const workspace = useWorkspace();
  const { revision } = useWorkspaceState();
  const query = useInfiniteQuery({
    queryKey: ['evidence', revision, question],
    queryFn: ({ pageParam }) =>
      question ? workspace.evidence(question, pageParam, PAGE) : Promise.resolve({ total: 0, rows: [] }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const held = pages.reduce((n, page) => n + page.rows.length, 0);
      return last.rows.length > 0 && held < last.total ? held : undefined;
    },
    enabled: question !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  return useMemo(() => {
    if (!data) return error ? { state: 'error', error, retry: () => void refetch() } : { state: 'loading' };
    return {
      state: 'ready',
      data: {
        total: data.pages[0]?.total ?? 0,
        rows: data.pages.flatMap((page) => page.rows),
        hasMore: hasNextPage,
        loadingMore: isFetchingNextPage,
        loadMore: () => void (isFetchingNextPage || fetchNextPage()),
      },
    };
  }, [data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage]);
}
