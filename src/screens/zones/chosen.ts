import { type CaseIndicator, shownAt } from '../../domain/indicators';
import { leadIndicator } from '../../domain/lead';
import type { Office } from '../../domain/office';
import type { OfficeIn } from '../../domain/officeIn';
import type { SmallArea } from '../../domain/place';
import type { Zone } from '../../domain/profile';
import type { ScreenSearch } from '../../ui/address';

/** What the address chooses on this screen; what it does not name, or names wrongly, has a default. */
export interface Chosen {
  /** Colours the map; undefined where no indicator is shown of the smallest areas. */
  indicator: CaseIndicator | undefined;
  zone: Zone | undefined;
  /** One of the smallest areas: a county, or a district that has none. */
  area: SmallArea | undefined;
}

export function chosenOf(office: OfficeIn, search: ScreenSearch<'zones'>): Chosen {
  const { zones } = office.profile;
  const mapped = mappedIndicators(office);
  const byId = (id: string | undefined) => mapped.find((i) => i.id === id);
  return {
    indicator: byId(search.indicator) ?? byId(leadIndicator(office, levelOf(office)).id),
    zone: zones.zones.find((z) => z.id === search.zone) ?? zones.zones[0],
    area: office.regions.smallest.find((c) => c.code === search.county),
  };
}

/** What can colour the map: what is counted over cases and shown of the smallest areas. */
export const mappedIndicators = (office: Office): CaseIndicator[] =>
  office.catalogue.caseIndicators.filter((i) => shownAt(i, levelOf(office)));

/** An office has counties, or what it has in their place. */
const levelOf = ({ words }: Office) => (words.county ? 'county' : 'prefecture');
