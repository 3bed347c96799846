import { CALENDAR_LAST } from '../../domain/calendar';
import { dueColumn, undatedColumn } from '../../domain/catalogue/columns';
import type { Deadline, Ledger } from '../../domain/catalogue/ledger';
import type { Day } from '../../domain/day';
import { type DeadlinePart, deadlinePart } from '../../domain/deadlineLines';
import { dateLiteral, literal, name } from './text';

/**
 * SQL of how the steps of a case stand against their deadlines, from the facts `f` alone: what a case is shown to be cannot be
 * other than what it counts as.
 */
export const deadlineColumns = (ledger: Ledger, asOf: Day): [key: string, sql: string][] =>
  ledger.deadlines.flatMap((d) => {
    const parts: Record<DeadlinePart, string> = {
      state: stateOf(d, ledger, asOf),
      reason: reasonOf(d, ledger),
      from: fromOf(d),
      start: `strftime(${startOf(d)}, '%Y-%m-%d')`,
      done: `strftime(f.${name(d.event)}, '%Y-%m-%d')`,
    };
    return Object.entries(parts).map(([part, sql]): [string, string] => [
      deadlinePart(d.id, part as DeadlinePart),
      sql,
    ]);
  });

const due = (d: Deadline): string => `f.${name(dueColumn(d.id))}`;
const done = (d: Deadline): string => `f.${name(d.event)}`;

/** SQL of the day from which the limit runs; NULL where it does not run yet. */
const startOf = ({ starts }: Deadline): string => {
  const days = starts.map((s) => `f.${name('event' in s ? s.event : dueColumn(s.due))}`);
  return days.length === 1 ? (days[0] as string) : `coalesce(${days.join(', ')})`;
};

/** SQL of what the limit runs from, in words; where it does not run yet, of what it may run from last. */
function fromOf({ starts }: Deadline): string {
  const last = literal(starts.at(-1)?.says ?? '');
  const cases = starts
    .slice(0, -1)
    .map((s) => `WHEN f.${name('event' in s ? s.event : dueColumn(s.due))} IS NOT NULL THEN ${literal(s.says)}`);
  return cases.length === 0 ? last : `CASE ${cases.join(' ')} ELSE ${last} END`;
}

/** SQL of why the step does not apply to a case, in words; NULL where it does. */
function reasonOf(d: Deadline, ledger: Ledger): string {
  const flags = d.without.flatMap((id) => ledger.flags.filter((f) => f.id === id));
  const [first] = d.starts;
  const missing = first && 'missing' in first ? first.missing : undefined;
  const cases = [
    ...flags.map((f) => `WHEN f.${name(f.id)} THEN ${literal(f.says)}`),
    ...(missing === undefined ? [] : [`WHEN ${startOf(d)} IS NULL THEN ${literal(missing)}`]),
  ];
  return cases.length === 0 ? 'NULL' : `CASE ${cases.join(' ')} END`;
}

/** SQL of `DeadlineState`. */
const stateOf = (d: Deadline, ledger: Ledger, asOf: Day): string => `CASE
      WHEN ${reasonOf(d, ledger)} IS NOT NULL THEN 'not_applicable'
      WHEN f.${name(undatedColumn(d.id))} THEN ${asOf > CALENDAR_LAST ? "'undated'" : "'not_due'"}
      WHEN ${due(d)} IS NULL THEN 'not_applicable'
      WHEN ${done(d)} <= ${due(d)} THEN 'on_time'
      WHEN ${due(d)} > ${dateLiteral(asOf)} THEN 'not_due'
      WHEN ${done(d)} IS NULL THEN 'open' ELSE 'late' END`;
