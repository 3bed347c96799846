import { FileRefused } from '../../domain/problems';
import { gunzipped, gunzippedName } from './gzip';
import { LIMITS, type Limits, type Watch } from './limits';
import { foreignPack, isGzip, isZip, PACK_HEAD } from './packForm';
import { passedOverName, type WhyPassedOver } from './passedOver';
import { contentOf, isOffice, type OpenedZip, openZip, tooLarge } from './zip';

/** What is found in a pack, in its order: a file; one that is not looked at; one that cannot be had. */
export type Unpacked =
  | { path: string; data: Blob }
  | { path: string; passedOver: WhyPassedOver }
  | { path: string; refused: FileRefused };

/** Packs within packs: a zip of each unit's zip. */
const DEEPEST = 2;

const headOf = async (file: Blob): Promise<Uint8Array> => new Uint8Array(await file.slice(0, PACK_HEAD).arrayBuffer());

/** Whether a file is a pack of files, or a gz, told from its bytes. A workbook is none, though a zip. */
export async function isPack(file: Blob, limits: Limits = LIMITS): Promise<boolean> {
  const head = await headOf(file);
  if (isGzip(head) || foreignPack(head)) return true;
  if (!isZip(head)) return false;
  let zip: OpenedZip;
  try {
    zip = await openZip(file, limits);
  } catch (error) {
    // What is cut off has no list of its members; a workbook's first member tells it as a rule.
    const names = new TextDecoder('latin1').decode(await file.slice(0, 8192).arrayBuffer());
    return error instanceof FileRefused && !/\[Content_Types\]\.xml|xl\/|_rels\/|mimetypeapplication/.test(names);
  }
  try {
    return !isOffice(zip);
  } finally {
    await zip.close();
  }
}

/**
 * Takes a pack apart: zip and gz, folders inside and packs inside, one level deep. What cannot be had is said of its own
 * member, the others go on. Nothing is inflated before its declared size, nor beyond it.
 * @param path of the pack; before the paths of its members
 * @throws the signal's reason
 */
export async function* unpack(
  file: Blob,
  path: string,
  limits: Limits = LIMITS,
  watch: Watch = {},
): AsyncGenerator<Unpacked> {
  yield* taken(file, path, { limits, watch, left: limits.all, members: limits.members }, 1);
}

/** What may still come, of all packs within one. */
interface Budget {
  limits: Limits;
  watch: Watch;
  left: number;
  members: number;
}

async function* taken(file: Blob, path: string, budget: Budget, depth: number): AsyncGenerator<Unpacked> {
  try {
    const head = await headOf(file);
    const foreign = foreignPack(head);
    if (foreign) throw new FileRefused('unknown_form', { detail: foreign });
    if (isGzip(head)) {
      const data = await gunzipped(
        file,
        { ...budget.limits, file: Math.min(budget.limits.file, budget.left) },
        budget.watch,
      );
      yield* member(data, gunzippedName(path), budget, depth);
    } else yield* members(file, path, budget, depth);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    yield { path, refused: error };
  }
}

async function* members(file: Blob, path: string, budget: Budget, depth: number): AsyncGenerator<Unpacked> {
  const zip = await openZip(file, { ...budget.limits, all: budget.left, members: budget.members });
  try {
    budget.members -= zip.entries.length;
    if (await isWorkspace(zip, budget.limits)) throw new FileRefused('workspace_zip');
    if (zip.entries.every((e) => e.directory)) throw new FileRefused('unreadable', { detail: '压缩包里没有文件' });
    for (const entry of zip.entries) {
      const label = `${path}/${harmless(entry.filename)}`;
      const passedOver = entry.directory ? 'folder' : entry.symlink ? 'link' : passedOverName(entry.filename);
      if (passedOver || entry.directory) yield { path: label, passedOver: passedOver ?? 'folder' };
      else
        try {
          if (entry.uncompressedSize > budget.left) throw tooLarge('连同压缩包里的其他文件，解压后过大');
          yield* member(await contentOf(entry, budget.limits, budget.watch), label, budget, depth);
        } catch (error) {
          if (!(error instanceof FileRefused)) throw error;
          yield { path: label, refused: error };
        }
    }
  } finally {
    await zip.close();
  }
}

async function* member(data: Blob, path: string, budget: Budget, depth: number): AsyncGenerator<Unpacked> {
  budget.left -= data.size;
  if (!(await isPack(data, budget.limits))) yield { path, data };
  else if (depth < DEEPEST) yield* taken(data, path, budget, depth + 1);
  else throw new FileRefused('unknown_form', { detail: '压缩包套了三层以上' });
}

/** `format` of an exported workspace's list of contents. */
const WORKSPACE = /"format"\s*:\s*"kaoping-archive"/;
const LARGEST_MANIFEST = 64 * 2 ** 20;

/** An export of this program's own, packed by it or packed again with its folder. */
async function isWorkspace({ entries }: OpenedZip, limits: Limits): Promise<boolean> {
  for (const entry of entries)
    if (!entry.directory && !entry.encrypted && /^(?:[^/]+\/)?manifest\.json$/.test(entry.filename))
      if (entry.uncompressedSize <= LARGEST_MANIFEST) {
        const content = await contentOf(entry, limits).catch(() => null);
        if (content && WORKSPACE.test(await content.slice(0, 4096).text())) return true;
      }
  return false;
}

/** A member's name as a label below its pack's: without drive, root and steps upwards. */
function harmless(name: string): string {
  const parts = name
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .replace(/^[A-Za-z]:(?=[\\/])/, '')
    .split(/[\\/]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  return parts.join('/') || '未命名';
}
