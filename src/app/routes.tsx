import type { Office } from '../domain/office';
import { cases } from '../screens/cases';
import { indicators } from '../screens/indicators';
import { submissions } from '../screens/submissions';
import { units } from '../screens/units';
import { year } from '../screens/year';
import { zones } from '../screens/zones';
import type { Screen } from '../ui/screen';

const made = new WeakMap<Office, readonly Screen[]>();

/** The screens of an office in the order of the navigation. A new screen is one line here. */
export function screensOf(office: Office): readonly Screen[] {
  const screens = made.get(office) ?? [year, zones(office), ...units(office), indicators, cases, submissions];
  made.set(office, screens);
  return screens;
}
