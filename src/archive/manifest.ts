import * as z from 'zod';
import { LEDGER_IDS } from '../domain/ledgers';
import { isPeriod } from '../domain/period';
import type { Submission } from '../domain/submission';
import { ArchiveError } from './errors';

/** Name of the manifest in a store and in an exported zip. */
export const MANIFEST = 'manifest.json';
const FORMAT = 'kaoping-archive';
const VERSION = 1;

const instant = z.iso.datetime();
const count = z.int().min(0);

const submissionSchema: z.ZodType<Submission> = z.object({
  id: z.int().min(1),
  file: z.string().min(1),
  unit: z.string().min(1),
  period: z.string().refine(isPeriod, '不是报送期'),
  ledger: z.enum(LEDGER_IDS),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(1),
  encoding: z.string(),
  version: count,
  receivedOn: z.iso.date().nullable(),
  takenInAt: instant,
  rowsRead: count,
  rowsAccepted: count,
  rowsRejected: count,
  withdrawnAt: instant.nullable(),
});

const manifestSchema = z
  .object({
    format: z.literal(FORMAT),
    version: z.literal(VERSION),
    workspace: z.string().min(1),
    nextId: z.int().min(1),
    submissions: z.array(submissionSchema),
    history: z.array(
      z.object({
        at: instant,
        event: z.enum(['added', 'withdrawn', 'restored']),
        submission: z.int().min(1),
        file: z.string(),
      }),
    ),
  })
  .superRefine(({ submissions, nextId }, context) => {
    const ids = submissions.map((s) => s.id);
    if (new Set(ids).size !== ids.length)
      context.addIssue({ code: 'custom', path: ['submissions'], message: '序号重复' });
    if (ids.some((id) => id >= nextId)) context.addIssue({ code: 'custom', path: ['nextId'], message: '小于已用序号' });
  });

/** What an archive holds: its submissions and what was done with them, in order. */
export type Manifest = z.infer<typeof manifestSchema>;
export type HistoryEvent = Manifest['history'][number];

/** A manifest of a workspace that begins now. */
export function newManifest(): Manifest {
  const random = crypto.getRandomValues(new Uint8Array(8));
  const workspace = [...random].map((b) => b.toString(16).padStart(2, '0')).join('');
  return { format: FORMAT, version: VERSION, workspace, nextId: 1, submissions: [], history: [] };
}

/**
 * Reads a manifest.
 * @throws ArchiveError `manifest_newer` for one of a later version, `manifest_damaged` with the first fault otherwise
 */
export function parseManifest(text: string): Manifest {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new ArchiveError('manifest_damaged', { detail: '不是有效的 JSON' }, { cause: error });
  }
  const head = z.object({ format: z.literal(FORMAT), version: z.int() }).safeParse(content);
  if (head.success && head.data.version > VERSION)
    throw new ArchiveError('manifest_newer', { detail: `格式版本 ${head.data.version}` });
  const result = manifestSchema.safeParse(content);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = issue?.path.map(String).join('.') || '整个文件';
  throw new ArchiveError('manifest_damaged', { detail: `${path}：${issue?.message}` }, { cause: result.error });
}

export const manifestBlob = (manifest: Manifest): Blob =>
  new Blob([JSON.stringify(manifest)], { type: 'application/json' });
