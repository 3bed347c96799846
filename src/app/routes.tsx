import { cases } from '../screens/cases';
import { indicators } from '../screens/indicators';
import { submissions } from '../screens/submissions';
import { departments, prefectures } from '../screens/units';
import { year } from '../screens/year';
import { zones } from '../screens/zones';
import type { Screen } from '../ui/screen';

/** The screens in the order of the navigation. A new screen is one line here. */
export const SCREENS: readonly Screen[] = [year, zones, prefectures, departments, indicators, cases, submissions];
