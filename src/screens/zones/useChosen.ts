import { useOffice } from '../../ui/data';
import { useScreenSearch } from '../../ui/navigation';
import { type Chosen, chosenOf } from './chosen';

/** What this screen's address chooses. */
export const useChosen = (): Chosen => chosenOf(useOffice(), useScreenSearch('zones'));
