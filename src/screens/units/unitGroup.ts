import type { ComponentType } from 'react';
import type { Area, Assessment } from '../../assessment/assess';
import type { Tabulation } from '../../domain/cells';
import type { Office } from '../../domain/office';
import type { Group } from '../../domain/scheme';
import type { Part, PartPeriod } from './breakdown';

/**
 * One of the two lists of assessed units; they are never mixed. All in which the lists differ is said here, once for each:
 * `prefectures.tsx`, `departments.tsx`. The screen and its panels ask the group and hold no branch for one of them.
 */
export interface UnitGroup {
  /** Its name in scheme and ranking, and the address of its screen. */
  id: Group;
  level: 'prefecture' | 'department';
  /** 界面: 市州. */
  noun: string;
  /** The unit that an address names; undefined where the office has none of this id. */
  find: (office: Office, id: string) => FoundUnit | undefined;
  /** Why an id is none of theirs: 不是青海省的市州代码. */
  notFound: (office: Office) => string;
  /** What counts for them, where that does not go without saying; above the ranking. */
  basis?: (office: Office) => string;
  /** Below the heading of the ranking: `note` is printed, `hint` says how the list is used. */
  ranking: { note?: string; hint: string };
  /** Their case indicators side by side: all of them, and what is left over to the province. */
  all: {
    parts: (office: Office, table: Tabulation, at: PartPeriod) => Part[];
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
  group: UnitGroup;
  /** A prefecture's code or a department's id. */
  id: string;
  name: string;
}

export interface UnitPartsProps {
  area: Area;
  assessment: Assessment;
  table: Tabulation;
}
