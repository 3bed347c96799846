import type { AreaLevel } from '../domain/cells';
import type { IndicatorId } from '../domain/indicators';
import type { ScreenId } from './address';

/** Where an area's figures are, as an address. */
export interface AreaAddress {
  screen: ScreenId;
  search: { id?: string; zone?: string; county?: string; indicator?: IndicatorId | undefined };
}

/**
 * Where an area is shown as a whole: a prefecture and a department on their own screen, counties on that of the zones, the
 * province on that of the year.
 * @param indicator the one that is looked at goes along, where the screen of the area draws one
 */
export function areaAddress(level: AreaLevel, id: string, indicator?: IndicatorId): AreaAddress {
  switch (level) {
    case 'province':
      return { screen: 'year', search: {} };
    case 'prefecture':
      return { screen: 'prefectures', search: { id, indicator } };
    case 'department':
      return { screen: 'departments', search: { id, indicator } };
    case 'county':
      return { screen: 'zones', search: { county: id, indicator } };
    case 'zone':
      return { screen: 'zones', search: { zone: id, indicator } };
  }
}
