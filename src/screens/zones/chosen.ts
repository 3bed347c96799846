import type { CaseIndicator } from '../../domain/indicators';
import { leadIndicator } from '../../domain/lead';
import type { Office } from '../../domain/office';
import type { Zone } from '../../domain/profile';
import type { SmallArea } from '../../domain/regions';
import type { ScreenSearch } from '../../ui/address';

/** What the address chooses on this screen; what it does not name, or names wrongly, has a default. */
export interface Chosen {
  /** Colours the map. 报送及时率 is counted by unit and has no figures of counties. */
  indicator: CaseIndicator;
  zone: Zone | undefined;
  /** One of the smallest areas: a county, or a district that has none. */
  area: SmallArea | undefined;
}

export function chosenOf(office: Office, search: ScreenSearch<'zones'>): Chosen {
  const { catalogue, regions } = office;
  const { zones } = office.profile;
  const byId = (id: string) => catalogue.caseIndicators.find((i) => i.id === id);
  return {
    indicator: (byId(search.indicator ?? '') ?? leadIndicator(office)) as CaseIndicator,
    zone: zones.zones.find((z) => z.id === search.zone) ?? zones.zones[0],
    area: regions.smallest.find((c) => c.code === search.county),
  };
}
