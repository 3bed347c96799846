import { askedOfLedger } from './askedOfLedger';
import type { Catalogue } from './catalogue/catalogue';
import type { PlainCondition } from './catalogue/condition';
import type { Ledger } from './catalogue/ledger';

/** Events that a condition asks for. */
function eventsIn(condition: PlainCondition, { deadlines }: Ledger): string[] {
  if ('happened' in condition) return [condition.happened];
  if ('notHappened' in condition) return [condition.notHappened];
  if ('inTime' in condition) return deadlines.flatMap((d) => (d.id === condition.inTime ? [d.event] : []));
  return [];
}

/**
 * The events of a ledger that anything is counted by: those that indicators ask for, of its deadlines and flags, and its first
 * day; in the order of its fields.
 */
export function countedEvents(catalogue: Catalogue, ledger: Ledger): string[] {
  const { events, conditions } = askedOfLedger(catalogue, ledger);
  const used = new Set([
    ...ledger.firstDate,
    ...ledger.flags.flatMap((f) => f.effective ?? []),
    ...ledger.deadlines.flatMap((d) => [
      d.event,
      d.lookedUpBy.on,
      ...d.starts.flatMap((s) => ('event' in s ? [s.event] : [])),
    ]),
    ...events,
    ...conditions.flatMap((c) => eventsIn(c, ledger)),
  ]);
  return ledger.fields.map((f) => f.name).filter((name) => used.has(name));
}
