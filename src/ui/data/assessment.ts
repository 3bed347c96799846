import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Assessment, assess } from '../../assessment/assess';
import { type CellSet, Tabulation } from '../../domain/cells';
import type { Day } from '../../domain/day';
import { officeIn } from '../../domain/officeIn';
import { reportedBy } from '../../domain/reportedBy';
import { effectiveSubmissions, type Submission } from '../../domain/submission';
import type { Workspace, WorkspaceState } from '../../workspace/workspace';
import { type Loaded, loadedOf, mapLoaded } from './loaded';
import { memoOf } from './memo';
import { useStarting } from './starting';
import { useView } from './view';
import { useWorkspace, useWorkspaceState } from './WorkspaceContext';

/** Cells with the submissions that they are of: who has reported is said of them, not of what has come since. */
interface Counted {
  cells: CellSet;
  submissions: readonly Submission[];
}

interface Summed {
  table: Tabulation;
  /** Those that count. */
  submissions: readonly Submission[];
}

const sums = memoOf<Counted, Summed>();
const assessments = memoOf<Summed, Assessment>();

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

/** The cells at a cut-off, asked of the workspace once per revision and cut-off, and summed into all areas. */
function useSummed(asOf: Day): Loaded<Summed> {
  const workspace = useWorkspace();
  const state = useWorkspaceState();
  const starting = useStarting();
  const { data, error, refetch } = useQuery({ ...cellsQuery(workspace, state, asOf), enabled: starting === null });
  return useMemo(() => {
    if (starting) return starting;
    return mapLoaded(loadedOf({ data, error, refetch }), (counted) =>
      sums(counted, asOf, () => {
        const { office } = workspace;
        const submissions = effectiveSubmissions(counted.submissions);
        const reported = reportedBy(office, counted.submissions, asOf);
        const table = new Tabulation(counted.cells, office.regions, office.profile.zones, undefined, reported);
        return { table, submissions };
      }),
    );
  }, [starting, data, error, refetch, workspace, asOf]);
}

/** The cells at a cut-off, summed into all areas. Once for all that ask. */
export function useTable(asOf: Day): Loaded<Tabulation> {
  const summed = useSummed(asOf);
  return useMemo(() => mapLoaded(summed, ({ table }) => table), [summed]);
}

/** The assessment (考核结果) of the view's period and cut-off, by the scheme of then. Made once for all that ask. */
export function useAssessment(): Loaded<Assessment> {
  const { office: whole } = useWorkspace();
  const { period, asOf } = useView();
  const summed = useSummed(asOf);
  return useMemo(
    () =>
      mapLoaded(summed, (of) =>
        assessments(of, `${period}|${asOf}`, () => {
          const office = officeIn(whole, period);
          return assess({ office, scheme: office.scheme, period, asOf, ...of });
        }),
      ),
    [summed, whole, period, asOf],
  );
}
