import type { Catalogue } from '../../domain/catalogue/catalogue';
import type { CaseIndicator } from '../../domain/indicators';
import type { County, Profile, Zone } from '../../domain/profile';
import type { ScreenSearch } from '../../ui/address';

/** What the address chooses on this screen; what it does not name, or names wrongly, has a default. */
export interface Chosen {
  /** Colours the map. 报送及时率 is counted by unit and has no figures of counties. */
  indicator: CaseIndicator;
  zone: Zone | undefined;
  county: County | undefined;
}

export function chosenOf(catalogue: Catalogue, { regions, zones }: Profile, search: ScreenSearch<'zones'>): Chosen {
  const byId = (id: string) => catalogue.caseIndicators.find((i) => i.id === id);
  return {
    indicator: (byId(search.indicator ?? '') ?? byId('closure_on_time')) as CaseIndicator,
    zone: zones.zones.find((z) => z.id === search.zone) ?? zones.zones[0],
    county: regions.counties.find((c) => c.code === search.county),
  };
}
