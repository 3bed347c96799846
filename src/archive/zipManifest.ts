import * as z from 'zod';
import {
  checked,
  consistent,
  contentOf,
  FORMAT,
  hash,
  VERSION as KEPT_VERSION,
  type Manifest,
  manifestBody,
  readManifest,
  submissionSchema,
  versionOf,
} from './manifest';

/** Name of the manifest in an exported zip. */
export const MANIFEST = 'manifest.json';

/**
 * A zip's manifest tells where each original lies, which the one kept on a computer need not. The versions of both are
 * counted together, so that a program that knows none of this says that it is too old.
 */
const VERSION = 5;
/** The last that told no office, and the first that told where each original lies. */
const OF_ONE_OFFICE = 3;

/** A path below the zip's own folder, on every system. */
const path = z
  .string()
  .max(1024)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
  .regex(/^[^\\:\u0000-\u001f]+$/, '路径无效')
  .refine((p) => p.split('/').every((part) => part !== '' && part !== '.' && part !== '..'), '路径无效');

const leftSchema = z.array(z.object({ submission: submissionSchema, reason: z.string() }));

const zipSchema = z
  .object({
    format: z.literal(FORMAT),
    version: z.literal(VERSION),
    ...manifestBody,
    submissions: z.array(submissionSchema.and(z.object({ path }))),
    unnamed: z.array(z.object({ sha256: hash, path })),
    /** Submissions whose originals were unsound and are not in the zip. */
    left: leftSchema,
  })
  .superRefine(consistent)
  .superRefine(({ submissions, unnamed }, context) => {
    const held = new Map<string, string>();
    for (const { path, sha256 } of [...submissions, ...unnamed]) {
      if ((held.get(path) ?? sha256) !== sha256)
        context.addIssue({ code: 'custom', path: ['submissions'], message: `${path} 有两个 SHA-256` });
      held.set(path, sha256);
    }
  });

export type ZipManifest = z.infer<typeof zipSchema>;

/** An original that a manifest speaks of; `bytes` where it says how many. */
export interface Original {
  sha256: string;
  file: string;
  bytes?: number;
}

/** What an export says of itself: the manifest as it is kept, where each original lies, and what was left out. */
export interface ReadManifest {
  manifest: Manifest;
  /** By path in the zip; an original may lie in several places. */
  places: ReadonlyMap<string, Original>;
  left: ZipManifest['left'];
}

/** The manifest of a zip whose originals lie at `places` (by id) and `unnamed`. */
export function zipManifest(
  { version: _, ...held }: Manifest,
  places: ReadonlyMap<number, string>,
  unnamed: ZipManifest['unnamed'],
  left: ZipManifest['left'],
): ZipManifest {
  const submissions = held.submissions.map((s) => ({ ...s, path: places.get(s.id) as string }));
  return { ...held, version: VERSION, submissions, unnamed, left };
}

/**
 * Reads a zip's manifest. Before version 3 every original lay at `originals/` and its hash; before version 5 no office was told.
 * @throws ArchiveError `manifest_newer`, `manifest_damaged`
 */
export function parseZipManifest(text: string): ReadManifest {
  const content = contentOf(text);
  const version = versionOf(content) ?? 0;
  if (version < OF_ONE_OFFICE) return byHash(content);
  return byPath(version === OF_ONE_OFFICE ? { ...(content as object), version: VERSION, office: null } : content);
}

const earlierLeft = z.object({ left: leftSchema.default([]) });

function byHash(content: unknown): ReadManifest {
  const manifest = readManifest(content);
  const { left } = checked(earlierLeft, content, KEPT_VERSION);
  const originals = [...manifest.unnamed.map(unnamed), ...manifest.submissions];
  return { manifest, left, places: new Map(originals.map((o) => [`originals/${o.sha256}`, o])) };
}

function byPath(content: unknown): ReadManifest {
  const { left, ...read } = checked(zipSchema, content, VERSION);
  const manifest: Manifest = {
    ...read,
    version: KEPT_VERSION,
    submissions: read.submissions.map(({ path: _, ...submission }) => submission),
    unnamed: read.unnamed.map(({ sha256 }) => sha256),
  };
  const originals = [...read.unnamed.map(({ sha256, path }) => ({ ...unnamed(sha256), path })), ...read.submissions];
  return { manifest, left, places: new Map(originals.map((o) => [o.path, o])) };
}

const unnamed = (sha256: string): Original => ({ sha256, file: sha256.slice(0, 8) });
