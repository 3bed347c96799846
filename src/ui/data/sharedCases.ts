import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { SharedCasePage } from '../../domain/sharedCases';
import { type Loaded, loadedOf } from './loaded';
import { useRowsRead, useStarting } from './starting';
import { useWorkspace, useWorkspaceState } from './WorkspaceContext';

/** One page of the cases that several units report. */
export function useSharedCases(offset: number, limit: number): Loaded<SharedCasePage> {
  const workspace = useWorkspace();
  const { revision } = useWorkspaceState();
  const starting = useStarting();
  const query = useQuery({
    queryKey: ['shared-cases', revision, offset, limit],
    queryFn: () => workspace.sharedCases(offset, limit),
    initialData: () => workspace.answered('sharedCases', offset, limit),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    enabled: useRowsRead(),
  });
  return starting ?? loadedOf(query);
}
