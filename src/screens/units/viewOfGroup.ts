import type { Office } from '../../domain/office';
import type { UnitGroup } from '../../domain/units';
import { departmentsView } from './departments';
import type { GroupView } from './groupView';
import { placesView } from './places';

/** How a group of the office is shown. */
export const viewOfGroup = (office: Office, group: UnitGroup): GroupView =>
  group.units === 'departments' ? departmentsView(office, group) : placesView(office, group);
