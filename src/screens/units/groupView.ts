import type { ComponentType } from 'react';
import type { Area, Assessment } from '../../assessment/assess';
import type { Tabulation } from '../../domain/cells';
import type { UnitGroup } from '../../domain/units';
import type { Part, PartPeriod } from './breakdown';

/**
 * One of the office's lists of assessed units; they are never mixed. All in which lists of places and of departments differ is
 * said here, once for each: `places.tsx`, `departments.tsx`. The screen and its panels ask the view and hold no branch for one.
 */
export interface GroupView {
  /** Its name in scheme and ranking, and the address of its screen. */
  id: string;
  of: UnitGroup;
  level: 'prefecture' | 'department';
  /** 界面: 市州. */
  noun: string;
  /** The unit that an address names; undefined where the office has none of this id. */
  find: (id: string) => FoundUnit | undefined;
  /** Why an id is none of theirs: 不是青海省的市州代码. */
  notFound: string;
  /** What counts for them, where that does not go without saying; above the ranking. */
  basis?: string;
  /** Below the heading of the ranking: `note` is printed, `hint` says how the list is used. */
  ranking: { note?: string; hint: string };
  /** Their case indicators side by side: all of them, and what is left over to the province. */
  all: {
    parts: (table: Tabulation, at: PartPeriod) => Part[];
    /** What is listed, and what it adds up to. */
    note: string;
  };
  /** Where else a unit's cases count while it is not assessed. */
  countedIn: string;
  /** The tables of what one unit is made of. */
  Parts: ComponentType<UnitPartsProps>;
  /** What else there is to say of one unit, at the end of its page. */
  More?: ComponentType<{ unit: UnitRef }>;
}

export interface FoundUnit {
  id: string;
  name: string;
  /** Title of its page: 海南藏族自治州考核. */
  title: string;
  /** The offices that it stands for, beside the period. */
  offices?: string;
}

/** One assessed unit as the parts of its page take it. */
export interface UnitRef {
  group: GroupView;
  /** A prefecture's code or a department's id. */
  id: string;
  name: string;
}

export interface UnitPartsProps {
  area: Area;
  assessment: Assessment;
  table: Tabulation;
}
