import { type Quarter, quarterOfDay } from './period';
import type { Profile, Zone } from './profile';

/** The quarters in which a membership is in force, both ends included; null: open. */
export interface Span {
  first: Quarter | null;
  last: Quarter | null;
}

type Member = Zone['members'][number];

/**
 * A county (or district without counties) belongs to a zone in a quarter if its membership is in force at the quarter's end
 * (DESIGN §7: a zone is the set of its counties at the time). `from` is the first month of the membership, `to` the first without it.
 */
export function spanOf({ from, to }: Pick<Member, 'from' | 'to'>): Span {
  return {
    first: from ? quarterOfDay(`${from}-01`) : null,
    last: to ? quarterOfDay(`${to}-01`) - 1 : null,
  };
}

/** Whether a quarter lies in one of the spans. */
export const inSpans = (spans: readonly Span[], quarter: Quarter): boolean =>
  spans.some((s) => (s.first === null || s.first <= quarter) && (s.last === null || quarter <= s.last));

/** Members in force at the end of one of these quarters at least. */
export const membersIn = (zone: Zone, quarters: readonly Quarter[]): Member[] =>
  zone.members.filter((m) => quarters.some((q) => inSpans([spanOf(m)], q)));

/** The zones of which a county is a member in one of these quarters at least. Candidates are not members. */
export const zonesOf = ({ zones }: Profile['zones'], county: string, quarters: readonly Quarter[]): Zone[] =>
  zones.filter((z) => membersIn(z, quarters).some((m) => m.code === county));
