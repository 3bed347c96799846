import { askedOfLedger } from '../../domain/askedOfLedger';
import type { Catalogue } from '../../domain/catalogue/catalogue';
import { dueColumn, keyColumn, ruleColumn, UNIT_COLUMN, unitsColumn } from '../../domain/catalogue/columns';
import type { Amount } from '../../domain/catalogue/indicator';
import { type Deadline, type Ledger, tellsDepartment, tellsPlace } from '../../domain/catalogue/ledger';
import { countedEvents } from '../../domain/countedEvents';
import { rulesOf } from '../../domain/deadlines';
import type { Office } from '../../domain/office';
import type { DeadlineRule, Step } from '../../domain/profile';
import { deadlineKey, movedKey } from './calendar';
import { departmentIds, oneOf, placeCodes } from './known';
import { rowTestSql } from './rowTests';
import { stored } from './stored';
import { dateLiteral, folded, literal, name, withoutBlanks } from './text';

/** SQL for the id of the rule that applies to a row of `c`; NULL where none is in force. Mirrors `findRule`. */
export function ruleCase(
  rules: readonly DeadlineRule[],
  step: Step,
  has: { kind?: string | undefined; department: string; channel?: string | undefined; on: string },
): string {
  const cases = rulesOf(rules, step).map((r) => {
    const tests = [
      r.kind && (has.kind ? `${has.kind} = ${literal(r.kind)}` : 'false'),
      r.department && `${has.department} = ${literal(r.department)}`,
      r.channel && (has.channel ? `${has.channel} = ${literal(r.channel)}` : 'false'),
      r.from && `${has.on} >= ${dateLiteral(r.from)}`,
      r.to && `${has.on} <= ${dateLiteral(r.to)}`,
    ].filter((t) => t !== null);
    return { test: tests.join(' AND '), id: literal(r.id) };
  });
  const always = cases.findIndex((c) => c.test === '');
  if (always === 0) return cases[0]?.id ?? 'NULL';
  const reachable = always < 0 ? cases : cases.slice(0, always);
  const rest = always < 0 ? 'NULL' : (cases[always]?.id ?? 'NULL');
  if (reachable.length === 0) return rest;
  return `CASE ${reachable.map((c) => `WHEN ${c.test} THEN ${c.id}`).join(' ')} ELSE ${rest} END`;
}

/** The same as the number that tables keep of a rule: looked up as text, deadlines took half as long again. */
const ruleNumber = (...[rules, step, has]: Parameters<typeof ruleCase>): string =>
  `CAST(${ruleCase(rules, step, has)} AS ${oneOf(rules.map((r) => r.id))})`;

/** SQL of what the submission of the row `c` says. */
const ofSubmission = (column: string): string =>
  `(SELECT s.${column} FROM current_submission s WHERE s.id = c.submission)`;

/**
 * SQL of the first day of a case `c`: the first of the ledger's first dates that it has. Of a ledger without any the row stands
 * for its submission's period, on the last day of it.
 */
export const firstDay = ({ firstDate }: Ledger): string => {
  const days = firstDate.map((f) => `c.${name(f)}`);
  if (days.length === 0) return ofSubmission('last');
  return days.length === 1 ? (days[0] as string) : `coalesce(${days.join(', ')})`;
};

/** SQL of where a row `c` stands: as it says, else as the submission that it came in. */
export const placeOf = (ledger: Ledger): string => (tellsPlace(ledger) ? 'c.place' : ofSubmission('place'));
export const departmentOf = (ledger: Ledger): string =>
  tellsDepartment(ledger) ? 'c.department' : ofSubmission('department');

/** Column of a case's first day among the facts: that of the one field that says it, else one of its own. */
export const firstColumn = ({ firstDate }: Ledger): string =>
  firstDate.length === 1 ? (firstDate[0] as string) : 'first_on';

/** SQL of that column of a row `c`, where it is one of its own. */
const ownFirst = (ledger: Ledger): string[] =>
  ledger.firstDate.length === 1 ? [] : [`${firstDay(ledger)} AS ${firstColumn(ledger)}`];

/**
 * SQL of an amount as whole smallest units (fen, gram). Exact: what was read has no more decimals than are kept, three at
 * most, and is the number nearest to that decimal, not above `MOST_AMOUNT` of `reading/numbers`; times 1000 that is off by less
 * than a half, and rounding finds the whole number that was meant. Sums of whole numbers are then exact, whatever their order.
 */
const unitsOf = ({ field, decimals }: Amount): string =>
  `CAST(round(c.${name(field)} * ${10 ** decimals}) AS BIGINT) AS ${name(unitsColumn(field))}`;

/** SQL of a text by which rows are told to be of one thing: without blanks, width and case; NULL where nothing is left. */
const keyOf = (field: string): string =>
  `nullif(lower(${withoutBlanks(folded(`c.${name(field)}`))}), '') AS ${name(keyColumn(field))}`;

/** What indicators ask of rows beside days and flags: columns that stand in limits and facts alike, with their types. */
export function askedColumns(catalogue: Catalogue, ledger: Ledger): { column: string; type: string; sql: string }[] {
  const { keys, amounts, linked } = askedOfLedger(catalogue, ledger);
  return [
    ...keys.map((k) => ({ column: name(keyColumn(k)), type: 'VARCHAR', sql: keyOf(k) })),
    ...amounts.map((a) => ({ column: name(unitsColumn(a.field)), type: 'BIGINT', sql: unitsOf(a) })),
    ...(linked ? [{ column: UNIT_COLUMN, type: 'VARCHAR', sql: `${ofSubmission('unit')} AS ${UNIT_COLUMN}` }] : []),
  ];
}

/** Column of the last day of a limit that runs from one of its starts, in the order of the deadline. */
export const limitColumn = (deadline: Deadline, start: number): string =>
  deadline.starts.length === 1 ? dueColumn(deadline.id) : `${dueColumn(deadline.id)}_${start + 1}`;

/**
 * Tables of what is known of each case whatever the cut-off: see `limitsOf`. A place, department or rule that the office
 * does not have is refused when it comes.
 */
export function limitTables(office: Office): string[] {
  const place = oneOf(placeCodes(office));
  const departments = departmentIds(office);
  const rule = oneOf(office.profile.deadlines.rules.map((r) => r.id));
  const whole = stored('INTEGER');
  const row = `submission ${whole}, sheet ${whole}, "row" ${whole}, place ${stored(place)}`;
  return office.catalogue.ledgers.map((ledger) => {
    // What a place sends as a whole is of no department.
    const department = oneOf(tellsDepartment(ledger) ? departments : ['', ...departments]);
    const days = [
      ...countedEvents(office.catalogue, ledger),
      ...(ledger.firstDate.length === 1 ? [] : [firstColumn(ledger)]),
      ...ledger.deadlines.flatMap((d) => d.starts.map((_, i) => limitColumn(d, i))),
    ];
    const columns = [
      ...days.map((day) => `${name(day)} ${stored('DATE')}`),
      ...ledger.deadlines.map((d) => `${name(ruleColumn(d.id))} ${stored(rule)}`),
      ...ledger.flags.map((f) => `${name(f.id)} ${stored('BOOLEAN')}`),
      ...askedColumns(office.catalogue, ledger).map(({ column, type }) => `${column} ${stored(type)}`),
    ];
    return `CREATE OR REPLACE TABLE ${ledger.id}_limits (${[row, `department ${stored(department)}`, ...columns].join(', ')})`;
  });
}

/** Names within the statement of one start of a deadline: its limit, and the working day to which an extension moves it. */
const limitAlias = (deadline: Deadline, start: number): string => `${deadline.id}_${start + 1}`;

/**
 * The rows of `…_limits` of some submissions: what is known of each case whatever the cut-off. Its days; for each start from
 * which a limit may run its last day; the rule that says so; flags for the indicators. A case exists from its first day.
 * @param submissions SQL of a list of keys
 */
export function limitsOf(
  catalogue: Catalogue,
  ledger: Ledger,
  rules: readonly DeadlineRule[],
  submissions: string,
): string {
  const { deadlines, flags } = ledger;
  const extensions = [...new Set(deadlines.flatMap((d) => d.extension ?? []))];
  const set = deadlines.flatMap((d) => (d.set === undefined ? [] : [d.set]));
  const told = [
    ...countedEvents(catalogue, ledger).map((e) => `c.${name(e)}`),
    ...ownFirst(ledger),
    ...flags.map((f) => `${f.when.map((t) => rowTestSql(t, ledger)).join(' AND ')} AS ${name(f.id)}`),
    ...deadlines.map((d) => `${ruleOf(ledger, d, rules)} AS ${name(ruleColumn(d.id))}`),
    ...extensions.map((e) => `nullif(c.${name(e)}, 0) AS ${name(e)}`),
    ...set.map((s) => `c.${name(s)}`),
    ...askedColumns(catalogue, ledger).map(({ sql }) => sql),
  ];
  const dues = deadlines.flatMap((d) => d.starts.map((_, i) => `${lastDay(d, i)} AS ${name(limitColumn(d, i))}`));
  const joins = deadlines.flatMap((d) => d.starts.map((_, i) => limitJoin(rules, d, i)));
  const left = [...extensions, ...set].map(name);
  return `WITH told AS (
    SELECT c.submission, c.sheet, c."row", ${placeOf(ledger)} AS place, ${departmentOf(ledger)} AS department,
      ${told.join(',\n      ')}
    FROM ${ledger.id} c WHERE c.submission IN (${submissions})
  )
  SELECT t.*${left.length ? ` EXCLUDE (${left.join(', ')})` : ''}${dues.map((d) => `,\n    ${d}`).join('')}
  FROM told t${joins.map((j) => `\n  ${j}`).join('')}`;
}

/** SQL of the rule of a deadline. Without the day on which it must be in force there is none. */
function ruleOf(
  ledger: Ledger,
  { id, lookedUpBy: { on, kind, channel } }: Deadline,
  rules: readonly DeadlineRule[],
): string {
  const rule = ruleNumber(rules, id, {
    kind: kind && `c.${name(kind)}`,
    department: departmentOf(ledger),
    channel: channel && folded(`c.${name(channel)}`),
    on: `c.${name(on)}`,
  });
  return `CASE WHEN c.${name(on)} IS NOT NULL THEN ${rule} END`;
}

/** SQL of the last day of a limit from one of its starts: as set in the row, else by the rule, moved by an extension. */
function lastDay({ extension, set, ...d }: Deadline, start: number): string {
  const alias = limitAlias(d as Deadline, start);
  const due = extension
    ? `CASE WHEN t.${name(extension)} IS NULL THEN ${alias}.due ELSE ${alias}_moved.day END`
    : `${alias}.due`;
  return set === undefined ? due : `coalesce(t.${name(set)}, ${due})`;
}

function limitJoin(rules: readonly DeadlineRule[], d: Deadline, start: number): string {
  const alias = limitAlias(d, start);
  const from = d.starts[start] as Deadline['starts'][number];
  // The deadline from which it runs has one start: the catalogue is checked for that.
  const day = 'event' in from ? `t.${name(from.event)}` : `${from.due}_1.due`;
  const limit = `JOIN deadline ${alias} ON ${alias}.key = ${deadlineKey(rules, `t.${name(ruleColumn(d.id))}`, day)}`;
  return d.extension === undefined
    ? limit
    : `${limit}\n  JOIN moved ${alias}_moved ON ${alias}_moved.idx = ${movedKey(`${alias}.due_idx`, `t.${name(d.extension)}`)}`;
}
