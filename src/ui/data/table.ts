import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type CellSet, Tabulation } from '../../domain/cells';
import type { Day } from '../../domain/day';
import type { Workspace } from '../../workspace/workspace';
import { type Loaded, loadedOf, mapLoaded } from './loaded';
import { memoOf } from './memo';
import { useStarting } from './starting';
import { useWorkspace, useWorkspaceState } from './WorkspaceContext';

const tabulations = memoOf<CellSet, Tabulation>();

const cellsQuery = (workspace: Workspace, revision: number, asOf: Day) =>
  queryOptions({
    queryKey: ['cells', revision, asOf],
    queryFn: () => workspace.cells(asOf),
    staleTime: Number.POSITIVE_INFINITY,
    // A new submission replaces the figures when the new ones are there; another cut-off never borrows figures.
    placeholderData: (held: CellSet | undefined, query) => (query?.queryKey[2] === asOf ? held : undefined),
  });

/**
 * The cells at a cut-off, summed into all areas. Asked of the workspace once per revision and cut-off.
 * @param department only this department's cells; for an assessment leave it out
 */
export function useTable(asOf: Day, department?: string): Loaded<Tabulation> {
  const workspace = useWorkspace();
  const { revision } = useWorkspaceState();
  const starting = useStarting();
  const { data, error, refetch } = useQuery({ ...cellsQuery(workspace, revision, asOf), enabled: starting === null });
  return useMemo(() => {
    if (starting) return starting;
    return mapLoaded(loadedOf({ data, error, refetch }), (cells) =>
      tabulations(cells, department ?? '', () => {
        const { regions, profile } = workspace.office;
        return new Tabulation(cells, regions, profile.zones, department);
      }),
    );
  }, [starting, data, error, refetch, workspace, department]);
}
