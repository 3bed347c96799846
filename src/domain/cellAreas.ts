import type { Quarter } from './period';
import type { Profile } from './profile';
import type { Regions } from './regions';
import { inSpans, type Span, spanOf } from './zones';

/**
 * What is held of the areas to which a place × department × quarter adds, found once for each: cells come by the ten thousand.
 * @param held of an area, by its key
 */
export function byAreas<T>(
  regions: Regions,
  zones: Profile['zones']['zones'],
  held: (area: string) => T,
): (place: string, department: string, quarter: Quarter) => T[] {
  const areas = areasOfPlaces(regions);
  const memberships = zonesOfPlaces(zones);
  const found = new Map<string, Map<string, Map<Quarter, T[]>>>();
  return (place, department, quarter) => {
    const byQuarter = within(within(found, place), department);
    let all = byQuarter.get(quarter);
    if (!all) {
      const of = areas.get(place);
      if (!of) throw new RangeError(`cell of an unknown place: ${place}`);
      const parts = department ? [`department/${department}`] : [];
      const [, prefecture, county] = of;
      if (prefecture && department) parts.push(`${prefecture}/${department}`);
      if (!county) parts.push(`own/${place}`, ...(department ? [`own/${place}/${department}`] : []));
      const during = [...(memberships.get(place) ?? [])].filter(([, spans]) => inSpans(spans, quarter));
      all = [...of, ...during.map(([zone]) => zone), ...parts].map((area) => held(area));
      byQuarter.set(quarter, all);
    }
    return all;
  };
}

/** The map held under a key, made where there is none. */
function within<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  let held = maps.get(key);
  if (!held) {
    held = new Map();
    maps.set(key, held);
  }
  return held;
}

/** For each place the areas that always hold it: province first, then its prefecture and county. */
function areasOfPlaces(regions: Regions): Map<string, string[]> {
  const province = `province/${regions.province.code}`;
  const areas = new Map<string, string[]>([[regions.province.code, [province]]]);
  for (const p of regions.prefectures) areas.set(p.code, [province, `prefecture/${p.code}`]);
  for (const c of regions.counties) areas.set(c.code, [province, `prefecture/${c.prefecture}`, `county/${c.code}`]);
  return areas;
}

/** For each county the zones that it was ever a member of, and when. */
function zonesOfPlaces(zones: Profile['zones']['zones']): Map<string, Map<string, Span[]>> {
  const memberships = new Map<string, Map<string, Span[]>>();
  for (const zone of zones)
    for (const member of zone.members) {
      const of = within(memberships, member.code);
      const key = `zone/${zone.id}`;
      of.set(key, [...(of.get(key) ?? []), spanOf(member)]);
    }
  return memberships;
}
