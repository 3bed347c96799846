import { year } from '../screens/year';
import type { Screen } from '../ui/screen';

/** The screens in the order of the navigation. A new screen is one line here. */
export const SCREENS: readonly Screen[] = [year];
