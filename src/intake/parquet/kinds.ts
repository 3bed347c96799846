import type { Struct } from './thrift';

/** Physical types of the Parquet format (parquet.thrift). */
export const PHYSICAL = {
  boolean: 0,
  int32: 1,
  int64: 2,
  int96: 3,
  float: 4,
  double: 5,
  bytes: 6,
  fixed: 7,
} as const;

/** What the cells of a column mean. */
export type Kind =
  /** A column that its writer knew no type of: nothing but gaps, whatever is stored in their place. */
  | { is: 'gaps' }
  | { is: 'boolean' | 'float' | 'double' | 'date' | 'int96' | 'uuid' }
  /** Texts marked as such, in UTF-8. */
  | { is: 'text' }
  /** Bytes without a mark, texts as a rule. */
  | { is: 'bytes' }
  | { is: 'whole'; unsigned: boolean }
  | { is: 'decimal'; scale: number }
  /** Units of a second: 3, 6 or 9 places. A `zone` of null: the file does not say whether it is an instant. */
  | { is: 'time'; places: 3 | 6 | 9; instant: boolean | null }
  /** A type that no field of a ledger can be of, by its name. */
  | { is: 'unreadable'; type: string };

const CONVERTED = { map: 1, list: 3, decimal: 5, date: 6, timestampMillis: 9, timestampMicros: 10, interval: 21 };
const TIME_OF_DAY = [7, 8];
const UNSIGNED = [11, 12, 13, 14];
const TEXTS = [0, 4, 19];
const LOGICAL = {
  string: 1,
  map: 2,
  list: 3,
  enum: 4,
  decimal: 5,
  date: 6,
  time: 7,
  timestamp: 8,
  integer: 10,
  unknown: 11,
  json: 12,
  uuid: 14,
  float16: 15,
};
const REPEATED = 2;
const MOST_DIGITS = 1000;

/** The kind of a top-level column by its element of the footer's schema. */
export function kindOf(element: Struct): Kind {
  const physical = element.get(1) as number | undefined;
  const converted = element.get(6) as number | undefined;
  const [logical, facts] = ((element.get(10) as Struct | undefined)?.entries().next().value ?? []) as [
    number?,
    Struct?,
  ];
  const children = (element.get(5) as number | undefined) ?? 0;
  if (children > 0 || physical === undefined) return { is: 'unreadable', type: nested(converted, logical) };
  if (element.get(3) === REPEATED) return { is: 'unreadable', type: 'LIST' };
  const marked = (l: number, ...c: number[]) => logical === l || (logical === undefined && c.includes(converted ?? -1));
  if (logical === LOGICAL.unknown) return { is: 'gaps' };
  if (marked(LOGICAL.time, ...TIME_OF_DAY)) return { is: 'unreadable', type: 'TIME' };
  if (logical === undefined && converted === CONVERTED.interval) return { is: 'unreadable', type: 'INTERVAL' };
  if (logical === LOGICAL.float16) return { is: 'unreadable', type: 'FLOAT16' };
  if (marked(LOGICAL.decimal, CONVERTED.decimal)) {
    const scale = ((facts?.get(1) ?? element.get(7)) as number | undefined) ?? 0;
    if (!(scale >= 0 && scale <= MOST_DIGITS)) throw new RangeError(`scale of ${scale}`);
    return { is: 'decimal', scale };
  }
  switch (physical) {
    case PHYSICAL.boolean:
      return { is: 'boolean' };
    case PHYSICAL.int32:
    case PHYSICAL.int64:
      return integer(physical, logical, converted, facts);
    case PHYSICAL.int96:
      return { is: 'int96' };
    case PHYSICAL.float:
      return { is: 'float' };
    case PHYSICAL.double:
      return { is: 'double' };
    case PHYSICAL.bytes:
      return marked(LOGICAL.string, ...TEXTS) || logical === LOGICAL.enum || logical === LOGICAL.json
        ? { is: 'text' }
        : { is: 'bytes' };
    case PHYSICAL.fixed:
      return logical === LOGICAL.uuid && element.get(2) === 16 ? { is: 'uuid' } : { is: 'bytes' };
    default:
      throw new RangeError(`physical type ${physical}`);
  }
}

function nested(converted: number | undefined, logical: number | undefined): string {
  if (logical === LOGICAL.map || converted === CONVERTED.map) return 'MAP';
  return logical === LOGICAL.list || converted === CONVERTED.list ? 'LIST' : 'STRUCT';
}

function integer(physical: number, logical?: number, converted?: number, facts?: Struct): Kind {
  if (logical === LOGICAL.date || (logical === undefined && converted === CONVERTED.date)) return { is: 'date' };
  if (physical === PHYSICAL.int64) {
    if (logical === LOGICAL.timestamp) {
      const unit = (facts?.get(2) as Struct | undefined)?.keys().next().value;
      const places = unit === 1 ? 3 : unit === 2 ? 6 : unit === 3 ? 9 : null;
      if (places === null) throw new RangeError(`unit of time ${unit}`);
      return { is: 'time', places, instant: facts?.get(1) === true };
    }
    // Of writers before 2018: the format calls them instants, and not all meant it.
    if (logical === undefined && converted === CONVERTED.timestampMillis)
      return { is: 'time', places: 3, instant: null };
    if (logical === undefined && converted === CONVERTED.timestampMicros)
      return { is: 'time', places: 6, instant: null };
  }
  return {
    is: 'whole',
    unsigned: logical === LOGICAL.integer ? facts?.get(2) === false : UNSIGNED.includes(converted ?? -1),
  };
}
