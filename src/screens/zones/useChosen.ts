import { useOffice } from '../../ui/data';
import { useScreenSearch } from '../../ui/navigation';
import { type Chosen, chosenOf } from './chosen';

/** What this screen's address chooses. */
export function useChosen(): Chosen {
  const { profile, catalogue } = useOffice();
  return chosenOf(catalogue, profile, useScreenSearch('zones'));
}
