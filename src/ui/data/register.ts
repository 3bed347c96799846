import { useMemo } from 'react';
import { yearOf } from '../../domain/day';
import { periodYear } from '../../domain/period';
import { lastYearOfAll, type RegisterEntry, register } from '../../domain/register';
import { type Loaded, mapLoaded } from './loaded';
import { useOffice } from './office';
import { useView } from './view';
import { useWorkspaceState } from './WorkspaceContext';

/**
 * The register (报送登记) at the view's cut-off: what is expected of the view's year or due in it.
 * @param all every period, from the first to the cut-off where that lies in a later year: what is counted over all of them
 */
export function useRegister(all = false): Loaded<RegisterEntry[]> {
  const office = useOffice();
  const { submissions } = useWorkspaceState();
  const { year, asOf } = useView();
  const last = all ? lastYearOfAll(year, asOf) : year;
  return useMemo(() => {
    const ofYear = (e: RegisterEntry) => periodYear(e.period) === year || (e.due !== null && yearOf(e.due) === year);
    return mapLoaded({ state: 'ready', data: submissions }, (held) => {
      const entries = register(office, held, last, asOf);
      return all ? entries : entries.filter(ofYear);
    });
  }, [office, submissions, all, year, last, asOf]);
}
