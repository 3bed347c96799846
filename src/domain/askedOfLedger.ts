import type { Catalogue } from './catalogue/catalogue';
import type { Condition, PlainCondition } from './catalogue/condition';
import type { Amount, CaseIndicator } from './catalogue/indicator';
import type { Ledger } from './catalogue/ledger';
import { askedOf } from './measures';

/** What is asked of a ledger's cases by indicators, its own and those of other ledgers that look into it. */
export interface AskedOfLedger {
  conditions: PlainCondition[];
  events: string[];
  /** Fields by which rows are told to be of one thing. */
  keys: string[];
  amounts: Amount[];
  /** Whether it matters which unit has reported a row. */
  linked: boolean;
}

/** All conditions of an indicator. */
export const conditionsOf = (indicator: CaseIndicator): Condition[] => [
  ...indicator.denominator,
  ...askedOf(indicator).met,
];

export function askedOfLedger(catalogue: Catalogue, ledger: Ledger): AskedOfLedger {
  const asked: AskedOfLedger = { conditions: [], events: [], keys: [], amounts: [], linked: false };
  for (const indicator of catalogue.counted) {
    const own = indicator.ledger === ledger.id;
    const { from, subject, amounts } = askedOf(indicator);
    if (own) {
      if ('event' in indicator.period) asked.events.push(indicator.period.event);
      if (from !== undefined) asked.events.push(from);
      if (subject !== undefined) asked.keys.push(subject);
      asked.amounts.push(...amounts.filter((a) => !asked.amounts.some((o) => o.field === a.field)));
    }
    for (const c of conditionsOf(indicator)) addCondition(c, own, ledger, asked);
  }
  asked.keys = [...new Set(asked.keys)];
  return asked;
}

/** @param own whether it is a condition on this ledger's cases */
function addCondition(c: Condition, own: boolean, ledger: Ledger, asked: AskedOfLedger): void {
  if ('linked' in c) {
    if (own || c.linked === ledger.id) asked.linked = true;
    if (own) asked.keys.push(c.by);
    if (c.linked !== ledger.id) return;
    asked.keys.push(c.in ?? ledger.idField);
    asked.conditions.push(...c.where);
    if (c.inYear !== undefined) asked.events.push(c.inYear);
  } else if (!own) return;
  else if ('atLeast' in c) {
    asked.keys.push(c.per);
    asked.conditions.push(...c.where);
    if (c.inYear !== undefined) asked.events.push(c.inYear);
  } else asked.conditions.push(c);
}
