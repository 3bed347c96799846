import { askedOf, measureOf } from '../measures';
import type { Definitions } from './catalogue';
import { columnKeys } from './columns';
import { conditionFaults } from './conditionFaults';
import { type Fault, unlisted } from './fault';
import { type Amount, type CaseIndicator, type Indicator, isOfReporting } from './indicator';
import { type Ledger, tellsPlace } from './ledger';
import { eventsOf } from './ledgerFaults';

/** What an indicator says that its ledger does not hold, or that does not fit what it measures. */
export function indicatorFaults(indicator: Indicator, { ledgers, indicators }: Definitions): Fault[] {
  const faults = targetFaults(indicator);
  if (isOfReporting(indicator)) return faults;
  const ledger = ledgers.find((l) => l.id === indicator.ledger);
  if (!ledger) return [...faults, ...unlisted('台账', ids(ledgers), indicator.ledger, 'ledger')];
  return [
    ...faults,
    ...levelFaults(indicator, ledger),
    ...periodFaults(indicator, ledger),
    ...conditionFaults(indicator.denominator, ledger, ledgers, 'denominator'),
    ...('numerator' in indicator ? conditionFaults(indicator.numerator, ledger, ledgers, 'numerator') : []),
    ...fieldFaults(indicator, ledger),
    ...questionFaults(indicator, ledger),
    ...unlisted('列', columnKeys(ledger, indicators), indicator.columns, 'columns'),
  ];
}

const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);

function targetFaults(indicator: Indicator): Fault[] {
  const { target } = indicator;
  const { whole, better, scored } = measureOf(indicator);
  if (!target) return [];
  return [
    ...(whole !== null && target.value > whole ? [{ path: 'target.value', message: scored.range }] : []),
    ...(better === null ? [{ path: 'target', message: '不分优劣的指标没有目标值' }] : []),
  ];
}

/** Rows that do not say where they lie are of no county. */
const levelFaults = ({ levels }: CaseIndicator, ledger: Ledger): Fault[] =>
  tellsPlace(ledger)
    ? []
    : (levels ?? []).flatMap((level, i) =>
        level === 'county'
          ? [{ path: `levels.${i}`, message: `台账 ${ledger.id} 没有类型为 county 的字段，不能列到这一级` }]
          : [],
      );

function periodFaults({ period }: CaseIndicator, ledger: Ledger): Fault[] {
  if ('event' in period) return unlisted('事项', eventsOf(ledger), period.event, 'period.event');
  if ('due' in period) return unlisted('期限', ids(ledger.deadlines), period.due, 'period.due');
  return [];
}

/** Its cases can be asked for only by the sides that it has; what needs attention is asked for, and past a deadline. */
function questionFaults(indicator: CaseIndicator, ledger: Ledger): Fault[] {
  const { question, role, period } = indicator;
  const { side, outstanding } = question ?? {};
  return [
    ...(role === 'attention' && !(question && 'due' in period)
      ? [{ path: 'question', message: '待办指标（role 为 attention）须写 question，归期须为期限届满日' }]
      : []),
    ...(side !== undefined && side !== 'denominator' && !measureOf(indicator).parts
      ? [{ path: 'question.side', message: '没有分子的指标只能列出全部案件（denominator）' }]
      : []),
    ...unlisted('事项', eventsOf(ledger), outstanding?.since, 'question.outstanding.since'),
    ...unlisted('期限', ids(ledger.deadlines), outstanding?.due, 'question.outstanding.due'),
  ];
}

/** What its measure takes of a row beside conditions. */
function fieldFaults(indicator: CaseIndicator, ledger: Ledger): Fault[] {
  const { from, subject, amounts } = askedOf(indicator);
  const named = ledger.fields.filter((f) => f.type === 'id' || f.type === 'text').map((f) => f.name);
  return [
    ...unlisted('事项', eventsOf(ledger), from, 'from'),
    ...(from === undefined || 'event' in indicator.period
      ? []
      : [{ path: 'period', message: '时长须计到一个事项的日期' }]),
    ...unlisted('编号或文字字段', named, subject, 'subject'),
    ...amounts.flatMap((amount, i) => amountFaults(amount, ledger, i === 0 ? 'amount' : 'per')),
  ];
}

/** The same unit and decimals as the field's, or sums would be shown a hundred times too large. */
function amountFaults({ field, unit, decimals }: Amount, { fields }: Ledger, path: string): Fault[] {
  const found = fields.find((f) => f.name === field);
  if (found?.type === 'count')
    return decimals === 0 ? [] : [{ path: `${path}.decimals`, message: `${field} 是整数，须为 0 位小数` }];
  if (found?.type !== 'amount') {
    const summed = fields.filter((f) => f.type === 'amount' || f.type === 'count').map((f) => f.name);
    return unlisted('可相加的字段', summed, field, `${path}.field`);
  }
  return found.unit === unit && found.decimals === decimals
    ? []
    : [{ path, message: `${field} 以${found.unit}计、保留 ${found.decimals} 位小数，此处须相同` }];
}
