import type { AreaLevel } from '../domain/cells';
import type { IndicatorId } from '../domain/indicators';
import { groupOf, type Office } from '../domain/office';
import { type ScreenId, unitsScreen } from './address';

/** Where an area's figures are, as an address. */
export interface AreaAddress {
  screen: ScreenId;
  search: {
    id?: string | undefined;
    zone?: string;
    county?: string;
    level?: AreaLevel;
    indicator?: IndicatorId | undefined;
  };
}

/**
 * Where an area is shown as a whole: a unit on the screen of its group, counties on that of the zones, the province on that of
 * the year. What is in no group is shown beside its like.
 * @param indicator the one that is looked at goes along, where the screen of the area draws one
 */
export function areaAddress(office: Office, level: AreaLevel, id: string, indicator?: IndicatorId): AreaAddress {
  switch (level) {
    case 'province':
      return { screen: 'year', search: {} };
    case 'prefecture':
    case 'department': {
      const group = groupOf(office, level, id);
      return group
        ? { screen: unitsScreen(group.id), search: { id, indicator } }
        : { screen: 'indicators', search: { level, id: indicator } };
    }
    case 'county':
      return { screen: 'zones', search: { county: id, indicator } };
    case 'zone':
      return { screen: 'zones', search: { zone: id, indicator } };
  }
}
