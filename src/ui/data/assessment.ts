import { useMemo } from 'react';
import { type Assessment, assess } from '../../assessment/assess';
import type { Tabulation } from '../../domain/cells';
import type { Day } from '../../domain/day';
import type { Period } from '../../domain/period';
import type { Scheme } from '../../domain/scheme';
import { effectiveSubmissions, type Submission } from '../../domain/submission';
import { type Loaded, mapLoaded } from './loaded';
import { memoOf } from './memo';
import { useOffice, useScheme } from './office';
import { useTable } from './table';
import { useView } from './view';
import { useWorkspaceState } from './WorkspaceContext';

/** The results of one table by period, each with what else it was made from. */
const bySubmissions = memoOf<readonly Submission[], WeakMap<Scheme, WeakMap<Tabulation, Assessment>>>();

/**
 * The assessment (考核结果) of the view's period, cut-off and scheme, or of those named. Computed once for all that ask.
 * @param of another period or cut-off than the view's
 */
export function useAssessment(of: { period?: Period; asOf?: Day } = {}): Loaded<Assessment> {
  const view = useView();
  const office = useOffice();
  const scheme = useScheme();
  const { submissions } = useWorkspaceState();
  const period = of.period ?? view.period;
  const asOf = of.asOf ?? view.asOf;
  const loaded = useTable(asOf);
  return useMemo(
    () =>
      mapLoaded(loaded, (table) => {
        const schemes = bySubmissions(submissions, `${period}|${asOf}`, () => new WeakMap());
        const tables = schemes.get(scheme) ?? new WeakMap<Tabulation, Assessment>();
        schemes.set(scheme, tables);
        const held = tables.get(table);
        if (held) return held;
        const made = assess({ office, scheme, period, asOf, table, submissions: effectiveSubmissions(submissions) });
        tables.set(table, made);
        return made;
      }),
    [loaded, office, scheme, period, asOf, submissions],
  );
}
