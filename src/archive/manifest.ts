import * as z from 'zod';
import { idSchema } from '../domain/catalogue/field';
import { isPeriod, periodYear } from '../domain/period';
import { MONEY_UNITS } from '../domain/reading/money';
import { type ReadingAnswers, SHEETS_ANSWER, TEXT_ENCODINGS } from '../domain/reading/reading';
import type { Submission } from '../domain/submission';
import { ArchiveError } from './errors';
import { type OfficeMark, officeMarkSchema } from './officeMark';

export const FORMAT = 'kaoping-archive';
export const VERSION = 4;

/** No office counts so far: a number beyond was not given by this program. */
const MOST = 1_000_000_000;
const YEARS = [1990, 2100] as const;

const instant = z.iso.datetime();
const count = z.int().min(0).max(MOST);
export const hash = z.string().regex(/^[0-9a-f]{64}$/);
const period = z
  .string()
  .refine(isPeriod, '不是报送期')
  .refine((p) => periodYear(p) >= YEARS[0] && periodYear(p) <= YEARS[1], `年份须在 ${YEARS.join('–')} 之间`);

/** Answers to the questions that every file can raise; the others are of a ledger or a field, by its name. */
const ANSWERS: Readonly<Record<string, z.ZodType>> = {
  encoding: z.enum(TEXT_ENCODINGS),
  alike_columns: z.enum(['same', 'others']),
  day_month_order: z.enum(['day_first', 'month_first']),
  two_digit_year: z.literal('20yy'),
  same_as_above: z.literal('above'),
};
const SHEETS = z.string().regex(SHEETS_ANSWER);
const UNIT = z.enum(MONEY_UNITS);

const answerSchema = (question: string): z.ZodType | undefined =>
  ANSWERS[question] ?? (question.endsWith('_sheets') ? SHEETS : question.endsWith('_unit') ? UNIT : undefined);

/** What is no question is left out. */
const answersSchema = z.record(z.string(), z.unknown()).transform(
  (given, context): ReadingAnswers =>
    Object.fromEntries(
      Object.entries(given).flatMap(([question, answer]) => {
        const result = answerSchema(question)?.safeParse(answer);
        for (const { message } of result?.error?.issues ?? [])
          context.addIssue({ code: 'custom', path: [question], message });
        return result?.success ? [[question, result.data]] : [];
      }),
    ) as ReadingAnswers,
);

/** A submission as it is archived. */
export const submissionSchema: z.ZodType<Submission> = z
  .object({
    id: z.int().min(1).max(MOST),
    file: z.string().min(1).max(4096),
    unit: z.string().min(1).max(64),
    period,
    /** Of the office's catalogue, or of the one that it was when it was taken in: see `Archive`. */
    ledger: idSchema,
    sha256: hash,
    bytes: z.int().min(1),
    encoding: z.string().max(64),
    answers: answersSchema.optional(),
    version: count,
    receivedOn: z.iso.date().nullable(),
    takenInAt: instant,
    rowsRead: count,
    rowsAccepted: count,
    rowsRejected: count,
    withdrawnAt: instant.nullable(),
  })
  .refine((s) => s.rowsRead === s.rowsAccepted + s.rowsRejected, '读取行数不等于采用与搁置之和');

/**
 * What can happen to an archive. `rebuilt`: the manifest was damaged and made anew from what was found. `redefined`: the
 * office's definitions are others than those it was kept under.
 */
export const HISTORY_EVENTS = [
  'added',
  'withdrawn',
  'restored',
  'mended',
  'imported',
  'rebuilt',
  'redefined',
  'persons_shown',
  'persons_exported',
] as const;

const historySchema = z.object({
  at: instant,
  event: z.enum(HISTORY_EVENTS),
  /** The submission it happened to; null for the archive as a whole. */
  submission: count.min(1).nullable(),
  /** That submission's file; empty for the archive as a whole. */
  file: z.string(),
  detail: z.string().optional(),
  /** Under which definitions: those that an import was made with, those that are in force after a change. */
  office: officeMarkSchema.optional(),
});

/** Checked of every manifest, whatever its version. */
export const manifestBody = {
  /** Whose it is, under which definitions; null where a version wrote it that knew one office. */
  office: officeMarkSchema.nullable(),
  workspace: z.string().min(1).max(64),
  nextId: z.int().min(1).max(MOST),
  submissions: z.array(submissionSchema),
  history: z.array(historySchema),
};

/** Every number was given once, before the next. */
export function consistent(
  { submissions, nextId }: { submissions: readonly Submission[]; nextId: number },
  context: z.RefinementCtx,
): void {
  const ids = submissions.map((s) => s.id);
  if (new Set(ids).size !== ids.length)
    context.addIssue({ code: 'custom', path: ['submissions'], message: '序号重复' });
  if (ids.some((id) => id >= nextId)) context.addIssue({ code: 'custom', path: ['nextId'], message: '小于已用序号' });
}

const manifestSchema = z
  .object({
    format: z.literal(FORMAT),
    version: z.literal(VERSION),
    ...manifestBody,
    /** Originals that were found without a word of whose they are: kept, and shown, but no submission. */
    unnamed: z.array(hash),
  })
  .superRefine(consistent);

/** What an archive holds: its submissions and what was done with them, in order. */
export type Manifest = z.infer<typeof manifestSchema>;
export type HistoryEvent = Manifest['history'][number];

/**
 * A manifest of a workspace that begins now.
 * @param nextId the first number that was never given on this computer, so that no tab takes an old submission for a new one
 */
export function newManifest(office: OfficeMark, nextId = 1): Manifest {
  const random = crypto.getRandomValues(new Uint8Array(8));
  const workspace = [...random].map((b) => b.toString(16).padStart(2, '0')).join('');
  return { format: FORMAT, version: VERSION, office, workspace, nextId, submissions: [], history: [], unnamed: [] };
}

/** Versions 1 and 2 knew one office; version 1 no unnamed originals. Computers and backups still hold them. */
function upgraded(content: unknown): unknown {
  const { format, version } = (content ?? {}) as { format?: unknown; version?: unknown };
  if (format !== FORMAT || (version !== 1 && version !== 2)) return content;
  return { ...(content as object), version: VERSION, office: null, ...(version === 1 && { unnamed: [] }) };
}

/**
 * Reads a manifest.
 * @throws ArchiveError as `checked`
 */
export const parseManifest = (text: string): Manifest => readManifest(contentOf(text));

/** A manifest of this version or an earlier one. @throws ArchiveError as `checked` */
export const readManifest = (content: unknown): Manifest => checked(manifestSchema, upgraded(content), VERSION);

/** What a manifest's text holds, unchecked. @throws ArchiveError `manifest_damaged` */
export function contentOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ArchiveError('manifest_damaged', { detail: '不是有效的 JSON' }, { cause: error });
  }
}

/** The version that a manifest says it is of; null where it is none of this program's. */
export function versionOf(content: unknown): number | null {
  const head = z.object({ format: z.literal(FORMAT), version: z.int() }).safeParse(content);
  return head.success ? head.data.version : null;
}

/**
 * A manifest as its schema has it.
 * @param latest the highest version that is known
 * @throws ArchiveError `manifest_newer` for one of a later version, `manifest_damaged` with the first fault otherwise
 */
export function checked<T>(schema: z.ZodType<T>, content: unknown, latest: number): T {
  const version = versionOf(content);
  if (version !== null && version > latest) throw new ArchiveError('manifest_newer', { detail: `格式版本 ${version}` });
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = issue?.path.map(String).join('.') || '整个文件';
  throw new ArchiveError('manifest_damaged', { detail: `${path}：${issue?.message}` }, { cause: result.error });
}
