import type { County } from './profile';

/**
 * Where a case stands: a county, or a prefecture and no county of it (市州本级; a district that has no counties), or 省本级
 * (province only).
 */
export interface Place {
  /** The county's, prefecture's or province's code in the profile's reference month; the id of a unit that has none. */
  code: string;
  level: 'county' | 'prefecture' | 'province';
  prefecture: string | null;
  name: string;
}

/** A part of the whole: a prefecture, a district, or a listed unit without a code of its own (`coded` false). */
export interface Prefecture extends Place {
  short: string;
  aliases: readonly string[];
  readings?: readonly string[] | undefined;
  history?: County['history'];
  coded: boolean;
  /** Whether it has counties; where not, its own code says all. */
  parted: boolean;
}

/** One of the smallest areas, as the map shows them. */
export interface SmallArea extends Place {
  level: 'county' | 'prefecture';
  short: string;
  tile: { row: number; column: number };
  history?: County['history'];
}

/** What a text in a county column stands for. */
export interface PlaceFound {
  place: Place;
  /**
   * `merged`: the name or code is of a unit made of several (茫崖市) after the period told of. `shared`: a county and a prefecture bear the
   * name; the county is meant (玉树), unless it is the prefecture's full name and the county's only formerly or in short.
   */
  caution?: 'merged' | 'shared';
}

export type PlaceMatch =
  | PlaceFound
  /** Several places bear the name, and neither what stands before it nor the unit tells which: none is chosen. */
  | { ambiguous: Place[] };
