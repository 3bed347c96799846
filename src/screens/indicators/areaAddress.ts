import type { IndicatorId } from '../../domain/indicators';
import type { ScreenId } from '../../ui/address';
import type { ComparedLevel } from './areas';

/** Where an area is shown as a whole: a prefecture and a department on their own screen, counties on that of the zones. */
export function areaAddress(
  level: ComparedLevel,
  id: string,
  indicator: IndicatorId,
): { screen: ScreenId; search: { id?: string; zone?: string; county?: string; indicator?: IndicatorId } } {
  switch (level) {
    case 'prefecture':
      return { screen: 'prefectures', search: { id } };
    case 'department':
      return { screen: 'departments', search: { id } };
    case 'county':
      return { screen: 'zones', search: { county: id, indicator } };
    case 'zone':
      return { screen: 'zones', search: { zone: id, indicator } };
  }
}
