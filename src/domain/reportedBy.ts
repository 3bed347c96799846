import { tellsDepartment, tellsPlace } from './catalogue/ledger';
import type { Reported, Told } from './cells';
import type { Day } from './day';
import { existsIn, monthsOf } from './eras';
import { isOfReporting } from './indicators';
import type { LedgerId } from './ledgers';
import { assessedUnits, type Office, wholeOf } from './office';
import { type Quarter, quarterPeriod, quartersOf } from './period';
import { expectedBy } from './register';
import { isOwed } from './reporting';
import { effectiveSubmissions, type Submission, type UnitId } from './submission';
import { mergedDepartments, predecessorsIn } from './succession';
import { membersIn } from './zones';

const UNDIVIDED: Told = { untold: 'undivided' };

/**
 * Who has reported which ledger of which quarters, by the areas of their cases: where nobody has, no case is no zero. A place's
 * cases come in its own file, a county's in that of its prefecture, those of a zone in those of its members, and 省本级 in those of the departments. A department is a line of
 * enforcement that every unit reports on, and so is the whole. Of a ledger whose rows do not say where they lie nothing is known of
 * counties; of one whose rows name no department, of a department what it has sent itself, and nothing of its part of a place.
 * Of a unit it is also said how much of what was due by a cut-off it has sent. Of a time in which it was not there it owes
 * nothing: no case is a zero. Where its heir has reported of its last months too, what was its own is not told.
 * Of a ledger that a unit does not owe, its cases come in the files of those that do. What was sent and cannot be read here any more is
 * held against nobody.
 */
export function reportedBy(office: Office, submissions: readonly Submission[], asOf: Day): Reported {
  const { catalogue, regions, profile } = office;
  const { departments } = wholeOf(office).profile;
  const successions = mergedDepartments(departments);
  const held: Held = new Map();
  const byHeirs: Held = new Map();
  for (const { ledger, unit, period } of effectiveSubmissions(submissions)) {
    hold(held, ledger, unit, quartersOf(period));
    for (const before of predecessorsIn(successions, unit, period))
      hold(byHeirs, ledger, before.unit, quartersOf(period));
  }
  const lost: Held = new Map();
  for (const { ledger, unit, period, unreadable, withdrawnAt } of submissions)
    if (unreadable && !withdrawnAt) hold(lost, ledger, unit, quartersOf(period));
  const lines = new Map(departments.departments.map((d) => [d.id, d]));
  const places = new Set<UnitId>(regions.prefectures.map((p) => p.code));
  const zones = new Map(profile.zones.zones.map((z) => [z.id, z]));
  const prefectureOf = new Map(regions.smallest.map((a) => [a.code, a.prefecture ?? a.code]));
  const counties = new Set(regions.counties.map((c) => c.code));
  const due = dueBy(office, asOf);
  const { reporting } = profile;
  const groupOf = new Map(assessedUnits(wholeOf(office)).map((u) => [u.id, u.group]));
  return (level, id, indicator, quarters, within): Told => {
    const of = catalogue.definition(indicator);
    // What is counted over submissions counts those that did not come.
    if (isOfReporting(of)) return {};
    const ledger = catalogue.ledger(of.ledger);
    const units = held.get(of.ledger) ?? new Map<UnitId, Set<Quarter>>();
    const isAmong = (sent: ReadonlySet<Quarter> | undefined): boolean =>
      sent !== undefined && (quarters === null || quarters.some((q) => sent.has(q)));
    const has = (unit: UnitId): boolean => isAmong(units.get(unit));
    const isLost = (unit: UnitId): boolean => isAmong(lost.get(of.ledger)?.get(unit));
    const any = (asked: readonly UnitId[]): Told =>
      asked.some(has) ? {} : { untold: asked.some(isLost) ? 'unreadable' : 'unreported' };
    const all = [...new Set([...units.keys(), ...(lost.get(of.ledger)?.keys() ?? [])])];
    const owes = (unit: UnitId): boolean => {
      const group = groupOf.get(unit);
      return group === undefined || has(unit) || isLost(unit) || isOwed(reporting, of.ledger, group, quarters);
    };
    const anyOf = (parts: readonly UnitId[]): Told => any(parts.every(owes) ? parts : all);
    const isThere = (unit: UnitId, quarter: Quarter): boolean => {
      const line = lines.get(unit);
      return !line || existsIn(line, monthsOf(quarterPeriod(quarter)));
    };
    const isHeirs = (unit: UnitId, quarter: Quarter): boolean =>
      byHeirs.get(of.ledger)?.get(unit)?.has(quarter) ?? false;
    const itself = (unit: UnitId): Told => {
      const own = quarters?.filter((q) => isThere(unit, q));
      if (own?.length === 0) return {};
      return has(unit) || !own?.every((q) => isHeirs(unit, q)) ? any([unit]) : UNDIVIDED;
    };
    const whole = (unit: UnitId): Told => ({
      ...itself(unit),
      ...partOf(units.get(unit), due(of.ledger, unit), lost.get(of.ledger)?.get(unit), quarters),
    });
    // A place's own files tell no department's part of it.
    if (within !== undefined && !tellsDepartment(ledger)) return places.has(id) ? UNDIVIDED : itself(within);
    switch (level) {
      case 'province':
        return any(all);
      case 'department':
        return tellsDepartment(ledger) ? any(all) : owes(id) ? whole(id) : UNDIVIDED;
      case 'prefecture':
        if (!owes(id)) return tellsPlace(ledger) ? any(all) : UNDIVIDED;
        return within === undefined ? whole(id) : any([id]);
      case 'county':
        return tellsPlace(ledger) ? anyOf([prefectureOf.get(id) ?? id]) : UNDIVIDED;
      case 'own':
        if (places.has(id)) return anyOf([id]);
        return [...groupOf.keys()].some((unit) => !places.has(unit) && owes(unit))
          ? any(all.filter((unit) => !places.has(unit)))
          : UNDIVIDED;
      case 'zone': {
        const zone = zones.get(id);
        const members = zone ? (quarters ? membersIn(zone, quarters) : zone.members) : [];
        if (!tellsPlace(ledger) && members.some((m) => counties.has(m.code))) return UNDIVIDED;
        return anyOf(members.map((m) => prefectureOf.get(m.code) ?? m.code));
      }
    }
  };
}

/** Of each ledger, by unit, the quarters that have come. */
type Held = Map<LedgerId, Map<UnitId, Set<Quarter>>>;

function hold(held: Held, ledger: LedgerId, unit: UnitId, quarters: readonly Quarter[]): void {
  const units = held.get(ledger) ?? new Map<UnitId, Set<Quarter>>();
  held.set(ledger, units);
  units.set(unit, new Set([...(units.get(unit) ?? []), ...quarters]));
}

/** The quarters of which a unit was to have sent a ledger by a cut-off, as the register expects it. */
function dueBy(office: Office, asOf: Day): (ledger: LedgerId, unit: UnitId) => ReadonlySet<Quarter> {
  const held = new Map<string, Set<Quarter>>();
  for (const { ledger, period, unit } of expectedBy(office, asOf)) {
    const quarters = held.get(`${ledger}|${unit}`) ?? new Set();
    held.set(`${ledger}|${unit}`, quarters);
    for (const quarter of quartersOf(period)) quarters.add(quarter);
  }
  return (ledger, unit) => held.get(`${ledger}|${unit}`) ?? new Set();
}

/** How much of what was due of a unit has come, where not all. What came before it was due is no lack of it. */
function partOf(
  held: ReadonlySet<Quarter> | undefined,
  due: ReadonlySet<Quarter>,
  lost: ReadonlySet<Quarter> | undefined,
  quarters: readonly Quarter[] | null,
): Pick<Told, 'partly'> {
  if (quarters === null) return {};
  const sent = quarters.filter((q) => held?.has(q)).length;
  const all = quarters.filter((q) => held?.has(q) || (due.has(q) && !lost?.has(q))).length;
  return sent < all ? { partly: { sent, due: all } } : {};
}
