import * as z from 'zod';
import { cutOffSchema } from './cutOff';
import { reportingSchema } from './reporting';
import { datedSchemeSchema } from './scheme';
import { type Taxonomies, taxonomiesSchema } from './taxonomies';
import { fold } from './text';
import { type ProfileUnits, unitsSchema } from './units';

const code = z.string().regex(/^\d{6}$/, '须为6位区划代码');
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '须为 YYYY-MM');
const day = z.iso.date();
const confidence = z.string();

const history = z.array(
  z.object({
    code,
    name: z.string().min(1),
    from: month.nullable(),
    to: month.nullable(),
    mergedWith: z.array(code).optional(),
  }),
);

/** Pinyin of a name, or of its beginning, that is not the usual reading of its characters: 称多 chen duo. For the search. */
const readings = z
  .array(z.string().regex(/^[a-z]+( [a-z]+)*$/, '须为小写拼音，音节之间一个空格，如 chen duo'))
  .optional();

/** Where an area stands in the grid of tiles. */
const tile = z.object({ row: z.int().min(0), column: z.int().min(0) });

const regionsSchema = z.object({
  referenceMonth: month,
  source: z.string(),
  note: z.string(),
  province: z.object({ code, name: z.string(), short: z.string(), aliases: z.array(z.string()) }),
  prefectures: z
    .array(
      z.object({
        code,
        name: z.string(),
        short: z.string(),
        aliases: z.array(z.string()),
        readings,
        /** Of one that has no counties: it is one of the smallest areas itself. */
        tile: tile.optional(),
        history: history.optional(),
      }),
    )
    .min(1),
  counties: z.array(
    z.object({
      code,
      name: z.string(),
      short: z.string(),
      /** Other spellings, short as they may be: 前郭县, 前郭. */
      aliases: z.array(z.string().min(1)).optional(),
      readings,
      prefecture: code,
      kind: z.string(),
      statisticalCode: z.boolean().optional(),
      tile,
      history: history.optional(),
      confidence,
    }),
  ),
});

/** `from`: first month of the membership; `to`: first month without it, as in `history`; absent or null: open. */
const zoneMember = z
  .object({ code, name: z.string(), confidence, from: month.nullish(), to: month.nullish() })
  .refine((m) => !m.from || !m.to || m.from < m.to, { message: 'to 须晚于 from', path: ['to'] });

const zonesSchema = z.object({
  version: z.string(),
  referenceMonth: month,
  /** What the office calls them all: 四区两带一线. */
  name: z.string().optional(),
  basis: z.string(),
  caution: z.string(),
  zones: z.array(
    z.object({
      id: z.string().min(1),
      name: z.string(),
      kind: z.enum(['区', '带', '线']),
      members: z.array(zoneMember),
      candidates: z.array(zoneMember),
      source: z.string(),
    }),
  ),
});

const departmentsSchema = z.object({
  note: z.string(),
  /** The month whose names and duties stand outside of the histories. */
  referenceMonth: month,
  departments: z
    .array(
      z.object({
        id: z.string().regex(/^[a-z_]+$/),
        name: z.string(),
        office: z.string(),
        aliases: z.array(z.string().min(2)),
        reports: z.boolean(),
        /** Its names, and whether it reports, through the years; without it the above hold in all of them. */
        history: z
          .array(
            z.object({
              name: z.string().min(1),
              office: z.string().min(1),
              reports: z.boolean(),
              from: month.nullable(),
              to: month.nullable(),
            }),
          )
          .min(1)
          .optional(),
        /** Id of the department in which it is counted once it is there no longer. */
        successor: z.string().optional(),
      }),
    )
    .min(1),
  channels: z.array(
    z.object({
      // A ledger's channel is compared folded.
      id: z.string().refine((id) => id !== '' && fold(id) === id, '须为半角，首尾不留空格'),
      name: z.string(),
      department: z.string(),
    }),
  ),
  channelNote: z.string(),
});

const deadlinesSchema = z.object({
  note: z.string(),
  rules: z.array(
    z.object({
      id: z.string().min(1),
      /** A deadline of a ledger of the catalogue, or the submission: see `Catalogue.steps`. */
      step: z.string().min(1),
      kind: z.string().nullable(),
      department: z.string().nullable(),
      channel: z.string().nullable(),
      /** Of step `submission` only: by when this ledger is due. */
      ledger: z.string().nullable().default(null),
      from: day.nullable(),
      to: day.nullable(),
      limit: z.object({ value: z.int().min(0), unit: z.enum(['working_days', 'calendar_days']) }),
      source: z.string().min(1),
      note: z.string(),
      confidence,
    }),
  ),
});

/** Also the name of its folder, and part of the names of what a browser keeps. */
export const PROFILE_ID = /^[a-z0-9-]{1,64}$/;

/** The one profile that there was before there could be several: what says no profile is of it. */
export const FIRST_PROFILE = 'qinghai-2017';

/** Words of its papers (文书): what its documents call the assessment, 绩效考核, as in 2017年绩效考核结果, and where that is from. */
const papersSchema = z.object({ assessment: z.string().min(1), source: z.string().min(1) });

const headSchema = z.object({
  id: z.string().regex(PROFILE_ID),
  name: z.string(),
  office: z.string(),
  year: z.int(),
  reporting: reportingSchema,
  cutOff: cutOffSchema,
  localHolidays: z.array(day),
  papers: papersSchema,
  /** Folders of sample submissions beside the page; none: it opens on an empty workspace. */
  samples: z.array(z.string().regex(PROFILE_ID)).default([]),
  note: z.string(),
});

/** The files of a profile folder, each with its schema. */
export const PROFILE_FILES = {
  profile: headSchema,
  regions: regionsSchema,
  units: unitsSchema,
  zones: zonesSchema,
  departments: departmentsSchema,
  deadlines: deadlinesSchema,
  taxonomies: taxonomiesSchema,
  scheme: datedSchemeSchema,
} as const;

export type ProfileFile = keyof typeof PROFILE_FILES;
export type Profile = z.infer<typeof headSchema> & {
  regions: z.infer<typeof regionsSchema>;
  units: ProfileUnits;
  zones: z.infer<typeof zonesSchema>;
  departments: z.infer<typeof departmentsSchema>;
  deadlines: z.infer<typeof deadlinesSchema>;
  taxonomies: Taxonomies;
  scheme: z.infer<typeof datedSchemeSchema>;
};
export type County = Profile['regions']['counties'][number];
export type Zone = Profile['zones']['zones'][number];
export type Department = Profile['departments']['departments'][number];
export type DeadlineRule = Profile['deadlines']['rules'][number];
export type Step = string;
