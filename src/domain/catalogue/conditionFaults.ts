import type { Condition, Linked, PlainCondition, Repeated } from './condition';
import { type Fault, unlisted } from './fault';
import type { Ledger } from './ledger';
import { eventsOf } from './ledgerFaults';

const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);

/** Fields by which rows can be told to be of one thing. */
const named = ({ fields }: Ledger): string[] =>
  fields.filter((f) => f.type === 'id' || f.type === 'text').map((f) => f.name);

/** What conditions on a ledger's cases ask for that it, or a ledger that they name, does not hold. */
export const conditionFaults = (
  conditions: readonly Condition[],
  ledger: Ledger,
  ledgers: readonly Ledger[],
  path: string,
): Fault[] =>
  conditions.flatMap((c, i) => {
    const at = `${path}.${i}`;
    if ('linked' in c) return linkedFaults(c, ledger, ledgers, at);
    return 'atLeast' in c ? repeatedFaults(c, ledger, at) : plainFaults(c, ledger, at);
  });

function plainFaults(c: PlainCondition, ledger: Ledger, at: string): Fault[] {
  if ('flag' in c) return unlisted('标记', ids(ledger.flags), c.flag, `${at}.flag`);
  if ('not' in c) return unlisted('标记', ids(ledger.flags), c.not, `${at}.not`);
  if ('happened' in c) return unlisted('事项', eventsOf(ledger), c.happened, `${at}.happened`);
  if ('notHappened' in c) return unlisted('事项', eventsOf(ledger), c.notHappened, `${at}.notHappened`);
  return unlisted('期限', ids(ledger.deadlines), c.inTime, `${at}.inTime`);
}

const whereFaults = (where: readonly PlainCondition[], ledger: Ledger, at: string): Fault[] =>
  where.flatMap((c, i) => plainFaults(c, ledger, `${at}.where.${i}`));

function linkedFaults(c: Linked, ledger: Ledger, ledgers: readonly Ledger[], at: string): Fault[] {
  const own = unlisted('编号或文字字段', named(ledger), c.by, `${at}.by`);
  const other = ledgers.find((l) => l.id === c.linked);
  if (!other) return [...own, ...unlisted('台账', ids(ledgers), c.linked, `${at}.linked`)];
  return [
    ...own,
    ...unlisted('编号或文字字段', named(other), c.in, `${at}.in`),
    ...unlisted('事项', eventsOf(other), c.inYear, `${at}.inYear`),
    ...whereFaults(c.where, other, at),
  ];
}

const repeatedFaults = (c: Repeated, ledger: Ledger, at: string): Fault[] => [
  ...unlisted('编号或文字字段', named(ledger), c.per, `${at}.per`),
  ...unlisted('事项', eventsOf(ledger), c.inYear, `${at}.inYear`),
  ...whereFaults(c.where, ledger, at),
];
