import { BlobReader, configure, type Entry, type FileEntry, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { FileRefused } from '../../domain/problems';
import { type Limits, megabytes, type Watch } from './limits';
import { isOfficePart } from './packForm';

// The page's policy allows no workers from blob addresses, and this runs in a worker already.
configure({ useWebWorkers: false });

/** A zip whose list of members has been read and held against the limits. */
export interface OpenedZip {
  entries: readonly Entry[];
  close(): Promise<void>;
}

/** @throws FileRefused `unreadable`, `too_large` */
export async function openZip(file: Blob, limits: Limits): Promise<OpenedZip> {
  const reader = new ZipReader(new BlobReader(file), {
    decodeText: nameOf,
    // Names are labels here, nothing is written to where they point.
    filenameValidation: 'tolerant',
    checkSignature: true,
  });
  const close = () => reader.close().catch(() => undefined);
  try {
    const entries: Entry[] = [];
    let all = 0;
    for await (const entry of reader.getEntriesGenerator()) {
      entries.push(entry);
      all += entry.directory ? 0 : entry.uncompressedSize;
      if (entries.length > limits.members) throw tooLarge(`压缩包里超过 ${limits.members} 个文件`);
      if (all > limits.all) throw tooLarge(`压缩包解压后超过 ${megabytes(limits.all)}`);
    }
    return { entries, close };
  } catch (error) {
    await close();
    if (error instanceof FileRefused) throw error;
    throw new FileRefused('unreadable', { detail: 'ZIP 压缩包不完整或已损坏' });
  }
}

export const tooLarge = (detail: string): FileRefused => new FileRefused('too_large', { detail });

/** A workbook is a zip too. */
export const isOffice = ({ entries }: OpenedZip): boolean => entries.some((e) => isOfficePart(e.filename));

/** Packed on a Chinese Windows, names are GBK without a word of it; some programs write UTF-8 without a word of it. */
function nameOf(bytes: Uint8Array, encoding: string): string | undefined {
  if (encoding !== 'cp437') return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/**
 * The content of a member, never more than it declares.
 * @throws FileRefused `unreadable`, `too_large`; the signal's reason
 */
export async function contentOf(entry: FileEntry, limits: Limits, watch: Watch = {}): Promise<Blob> {
  const { uncompressedSize: size, compressedSize: packed } = entry;
  if (entry.encrypted) throw new FileRefused('unreadable', { detail: '它在压缩包里设有密码，请用密码解压后放入' });
  if (size > limits.file) throw tooLarge(`解压后 ${megabytes(size)}`);
  if (size > limits.suspect && size > packed * limits.ratio)
    throw tooLarge(`${megabytes(packed)} 的压缩内容声称解压后有 ${megabytes(size)}`);
  const sink = new Collected(size, watch);
  try {
    await entry.getData(sink.stream);
  } catch (error) {
    if (watch.signal?.aborted) throw error;
    throw damaged();
  }
  if (sink.size !== size) throw damaged();
  return new Blob(sink.parts);
}

const damaged = (): FileRefused => new FileRefused('unreadable', { detail: '它在压缩包里已损坏，或压缩方式不支持' });

/** Bytes as they come, up to a number of them. */
class Collected {
  readonly parts: Uint8Array<ArrayBuffer>[] = [];
  size = 0;
  readonly stream: WritableStream<Uint8Array<ArrayBuffer>>;

  constructor(most: number, { signal, onBytes }: Watch) {
    this.stream = new WritableStream({
      write: (part) => {
        signal?.throwIfAborted();
        onBytes?.(part.length);
        this.size += part.length;
        if (this.size > most) throw new RangeError('more than declared');
        this.parts.push(part);
      },
    });
  }
}
