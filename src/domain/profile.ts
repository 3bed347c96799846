import * as z from 'zod';
import { schemeSchema } from './scheme';

const code = z.string().regex(/^\d{6}$/, '须为6位区划代码');
const month = z.string().regex(/^\d{4}-\d{2}$/, '须为 YYYY-MM');
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
        history: history.optional(),
      }),
    )
    .min(1),
  counties: z
    .array(
      z.object({
        code,
        name: z.string(),
        short: z.string(),
        prefecture: code,
        kind: z.string(),
        statisticalCode: z.boolean().optional(),
        tile: z.object({ row: z.int().min(0), column: z.int().min(0) }),
        history: history.optional(),
        confidence,
      }),
    )
    .min(1),
});

const zoneMember = z.object({ code, name: z.string(), confidence });

const zonesSchema = z.object({
  version: z.string(),
  referenceMonth: month,
  basis: z.string(),
  caution: z.string(),
  zones: z.array(
    z.object({
      id: z.string(),
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
  departments: z
    .array(
      z.object({
        id: z.string().regex(/^[a-z_]+$/),
        name: z.string(),
        office: z.string(),
        aliases: z.array(z.string().min(2)),
        reports: z.boolean(),
      }),
    )
    .min(1),
  channels: z.array(z.object({ id: z.string(), name: z.string(), department: z.string() })),
  channelNote: z.string(),
});

export const STEPS = ['acceptance', 'closure', 'feedback', 'disclosure', 'submission'] as const;

const deadlinesSchema = z.object({
  note: z.string(),
  rules: z.array(
    z.object({
      id: z.string(),
      step: z.enum(STEPS),
      kind: z.enum(['投诉', '举报']).nullable(),
      department: z.string().nullable(),
      channel: z.string().nullable(),
      from: day.nullable(),
      to: day.nullable(),
      limit: z.object({ value: z.int().min(0), unit: z.enum(['working_days', 'calendar_days']) }),
      source: z.string().min(1),
      note: z.string(),
      confidence,
    }),
  ),
});

const headSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string(),
  office: z.string(),
  year: z.int(),
  reporting: z.object({
    every: z.literal('quarter'),
    from: z.string().regex(/^\d{4}Q[1-4]$/),
    ledgers: z.array(z.enum(['complaints', 'penalties'])).min(1),
  }),
  localHolidays: z.array(day),
  note: z.string(),
});

/** The files of a profile folder, each with its schema. */
export const PROFILE_FILES = {
  profile: headSchema,
  regions: regionsSchema,
  zones: zonesSchema,
  departments: departmentsSchema,
  deadlines: deadlinesSchema,
  scheme: schemeSchema,
} as const;

export type ProfileFile = keyof typeof PROFILE_FILES;
export type Profile = z.infer<typeof headSchema> & {
  regions: z.infer<typeof regionsSchema>;
  zones: z.infer<typeof zonesSchema>;
  departments: z.infer<typeof departmentsSchema>;
  deadlines: z.infer<typeof deadlinesSchema>;
  scheme: z.infer<typeof schemeSchema>;
};
export type County = Profile['regions']['counties'][number];
export type Zone = Profile['zones']['zones'][number];
export type Department = Profile['departments']['departments'][number];
export type DeadlineRule = Profile['deadlines']['rules'][number];
export type Step = (typeof STEPS)[number];

/** A profile that cannot be used; every fault has its file and path. */
export class ProfileError extends Error {
  constructor(readonly faults: string[]) {
    super(`方案配置有误，未载入：\n${faults.join('\n')}`);
    this.name = 'ProfileError';
  }
}

/** Checks one parsed file against its schema. @throws ProfileError with `file → path: reason` of every fault */
export function checkFile<F extends ProfileFile>(file: F, content: unknown): z.infer<(typeof PROFILE_FILES)[F]> {
  const result = PROFILE_FILES[file].safeParse(content);
  if (!result.success)
    throw new ProfileError(
      result.error.issues.map((i) => `${file}.json → ${i.path.map(String).join('.') || '（整个文件）'}：${i.message}`),
    );
  return result.data as z.infer<(typeof PROFILE_FILES)[F]>;
}

/**
 * Reads a profile from its parsed files and checks what the files say of each other.
 * @param files one parsed JSON document per name in PROFILE_FILES
 * @throws ProfileError listing every fault with its path
 */
export function readProfile(files: Record<ProfileFile, unknown>): Profile {
  const faults: string[] = [];
  const checked: Partial<Record<ProfileFile, unknown>> = {};
  for (const name of Object.keys(PROFILE_FILES) as ProfileFile[]) {
    try {
      checked[name] = checkFile(name, files[name]);
    } catch (error) {
      if (!(error instanceof ProfileError)) throw error;
      faults.push(...error.faults);
    }
  }
  if (faults.length) throw new ProfileError(faults);
  const { profile, ...rest } = checked;
  const whole = { ...(profile as object), ...rest } as Profile;
  faults.push(...crossFaults(whole));
  if (faults.length) throw new ProfileError(faults);
  return whole;
}

function crossFaults(p: Profile): string[] {
  const faults: string[] = [];
  const prefectures = new Set(p.regions.prefectures.map((x) => x.code));
  const counties = new Set<string>();
  p.regions.counties.forEach((c, i) => {
    if (counties.has(c.code)) faults.push(`regions.json → counties.${i}.code：代码 ${c.code} 重复`);
    counties.add(c.code);
    if (!prefectures.has(c.prefecture))
      faults.push(`regions.json → counties.${i}.prefecture：市州 ${c.prefecture} 不在列表中`);
  });
  p.zones.zones.forEach((zone, i) => {
    for (const list of ['members', 'candidates'] as const)
      zone[list].forEach((m, j) => {
        if (!counties.has(m.code)) faults.push(`zones.json → zones.${i}.${list}.${j}.code：县区 ${m.code} 不在列表中`);
      });
  });
  const departments = new Set(p.departments.departments.map((d) => d.id));
  p.deadlines.rules.forEach((r, i) => {
    if (r.department && !departments.has(r.department))
      faults.push(`deadlines.json → rules.${i}.department：部门 ${r.department} 不在列表中`);
  });
  for (const step of STEPS)
    if (!p.deadlines.rules.some((r) => r.step === step)) faults.push(`deadlines.json → rules：缺少 ${step} 的期限`);
  return faults;
}
