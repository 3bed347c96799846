import type { Indicator } from '../../domain/indicators';
import { useOffice } from '../../ui/data';
import { useScreenSearch } from '../../ui/navigation';
import { type ComparedLevel, levelOf } from './areas';

export interface Shown {
  indicator: Indicator;
  level: ComparedLevel;
  /** Code of the prefecture whose counties alone are compared. */
  within: string | undefined;
}

/** What this screen's address shows; what it does not name has a default. */
export function useShown(): Shown {
  const { profile, catalogue } = useOffice();
  const search = useScreenSearch('indicators');
  const shown = catalogue.indicator(search.id ?? 'closure_on_time');
  const level = levelOf(shown, search.level);
  const within = profile.regions.prefectures.find((p) => p.code === search.within)?.code;
  return { indicator: shown, level, within: level === 'county' ? within : undefined };
}
