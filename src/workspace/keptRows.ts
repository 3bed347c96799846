import * as z from 'zod';
import type { RowCounts } from '../archive/archive';
import type { Office } from '../domain/office';
import type { Submission } from '../domain/submission';
import { compareText } from '../domain/text';
import type { KeptTables } from '../engine/engine';
import { checksumOf } from './checksum';

/** First bytes of what is kept; another form of it begins otherwise. */
const MAGIC = 'KPROWS01';
/** Then the length of the header (4 bytes) and the checksum of all that follows (8). */
const PREFIX = MAGIC.length + 4 + 8;

const count = z.int().min(0);
const headerSchema = z.object({
  of: z.string(),
  lastKey: count,
  limited: z.array(count),
  rows: z.array(
    z.object({
      id: count,
      key: count,
      read: z.string(),
      counts: z.object({ rowsRead: count, rowsAccepted: count, rowsRejected: count }),
    }),
  ),
});

/** The rows of a submission under their key, and what they came from. */
export interface KeptSubmission {
  id: number;
  key: number;
  /** `readAs` of the submission. */
  read: string;
  counts: RowCounts;
}

/** Rows of a visit: `of` says under what they were read. */
export interface KeptRows extends KeptTables {
  of: string;
  rows: readonly KeptSubmission[];
}

/**
 * What all rows depend on, and the workspace that they are of: under another all are read anew. The catalogue is no part of the
 * program: an office changes it without a build.
 */
export const rowsOf = (program: string, workspace: string, { profile, catalogue }: Office): string =>
  JSON.stringify([program, workspace, profile, catalogue.definitions]);

/** Answers as a fingerprint holds them: the same in whatever order they were given. */
export const answersOf = ({ answers }: Submission): [string, unknown][] =>
  Object.entries(answers ?? {})
    .filter(([, answer]) => answer !== undefined)
    .sort(([a], [b]) => compareText(a, b));

/** What the rows of one submission depend on. */
export const readAs = (s: Submission): string =>
  JSON.stringify([s.sha256, s.file, s.unit, s.period, s.ledger, s.version, s.receivedOn, answersOf(s)]);

/** The rows as bytes, in parts. */
export async function encodeRows({ database, ...header }: KeptRows): Promise<Blob> {
  const head = new TextEncoder().encode(JSON.stringify(header));
  const prefix = new Uint8Array(PREFIX);
  prefix.set(new TextEncoder().encode(MAGIC));
  new DataView(prefix.buffer).setUint32(MAGIC.length, head.length);
  prefix.set(await checksumOf([head, database]), MAGIC.length + 4);
  return new Blob([prefix, head, database] as Uint8Array<ArrayBuffer>[]);
}

/** What `encodeRows` wrote; null where a single bit of it is another, or it is of something else. */
export async function decodeRows(blob: Blob, of: string): Promise<KeptRows | null> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  if (bytes.length < PREFIX || new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) return null;
  const end = PREFIX + new DataView(bytes.buffer).getUint32(MAGIC.length);
  const [head, database] = [bytes.subarray(PREFIX, end), bytes.subarray(end)];
  const told = bytes.subarray(MAGIC.length + 4, PREFIX);
  const found = await checksumOf([head, database]);
  if (!found.every((byte, i) => byte === told[i])) return null;
  const header = headerSchema.safeParse(JSON.parse(new TextDecoder().decode(head)));
  return header.success && header.data.of === of ? { ...header.data, database } : null;
}
