import { groupById } from '../../src/domain/office';
import { viewOfGroup } from '../../src/screens/units/viewOfGroup';
import { office } from '../../src/ui/testing/assessedUnits';

/** The two lists of the office of the tests. */
export const PREFECTURES = viewOfGroup(office, groupById(office, 'prefectures'));
export const DEPARTMENTS = viewOfGroup(office, groupById(office, 'departments'));
