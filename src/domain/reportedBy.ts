import type { Reported } from './cells';
import type { LedgerId } from './ledgers';
import type { Office } from './office';
import { type Quarter, quartersOf } from './period';
import type { Submission, UnitId } from './submission';
import { membersIn } from './zones';

/**
 * Who has reported which ledger of which quarters, by the areas of their cases. A place's cases come in its own file, a county's
 * in that of its prefecture, those of a zone in those of its members, and 省本级 in those of the departments. A department is a line of
 * enforcement that every unit reports on, and so is the whole.
 * @param submissions those that count: see `effectiveSubmissions`
 */
export function reportedBy({ catalogue, regions, profile }: Office, submissions: readonly Submission[]): Reported {
  const held = new Map<LedgerId, Map<UnitId, Set<Quarter>>>();
  for (const { ledger, unit, period } of submissions) {
    const units = held.get(ledger) ?? new Map<UnitId, Set<Quarter>>();
    held.set(ledger, units);
    units.set(unit, new Set([...(units.get(unit) ?? []), ...quartersOf(period)]));
  }
  const places = new Set<UnitId>(regions.prefectures.map((p) => p.code));
  const zones = new Map(profile.zones.zones.map((z) => [z.id, z]));
  const prefectureOf = new Map(regions.smallest.map((a) => [a.code, a.prefecture ?? a.code]));
  return (level, id, indicator, quarters) => {
    const { ledger } = catalogue.definition(indicator);
    // What is counted over submissions counts those that did not come.
    if (ledger === null) return true;
    const units = held.get(ledger);
    if (!units) return false;
    const has = (of: ReadonlySet<Quarter> | undefined): boolean =>
      of !== undefined && (quarters === null || quarters.some((q) => of.has(q)));
    const any = (isOf: (unit: UnitId) => boolean) => [...units].some(([unit, of]) => isOf(unit) && has(of));
    switch (level) {
      case 'province':
      case 'department':
        return any(() => true);
      case 'prefecture':
        return has(units.get(id));
      case 'county':
        return has(units.get(prefectureOf.get(id) ?? id));
      case 'own':
        return places.has(id) ? has(units.get(id)) : any((unit) => !places.has(unit));
      case 'zone': {
        const zone = zones.get(id);
        const members = zone ? (quarters ? membersIn(zone, quarters) : zone.members) : [];
        return members.some((m) => has(units.get(prefectureOf.get(m.code) ?? m.code)));
      }
    }
  };
}
