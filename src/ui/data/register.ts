import { useMemo } from 'react';
import { type RegisterEntry, register } from '../../domain/register';
import { type Loaded, mapLoaded } from './loaded';
import { useView } from './view';
import { useOffice, useWorkspaceState } from './WorkspaceContext';

/** The register (报送登记) of the view's year at its cut-off: every expected unit × quarter × ledger. */
export function useRegister(): Loaded<RegisterEntry[]> {
  const office = useOffice();
  const { submissions } = useWorkspaceState();
  const { year, asOf } = useView();
  return useMemo(
    () => mapLoaded({ state: 'ready', data: submissions }, (held) => register(office, held, year, asOf)),
    [office, submissions, year, asOf],
  );
}
