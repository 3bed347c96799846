import type { Duration, Indicator } from './indicator';
import type { Ledger } from './ledger';

/** Columns that every row has beside its fields: a field must not bear their names. */
export const OWN_COLUMNS = ['submission', 'sheet', 'row', 'place', 'file'] as const;

/** Columns of where a row stands, which every list has under these names, whether its ledger tells it or not. */
export const STANDING_COLUMNS = ['county', 'department'] as const;

/** Columns of a deadline: its last day, the rule that says it, and that the day cannot be told. */
export const dueColumn = (deadline: string): string => `${deadline}_due`;
export const ruleColumn = (deadline: string): string => `${deadline}_rule`;
export const undatedColumn = (deadline: string): string => `${deadline}_undated`;

/** The durations over a ledger's cases: each is a column of days in lists of cases. */
export const durationsOf = (indicators: readonly Indicator[], ledger: string): Duration[] =>
  indicators.filter((i): i is Duration => 'daysName' in i).filter((i) => i.ledger === ledger);

/** Keys of all columns that a list of a ledger's cases can show, but those that say where a row came from. */
export const columnKeys = ({ id, fields, deadlines }: Ledger, indicators: readonly Indicator[]): string[] => [
  ...fields.map((f) => f.name),
  ...deadlines.flatMap((d) => [dueColumn(d.id), ruleColumn(d.id)]),
  ...durationsOf(indicators, id).map((i) => i.id),
];

/** Columns of what a row holds in other words: a text by which rows are told to be of one thing, an amount in whole smallest units. */
export const keyColumn = (field: string): string => `${field}_key`;
export const unitsColumn = (field: string): string => `${field}_units`;
/** Column of the reporting unit, where rows are linked. */
export const UNIT_COLUMN = 'reporting_unit';
