import { load } from '../../ui/load';
import { foreignPack, isGzip, isZip, PACK_HEAD, passedOverName, type WhyPassedOver } from '../../workspace/packForm';
import type { DroppedFile } from './queueItem';

/** A file that is not looked at, and why. */
export interface PassedOver {
  path: string;
  why: WhyPassedOver;
}

/** Loaded when the first pack comes. */
const taker = () => load(() => import('../../workspace/unpack'));

/** Splits off what systems and office programs leave beside files, and what nobody sent. */
export function lookedAt(dropped: readonly DroppedFile[]): { files: DroppedFile[]; passedOver: PassedOver[] } {
  const files: DroppedFile[] = [];
  const passedOver: PassedOver[] = [];
  for (const { file, path } of dropped) {
    const why = passedOverName(path);
    if (why) passedOver.push({ path, why });
    else files.push({ file, path });
  }
  return { files, passedOver };
}

/** Whether a file is a pack of files, told from its bytes; a workbook is none. One that cannot be read is left to be read. */
export async function isPackFile(file: File): Promise<boolean> {
  try {
    const head = new Uint8Array(await file.slice(0, PACK_HEAD).arrayBuffer());
    if (isGzip(head) || foreignPack(head)) return true;
    if (!isZip(head)) return false;
  } catch {
    return false;
  }
  try {
    return await (await taker()).isPack(file);
  } catch {
    // The server is away: opening it says so. A workbook can be read without.
    return /\.zip$/i.test(file.name);
  }
}

/** What was found in a pack. */
export interface Opened {
  files: DroppedFile[];
  passedOver: PassedOver[];
  /** What cannot be had, with the sentence that says why; the pack itself under its own path. */
  refused: { path: string; sentence: string }[];
}

/** Bytes after which it is said how far a pack is. */
const STEP = 16 * 2 ** 20;

/**
 * Takes a pack apart, wholly or not at all.
 * @param onTaken called with the number of members found so far, and of bytes that came out
 * @throws the signal's reason
 */
export async function openPack(
  { file, path }: DroppedFile,
  signal: AbortSignal,
  onTaken: (members: number, bytes: number) => void,
): Promise<Opened> {
  const { unpack, LIMITS } = await taker();
  const opened: Opened = { files: [], passedOver: [], refused: [] };
  let bytes = 0;
  let told = 0;
  const tell = () => {
    told = bytes;
    onTaken(opened.files.length + opened.refused.length, bytes);
  };
  const onBytes = (more: number) => {
    bytes += more;
    // Parts are small and many.
    if (bytes - told >= STEP) tell();
  };
  for await (const member of unpack(file, path, LIMITS, { signal, onBytes })) {
    signal.throwIfAborted();
    // A folder is where files are, none itself.
    if ('passedOver' in member) {
      if (member.passedOver !== 'folder') opened.passedOver.push({ path: member.path, why: member.passedOver });
    } else if ('refused' in member) opened.refused.push({ path: member.path, sentence: member.refused.message });
    else opened.files.push({ path: member.path, file: new File([member.data], nameOf(member.path)) });
    tell();
  }
  return opened;
}

const nameOf = (path: string): string => path.split('/').at(-1) ?? path;

const WHY: Record<WhyPassedOver, string> = {
  lock: '办公软件的临时文件',
  system: '系统文件',
  folder: '空文件夹',
  link: '链接',
};

/** 略过 2 个系统文件、1 个办公软件的临时文件（如 ~$台账.xlsx）。Null for none. */
export function passedOverNote(passedOver: readonly PassedOver[]): string | null {
  const [first] = passedOver;
  if (!first) return null;
  const counts = (Object.keys(WHY) as WhyPassedOver[]).flatMap((why) => {
    const count = passedOver.filter((p) => p.why === why).length;
    return count ? [`${count} 个${WHY[why]}`] : [];
  });
  return `略过 ${counts.join('、')}（如 ${first.path}）。`;
}
