import { useMemo } from 'react';
import { lastYearOfAll, type RegisterEntry, register } from '../../domain/register';
import { type Loaded, mapLoaded } from './loaded';
import { useView } from './view';
import { useOffice, useWorkspaceState } from './WorkspaceContext';

/**
 * The register (报送登记) at the view's cut-off: every expected unit × quarter × ledger up to the end of the view's year.
 * @param all goes on to the cut-off where that lies in a later year: what is counted over every period
 */
export function useRegister(all = false): Loaded<RegisterEntry[]> {
  const office = useOffice();
  const { submissions } = useWorkspaceState();
  const { year, asOf } = useView();
  const last = all ? lastYearOfAll(year, asOf) : year;
  return useMemo(
    () => mapLoaded({ state: 'ready', data: submissions }, (held) => register(office, held, last, asOf)),
    [office, submissions, last, asOf],
  );
}
