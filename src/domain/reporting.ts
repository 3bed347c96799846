import * as z from 'zod';
import { type Fault, repeated, unlisted } from './catalogue/fault';
import type { LedgerId } from './ledgers';
import { isPeriod, type Period, periodEnd, type Quarter, quarterPeriod, quartersOf } from './period';
import { comparePeriods } from './submission';

/** How often a ledger is reported; `once`: for one period of whatever length. */
const FORMS = { quarter: /Q/, half_year: /H/, year: /^\d{4}$/, once: /./ } as const;
export type Every = keyof typeof FORMS;
const WORDS: Record<Every, string> = {
  quarter: '季度，如 2017Q1',
  half_year: '半年，如 2017H1',
  year: '年，如 2017',
  once: '报送期',
};

const period = z.string().refine(isPeriod, '须为报送期，如 2017Q1、2017H1、2017');

/**
 * From which reporting period to which an office collects a ledger, and how often. By when is said by the deadline rules of
 * step `submission`. A ledger that no entry names is read all the same when it comes: it is not expected.
 */
const entrySchema = z
  .object({
    /** Id of a ledger of the catalogue. */
    ledger: z.string().min(1),
    every: z.enum(['quarter', 'half_year', 'year', 'once']),
    /** Ids of the groups whose units are to report it; absent: all. */
    groups: z.array(z.string().min(1)).min(1).optional(),
    from: period,
    /** The last period; null: still collected. */
    to: period.nullable(),
    /** 宽限: so many working days after the deadline a submission is still in time. */
    grace: z.int().min(0),
    source: z.string().min(1),
  })
  .superRefine(({ every, from, to }, context) => {
    for (const [key, text] of Object.entries({ from, to }))
      if (text && !FORMS[every].test(text))
        context.addIssue({ code: 'custom', path: [key], message: `${text} 不是${WORDS[every]}` });
    if (to && comparePeriods(from, to) > 0)
      context.addIssue({ code: 'custom', path: ['to'], message: `${to} 早于起始的 ${from}` });
  });

export const reportingSchema = z.array(entrySchema).min(1);
export type Reporting = z.infer<typeof entrySchema>;

/** One reporting period of a ledger that is collected. */
export interface Slot {
  period: Period;
  ledger: LedgerId;
  grace: number;
  /** Of whom: see `Reporting`. */
  groups?: readonly string[] | undefined;
}

/** The period of the same length that follows. */
function next(p: Period): Period {
  const quarters = quartersOf(p);
  const first = (quarters.at(-1) as number) + 1;
  if (quarters.length === 1) return quarterPeriod(first);
  const year = `${Math.floor(first / 4)}`;
  return quarters.length === 2 ? `${year}H${first % 4 === 0 ? 1 : 2}` : year;
}

/**
 * What is collected for the periods that end by the end of a year: in order of the periods, of one period in the order of
 * the profile.
 */
export function slotsUntil(reporting: readonly Reporting[], year: number): Slot[] {
  const last = `${year}-12-31`;
  const slots = reporting.flatMap(({ ledger, every, from, to, grace, groups }) => {
    const end = every === 'once' ? periodEnd(from) : to === null ? last : periodEnd(to);
    const periods: Period[] = [];
    for (let p = from; periodEnd(p) <= last && periodEnd(p) <= end; p = next(p)) periods.push(p);
    return periods.map((p) => ({ period: p, ledger, grace, ...(groups && { groups }) }));
  });
  const ledgers = ledgersOf(reporting);
  return slots.sort(
    (a, b) => comparePeriods(a.period, b.period) || ledgers.indexOf(a.ledger) - ledgers.indexOf(b.ledger),
  );
}

/** The ledgers that are ever expected, in the order of the profile. */
export const ledgersOf = (reporting: readonly Reporting[]): LedgerId[] => [...new Set(reporting.map((r) => r.ledger))];

/** The reporting periods that can be chosen for a submission, in order: those of the ledger, where it is known and expected. */
export function reportingPeriods(reporting: readonly Reporting[], year: number, ledger: LedgerId | null): Period[] {
  const own = reporting.filter((r) => r.ledger === ledger);
  return [...new Set(slotsUntil(own.length ? own : reporting, year).map((s) => s.period))];
}

/** Whether the units of a group are among those of whom something is expected. */
export const isExpectedOf = ({ groups }: Pick<Slot, 'groups'>, group: string): boolean =>
  groups?.includes(group) ?? true;

/**
 * Whether the units of a group are to report a ledger in some of these quarters (null: ever). Of one that is expected of nobody then, all
 * may have.
 */
export function isOwed(
  reporting: readonly Reporting[],
  ledger: LedgerId,
  group: string,
  quarters: readonly Quarter[] | null,
): boolean {
  const then = reporting.filter(
    (r) => r.ledger === ledger && (quarters?.some((q) => start(r) <= q && q <= end(r)) ?? true),
  );
  return then.length === 0 || then.some((r) => isExpectedOf(r, group));
}

/**
 * Ledgers and groups that are none; entries of one ledger that both expect the same quarter of the same group: a file would stand for
 * two.
 */
export function reportingFaults(
  ledgers: readonly string[],
  groups: readonly string[],
  reporting: readonly Reporting[],
): Fault[] {
  const alike = (a: Reporting, b: Reporting) =>
    !a.groups || !b.groups || a.groups.some((group) => isExpectedOf(b, group));
  const overlap = (a: Reporting, b: Reporting) =>
    a.ledger === b.ledger && start(a) <= end(b) && start(b) <= end(a) && alike(a, b);
  return reporting.flatMap((entry, i) => {
    const path = `reporting.${i}`;
    const first = reporting.findIndex((other) => overlap(other, entry));
    const twice = first < i && {
      path,
      message: `台账 ${entry.ledger} 的报送期与 reporting.${first} 重叠，请改起止`,
    };
    return [
      ...unlisted('台账', ledgers, entry.ledger, `${path}.ledger`),
      ...(entry.groups ?? []).flatMap((id, j) => unlisted('考核组', groups, id, `${path}.groups.${j}`)),
      ...repeated('考核组', entry.groups ?? [], (j) => `${path}.groups.${j}`),
      ...(twice ? [twice] : []),
    ];
  });
}

const start = ({ from }: Reporting): number => quartersOf(from)[0] as number;
const end = ({ every, from, to }: Reporting): number =>
  every === 'once'
    ? (quartersOf(from).at(-1) as number)
    : to === null
      ? Number.POSITIVE_INFINITY
      : (quartersOf(to).at(-1) as number);
