import { headerKey } from '../headerKey';
import { dueColumn, keyColumn, OWN_COLUMNS, ruleColumn, STANDING_COLUMNS, UNIT_COLUMN, unitsColumn } from './columns';
import type { RowTest } from './condition';
import { type Fault, repeated, unlisted } from './fault';
import { type Field, mostOf } from './field';
import type { Deadline, Ledger } from './ledger';

/** Ten years: no longer extension can be meant. */
const MOST_EXTENSION = 3650;

/** What a ledger, right in form, says against itself. */
export function ledgerFaults(ledger: Ledger): Fault[] {
  const { fields, flags, deadlines, idField, firstDate, oneOf, order, oddities, links } = ledger;
  const of = (types: readonly Field['type'][]) => fields.filter((f) => types.includes(f.type)).map((f) => f.name);
  const names = fields.map((f) => f.name);
  const dates = of(['date']);
  const events = eventsOf(ledger);
  const derived = [
    ...deadlines.flatMap((d) => [dueColumn(d.id), ruleColumn(d.id)]),
    ...of(['id', 'text']).map(keyColumn),
    ...of(['amount', 'count']).map(unitsColumn),
    UNIT_COLUMN,
  ];
  return [
    ...repeated('字段', names, (i) => `fields.${i}.name`),
    ...repeated('标记', ids(flags), (i) => `flags.${i}.id`),
    ...repeated('期限', ids(deadlines), (i) => `deadlines.${i}.id`),
    ...names.flatMap((n, i) =>
      [...OWN_COLUMNS, ...derived].includes(n)
        ? [{ path: `fields.${i}.name`, message: `字段名 ${n} 已用于程序自己的列，请改名` }]
        : [],
    ),
    // Of a case they stand beside each other.
    ...flags.flatMap(({ id }, i) =>
      [...OWN_COLUMNS, ...STANDING_COLUMNS, ...derived, ...events].includes(id)
        ? [{ path: `flags.${i}.id`, message: `标记 ${id} 与一个日期或程序自己的列同名，请改名` }]
        : [],
    ),
    ...standingFaults(fields),
    ...headerFaults(fields),
    ...fields.flatMap((f, i) => [
      ...listFaults(f, `fields.${i}`),
      ...unlisted('事项', events, f.tells, `fields.${i}.tells`),
      // What is masked cannot be sorted.
      ...(f.type === 'text' && f.taxonomy && f.personal
        ? [{ path: `fields.${i}.taxonomy`, message: '可能含姓名的列（personal）不能归类，请删去一处' }]
        : []),
    ]),
    ...unlisted('编号字段', of(['id']), idField, 'idField'),
    ...unlisted('日期', events, firstDate, 'firstDate'),
    ...oneOf.flatMap((group, i) => unlisted('字段', names, group, `oneOf.${i}`)),
    ...order.flatMap((pair, i) => unlisted('日期', dates, pair, `order.${i}`)),
    ...oddities.flatMap((o, i) => [
      ...unlisted('字段', names, o.field, `oddities.${i}.field`),
      ...o.when.flatMap((all, j) => all.flatMap((t, k) => testFaults(t, fields, `oddities.${i}.when.${j}.${k}`))),
    ]),
    ...flags.flatMap((f, i) => [
      ...f.when.flatMap((t, j) => testFaults(t, fields, `flags.${i}.when.${j}`)),
      ...unlisted('事项', events, f.effective, `flags.${i}.effective`),
    ]),
    ...deadlines.flatMap((d, i) => deadlineFaults(d, ledger, deadlines.slice(0, i), `deadlines.${i}`)),
    ...links.flatMap((l, i) => unlisted('字段', of(['id', 'text']), l.field, `links.${i}.field`)),
  ];
}

/** Days on which something happens: after the cut-off they have not come. */
export const eventsOf = ({ fields }: Pick<Ledger, 'fields'>): string[] =>
  fields.filter((f) => f.type === 'date' && !f.planned).map((f) => f.name);

/**
 * What rows say of where they stand is found by its name, and every row must say it: one that does not would count nowhere. A
 * ledger that is sent by units as a whole has no such column at all.
 */
const standingFaults = (fields: readonly Field[]): Fault[] =>
  fields.flatMap((f, i) => {
    const standing = STANDING_COLUMNS.find((name) => name === f.type || name === f.name);
    if (standing === undefined) return [];
    const path = `fields.${i}`;
    if (f.name !== standing) return [{ path: `${path}.name`, message: `类型为 ${standing} 的字段须名为 ${standing}` }];
    if (f.type !== standing) return [{ path: `${path}.type`, message: `名为 ${standing} 的字段类型须为 ${standing}` }];
    return f.required
      ? []
      : [{ path: `${path}.required`, message: `${standing} 须为 true；整个单位合报、不分的台账，不要这一列` }];
  });

const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);

/** A header that two fields accept would be read as the first of them without a word. */
function headerFaults(fields: readonly Field[]): Fault[] {
  const claims = fields.flatMap((f, i) => [
    ...f.headers.map((header, j) => ({
      key: headerKey(header),
      text: header,
      path: `fields.${i}.headers.${j}`,
      of: i,
    })),
    { key: headerKey(f.name), text: f.name, path: `fields.${i}.name`, of: i },
  ]);
  return claims.flatMap((claim, i) => {
    const first = claims.slice(0, i).find((c) => c.key === claim.key);
    if (claim.key === '') return [{ path: claim.path, message: `列名 ${claim.text} 除去括号后没有文字` }];
    return first && first.of !== claim.of
      ? [{ path: claim.path, message: `列名 ${claim.text} 已用于 ${first.path}，请改正或删去一处` }]
      : [];
  });
}

function listFaults(field: Field, path: string): Fault[] {
  if (field.type !== 'list') return [];
  const { values, synonyms = {}, spellings = {}, blank } = field;
  return [
    ...repeated('可选值', values, (i) => `${path}.values.${i}`),
    ...unlisted('可选值', values, Object.values(synonyms), `${path}.synonyms`),
    ...unlisted('可选值', values, Object.keys(spellings), `${path}.spellings`),
    ...unlisted('可选值', values, blank, `${path}.blank`),
    ...repeated('写法', [...values, ...Object.keys(synonyms), ...Object.values(spellings).flat()], () => path),
  ];
}

/** Faults of a test on a row of these fields. */
export function testFaults(test: RowTest, fields: readonly Field[], path: string): Fault[] {
  const names = fields.map((f) => f.name);
  if ('known' in test) return unlisted('字段', names, test.known, `${path}.known`);
  if ('unknown' in test) return unlisted('字段', names, test.unknown, `${path}.unknown`);
  if ('blank' in test) return unlisted('字段', names, test.blank, `${path}.blank`);
  if ('anyKnown' in test) return unlisted('字段', names, test.anyKnown, `${path}.anyKnown`);
  const field = fields.find((f) => f.name === test.field);
  if (field?.type !== 'list') return [{ path: `${path}.field`, message: `${test.field} 不是有可选值的字段` }];
  const values = 'in' in test ? test.in : test.notIn;
  return unlisted('可选值', field.values, values, `${path}.${'in' in test ? 'in' : 'notIn'}`);
}

/** @param before the deadlines above it: a limit can run from the last day of one of them only */
function deadlineFaults(d: Deadline, { fields, flags }: Ledger, before: readonly Deadline[], path: string): Fault[] {
  const of = (type: Field['type'], planned?: true) =>
    fields.filter((f) => f.type === type && (!planned || (f.type === 'date' && f.planned))).map((f) => f.name);
  const events = eventsOf({ fields });
  const through = d.starts.flatMap((s) => ('due' in s ? before.filter((b) => b.id === s.due) : []));
  return [
    ...through.flatMap((b) =>
      b.starts.length > 1
        ? [{ path: `${path}.starts`, message: `期限 ${b.id} 有几个起算日，不能再由它的届满日起算` }]
        : [],
    ),
    ...unlisted('事项', events, d.event, `${path}.event`),
    ...d.starts.flatMap((s, i) =>
      'event' in s
        ? unlisted('事项', events, s.event, `${path}.starts.${i}.event`)
        : unlisted('前面的期限', ids(before), s.due, `${path}.starts.${i}.due`),
    ),
    ...unlisted('事先定下的日期', of('date', true), d.set, `${path}.set`),
    ...unlisted('事项', events, d.lookedUpBy.on, `${path}.lookedUpBy.on`),
    ...unlisted('有可选值的字段', of('list'), d.lookedUpBy.kind, `${path}.lookedUpBy.kind`),
    ...unlisted('文字字段', of('text'), d.lookedUpBy.channel, `${path}.lookedUpBy.channel`),
    ...unlisted('天数字段', of('count'), d.extension, `${path}.extension`),
    ...fields.flatMap((f) =>
      f.name === d.extension && f.type === 'count' && mostOf(f) > MOST_EXTENSION
        ? [{ path: `${path}.extension`, message: `${f.name} 须写明最大值（most），不大于 ${MOST_EXTENSION} 天` }]
        : [],
    ),
    ...unlisted('标记', ids(flags), d.without, `${path}.without`),
  ];
}
