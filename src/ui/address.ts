import * as z from 'zod';
import { CALENDAR_FIRST, CALENDAR_LAST, CUT_OFF_LAST } from '../domain/calendar';
import type { Catalogue } from '../domain/catalogue/catalogue';
import { type Day, isDay } from '../domain/day';
import { EVIDENCE_SIDES } from '../domain/evidence';
import { isPeriod, type Period, periodEnd } from '../domain/period';

/**
 * The addresses of all screens: what stands behind the `#` is the whole state of a screen but for persons (what is searched
 * for, whether they are shown), so that any view can be bookmarked, sent and printed again. Screens link to each other through this table and never import one another.
 *
 * A value that cannot be read falls back to its default: an old or mistyped link still opens.
 */
const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const name = z.string().min(1).max(64);
const flag = z.literal('1');

const period = z
  .string()
  .refine((p): boolean => isPeriod(p) && periodEnd(p) >= CALENDAR_FIRST && periodEnd(p) <= CALENDAR_LAST);
const cutOff = z.string().refine((d): boolean => isDay(d) && d >= CALENDAR_FIRST && d <= CUT_OFF_LAST);
const level = z.enum(['province', 'prefecture', 'county', 'department', 'zone']);
const sort = { sort: optional(name), descending: optional(flag) };

/** What every screen shares: the assessed period and the cut-off. Absent: the profile's year, the period's own day. */
export const viewSearch = z.object({ period: optional(period), asOf: optional(cutOff) });
export type ViewSearch = { period?: Period | undefined; asOf?: Day | undefined };

/** An indicator or a ledger that the catalogue does not have is a value that cannot be read. */
function searchesOf(catalogue: Catalogue) {
  const indicator = z.enum(catalogue.indicators.map((i) => i.id));
  const counted = z.enum(catalogue.counted.map((i) => i.id));
  const ledger = z.enum(catalogue.ledgerIds);
  return {
    /** 年度考核. `trend`: indicator of the trend chart. */
    year: z.object({ trend: optional(indicator) }),
    /** 片区. `indicator` colours the map, `zone` is the one outlined, `county` the one opened. */
    zones: z.object({
      indicator: optional(indicator),
      zone: optional(name),
      county: optional(name),
    }),
    /** 市州, 部门: a screen for each group of the office. `id`: the unit. `county`: one of its counties. */
    units: z.object({
      id: optional(name),
      county: optional(name),
      indicator: optional(indicator),
    }),
    /** 指标. `id`: the indicator; `level`: which areas are compared. */
    indicators: z.object({
      id: optional(indicator),
      level: optional(level),
      within: optional(name),
    }),
    /**
     * 案件: the rows behind one number, or without `indicator` all cases of a `ledger`. `level` and `id` name the area, `own` only
     * what carries its own code (省本级), `side` which rows; `all`: every quarter up to the cut-off instead of the period's. What is
     * searched for is not here: see `caseSearch.ts`.
     */
    cases: z.object({
      indicator: optional(counted),
      ledger: optional(ledger),
      side: optional(z.enum(EVIDENCE_SIDES)),
      level: optional(level),
      id: optional(name),
      own: optional(flag),
      department: optional(name),
      all: optional(flag),
      /** Only rows whose text in a field is listed so: `field.internet`. */
      class: optional(z.string().regex(/^[a-z0-9_]+\.[a-z0-9_]+$/)),
      /** Keys of the columns shown, separated by commas; absent: those that decide the indicator. */
      columns: optional(z.string().max(800)),
      ...sort,
    }),
    /**
     * 报送. `tab`: which part; the others narrow the register and the problems. `rate`: only the entries that 报送及时率 of the
     * period counts, on that side; `all`: entries of every period up to the cut-off instead of the period's.
     */
    submissions: z.object({
      tab: optional(z.enum(['register', 'problems', 'shared', 'files'])),
      state: optional(z.enum(['unreported', 'not_due', 'on_time', 'late', 'unknown', 'unreadable', 'undated'])),
      unit: optional(name),
      group: optional(name),
      rate: optional(z.enum(['numerator', 'missing', 'denominator'])),
      all: optional(flag),
      ledger: optional(ledger),
      severity: optional(z.enum(['error', 'warning', 'note'])),
      code: optional(name),
      submission: optional(z.string().regex(/^\d+$/)),
      /** Problems of one cause: submission, code and what `ProblemGroup.id` is. */
      cause: optional(z.string().regex(/^\d+\.[a-z_]+\.\d*\.[a-z_]*\.[0-9a-f]{0,12}$/)),
      /** The register's entry that is opened: `unit|period|ledger`. */
      cell: optional(name),
    }),
  } as const satisfies Record<string, z.ZodObject>;
}

type Searches = ReturnType<typeof searchesOf>;

const SEARCHES = new WeakMap<Catalogue, Searches>();

/** The search parameters of each screen, beside those of `viewSearch`. */
export function screenSearch(catalogue: Catalogue): Searches {
  let searches = SEARCHES.get(catalogue);
  if (!searches) {
    searches = searchesOf(catalogue);
    SEARCHES.set(catalogue, searches);
  }
  return searches;
}

export type ScreenKind = keyof Searches;
/** The screen of a group of units: `units/prefectures`. */
export type UnitsScreenId = `units/${string}`;
export type ScreenId = Exclude<ScreenKind, 'units'> | UnitsScreenId;
export type ScreenSearch<S extends ScreenId> =
  S extends Exclude<ScreenKind, 'units'> ? z.infer<Searches[S]> : z.infer<Searches['units']>;

export const unitsScreen = (group: string): UnitsScreenId => `units/${group}`;

const isUnitsScreen = (screen: ScreenId): screen is UnitsScreenId => screen.startsWith('units/');

/** What may stand in the address of a screen. */
export const searchOf = <S extends ScreenId>(catalogue: Catalogue, screen: S): z.ZodType<ScreenSearch<S>> =>
  screenSearch(catalogue)[isUnitsScreen(screen) ? 'units' : (screen as ScreenKind)] as never;

/** Path of a screen behind the `#`; that of a group is the group's id. */
export const screenPath = (screen: ScreenId): string => `/${screen.replace(/^units\//, '')}`;

/** Search parameters as plain text values: `2017` stays the text `2017`, nothing is parsed as JSON. */
export const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));

/** The inverse of `parseSearch`; undefined and empty values are left out. */
export function stringifySearch(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(([, v]) => v !== undefined && v !== null && v !== '');
  const text = new URLSearchParams(given.map(([k, v]) => [k, String(v)])).toString();
  return text ? `?${text}` : '';
}

/** Links of earlier versions carried the text searched for. The parameters without it; null where there is none. */
export function withoutSearchText(search: Record<string, unknown>): Record<string, unknown> | null {
  if (!('find' in search)) return null;
  const { find: _, ...rest } = search;
  return rest;
}
