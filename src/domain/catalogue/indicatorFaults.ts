import type { Definitions } from './catalogue';
import { columnKeys } from './columns';
import type { Condition } from './condition';
import { type Fault, unlisted } from './fault';
import type { CaseIndicator, Indicator } from './indicator';
import type { Ledger } from './ledger';
import { eventsOf } from './ledgerFaults';

/** What an indicator says that its ledger does not hold. */
export function indicatorFaults(indicator: Indicator, { ledgers, indicators }: Definitions): Fault[] {
  if (indicator.ledger === null) return [];
  const ledger = ledgers.find((l) => l.id === indicator.ledger);
  if (!ledger) return unlisted('台账', ids(ledgers), indicator.ledger, 'ledger');
  return [
    ...periodFaults(indicator, ledger),
    ...conditionFaults(indicator.denominator, ledger, 'denominator'),
    ...measureFaults(indicator, ledger),
    ...unlisted('列', columnKeys(ledger, indicators), indicator.columns, 'columns'),
  ];
}

const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);

function periodFaults({ period }: CaseIndicator, ledger: Ledger): Fault[] {
  if ('event' in period) return unlisted('事项', eventsOf(ledger), period.event, 'period.event');
  if ('due' in period) return unlisted('期限', ids(ledger.deadlines), period.due, 'period.due');
  return ledger.firstDate.length ? [] : [{ path: 'period.first', message: `${ledger.name}的行没有日期` }];
}

function conditionFaults(conditions: readonly Condition[], ledger: Ledger, path: string): Fault[] {
  return conditions.flatMap((c, i): Fault[] => {
    const at = `${path}.${i}`;
    if ('flag' in c) return unlisted('标记', ids(ledger.flags), c.flag, `${at}.flag`);
    if ('not' in c) return unlisted('标记', ids(ledger.flags), c.not, `${at}.not`);
    if ('happened' in c) return unlisted('事项', eventsOf(ledger), c.happened, `${at}.happened`);
    if ('notHappened' in c) return unlisted('事项', eventsOf(ledger), c.notHappened, `${at}.notHappened`);
    return unlisted('期限', ids(ledger.deadlines), c.inTime, `${at}.inTime`);
  });
}

function measureFaults(indicator: CaseIndicator, ledger: Ledger): Fault[] {
  if (indicator.measure === 'share') return conditionFaults(indicator.numerator, ledger, 'numerator');
  return [
    ...unlisted('事项', eventsOf(ledger), indicator.from, 'from'),
    ...('event' in indicator.period ? [] : [{ path: 'period', message: '时长须计到一个事项的日期' }]),
  ];
}
