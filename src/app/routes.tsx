import { cases } from '../screens/cases';
import { departments } from '../screens/departments';
import { indicators } from '../screens/indicators';
import { prefectures } from '../screens/prefectures';
import { submissions } from '../screens/submissions';
import { year } from '../screens/year';
import { zones } from '../screens/zones';
import type { Screen } from '../ui/screen';

/** The screens in the order of the navigation. A new screen is one line here. */
export const SCREENS: readonly Screen[] = [year, zones, prefectures, departments, indicators, cases, submissions];
