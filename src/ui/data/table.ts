import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type CellSet, Tabulation } from '../../domain/cells';
import type { Day } from '../../domain/day';
import { reportedBy } from '../../domain/reportedBy';
import { effectiveSubmissions, type Submission } from '../../domain/submission';
import type { Workspace, WorkspaceState } from '../../workspace/workspace';
import { type Loaded, loadedOf, mapLoaded } from './loaded';
import { memoOf } from './memo';
import { useStarting } from './starting';
import { useWorkspace, useWorkspaceState } from './WorkspaceContext';

/** By the cells, and by the submissions that they come from: equal cells can stand for another who has reported. */
const tabulations = memoOf<CellSet, WeakMap<readonly Submission[], Tabulation>>();

/** Cells with the submissions that they are of: who has reported is said of them, not of what has come since. */
interface Counted {
  cells: CellSet;
  submissions: readonly Submission[];
}

export const cellsQuery = (
  workspace: Pick<Workspace, 'cells'>,
  { revision, submissions }: Pick<WorkspaceState, 'revision' | 'submissions'>,
  asOf: Day,
) =>
  queryOptions({
    queryKey: ['cells', revision, asOf],
    queryFn: async (): Promise<Counted> => ({ cells: await workspace.cells(asOf), submissions }),
    staleTime: Number.POSITIVE_INFINITY,
    // A new submission replaces the figures when the new ones are there; another cut-off never borrows figures.
    placeholderData: (held: Counted | undefined, query) => (query?.queryKey[2] === asOf ? held : undefined),
  });

/**
 * The cells at a cut-off, summed into all areas. Asked of the workspace once per revision and cut-off.
 * @param department only this department's cells; for an assessment leave it out
 */
export function useTable(asOf: Day, department?: string): Loaded<Tabulation> {
  const workspace = useWorkspace();
  const state = useWorkspaceState();
  const starting = useStarting();
  const { data, error, refetch } = useQuery({ ...cellsQuery(workspace, state, asOf), enabled: starting === null });
  return useMemo(() => {
    if (starting) return starting;
    return mapLoaded(loadedOf({ data, error, refetch }), ({ cells, submissions }) => {
      const bySubmissions = tabulations(cells, department ?? '', () => new WeakMap());
      const held = bySubmissions.get(submissions);
      if (held) return held;
      const { office } = workspace;
      const reported = reportedBy(office, effectiveSubmissions(submissions));
      const made = new Tabulation(cells, office.regions, office.profile.zones, department, reported);
      bySubmissions.set(submissions, made);
      return made;
    });
  }, [starting, data, error, refetch, workspace, department]);
}
