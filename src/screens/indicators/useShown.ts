import type { Indicator } from '../../domain/indicators';
import { leadIndicator } from '../../domain/lead';
import { useOffice } from '../../ui/data';
import { useScreenSearch } from '../../ui/navigation';
import { type ComparedLevel, levelOf } from './areas';

export interface Shown {
  indicator: Indicator;
  level: ComparedLevel;
  /** 界面: 市州. */
  levelName: string;
  /** Code of the prefecture whose counties alone are compared. */
  within: string | undefined;
}

/** What this screen's address shows; what it does not name has a default. */
export function useShown(): Shown {
  const office = useOffice();
  const { catalogue } = office;
  const search = useScreenSearch('indicators');
  const shown = catalogue.indicator(search.id ?? leadIndicator(office, 'province').id);
  const { level, name } = levelOf(office, shown, search.level);
  const within = office.regions.prefectures.find((p) => p.code === search.within && p.parted)?.code;
  return { indicator: shown, level, levelName: name, within: level === 'county' ? within : undefined };
}
