import * as z from 'zod';

const word = z.string().min(1);

/** A unit of a list: with the code of a prefecture it is that prefecture by another name, else it is a place of its own. */
const listedUnitSchema = z.object({
  // No underscore: it parts the names of files.
  id: z.string().regex(/^(\d{6}|[a-z]{2,})$/, '须为6位区划代码，没有代码的用小写字母'),
  name: word,
  short: word,
  aliases: z.array(word),
});

/**
 * What the assessed units of a group are: `regions` the prefectures of `regions.json`; `departments` those of
 * `departments.json` (all are assessed, those with `reports` report); else a list of units (bureaus, committees).
 */
const membersSchema = z.union([z.enum(['regions', 'departments']), z.array(listedUnitSchema).min(1)]);

/** Addresses of screens of the page that are no group's. */
export const RESERVED_GROUPS = ['units', 'year', 'zones', 'indicators', 'cases', 'submissions'] as const;

/**
 * `units.json`: what the office calls its levels, and whom it assesses. The levels are always told apart as `province`,
 * `prefecture` and `county`, whatever the office is: the whole, its parts, and theirs. A city has districts as its
 * `prefecture`s and no third level.
 */
export const unitsSchema = z.object({
  levels: z.object({
    /** `name` 省 (写省自身代码), `whole` 全省, `own` 省本级, `departments` 省级部门. */
    province: z.object({ name: word, whole: word, own: word, departments: word }),
    /** `name` 市州, `own` 市州本级: what carries the code of one that has counties. */
    prefecture: z.object({ name: word, own: word }),
    /** `name` 县区, `full` 县（市、区、行委）; null where the office has no third level. */
    county: z.object({ name: word, full: word }).nullable(),
  }),
  groups: z
    .array(
      z.object({
        id: z
          .string()
          .regex(/^[a-z][a-z_]*$/, '须为小写字母和下划线')
          .refine((id) => !RESERVED_GROUPS.some((r) => r === id), '与页面地址冲突，请换一个'),
        /** Of its list, screen and sheets: 市州, 市直部门. */
        name: word,
        /** One of its units, where they are counted: 8 个市州. */
        one: word,
        units: membersSchema,
      }),
    )
    .min(1),
  /** What stands before and behind the names of departments and says nothing of which: 省、局. The longest is taken first. */
  affixes: z.object({ before: z.array(word), behind: z.array(word) }),
});

export type ProfileUnits = z.infer<typeof unitsSchema>;
export type ListedUnit = z.infer<typeof listedUnitSchema>;
/** A list of assessed units (考核组), ranked for itself. */
export type UnitGroup = ProfileUnits['groups'][number];

/** The level at which a group's figures stand. */
export const groupLevel = ({ units }: Pick<UnitGroup, 'units'>): 'prefecture' | 'department' =>
  units === 'departments' ? 'department' : 'prefecture';

export const listedUnits = ({ groups }: Pick<ProfileUnits, 'groups'>): ListedUnit[] =>
  groups.flatMap(({ units }) => (typeof units === 'string' ? [] : units));

/** Without a code of a region. */
export const isOwnPlace = ({ id }: Pick<ListedUnit, 'id'>): boolean => !/^\d/.test(id);

/** What an office calls its levels and units, as the sentences of the interface need it. */
export interface Words {
  /** 全省. */
  whole: string;
  /** 省: 写省自身代码. */
  province: string;
  /** 省本级. */
  own: string;
  /** 省级部门. */
  departments: string;
  /** 市州. */
  prefecture: string;
  /** All that stand at that level, assessed under whatever name: 市州; 区、管委会. */
  places: string;
  /** 市州本级. */
  prefectureOwn: string;
  /** 县区, 县（市、区、行委）; null without a third level. */
  county: { name: string; full: string } | null;
  /** The smallest areas: 县区, or 区 where there is nothing below. */
  smallest: string;
  /** Whose files are asked for: 市州和部门. */
  units: string;
}

export const wordsOf = ({ levels: { province, prefecture, county }, groups }: ProfileUnits): Words => ({
  whole: province.whole,
  province: province.name,
  own: province.own,
  departments: province.departments,
  prefecture: prefecture.name,
  places: placeNames(groups) || prefecture.name,
  prefectureOwn: prefecture.own,
  county,
  smallest: county?.name ?? prefecture.name,
  units: joined(groups.map((g) => g.name)),
});

const placeNames = (groups: readonly UnitGroup[]): string =>
  groups
    .filter((g) => groupLevel(g) === 'prefecture')
    .map((g) => g.one)
    .join('、');

/** 市州和部门; 区、管委会和市直部门. */
const joined = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join('、')}和${names.at(-1)}`;
