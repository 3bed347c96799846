import { openAsBlob } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { resolve } from 'node:path';

/** A file as it was when it was opened. */
interface Opened {
  path: string;
  size: bigint;
  mtimeNs: bigint;
}

const files = new WeakMap<Blob, Opened>();

/** A file of the computer. Read in any part, it fails once the file has changed since. */
export async function fileBlob(path: string): Promise<Blob> {
  const at = resolve(path);
  const { size, mtimeNs } = await stat(at, { bigint: true });
  const file = { path: at, size, mtimeNs };
  const blob = readDirectly(await openAsBlob(at), file, 0);
  files.set(blob, file);
  return blob;
}

/** Node reads its blobs in small pieces, which costs three times what the reading does. */
function readDirectly(blob: Blob, file: Opened, from: number): Blob {
  const slice = blob.slice.bind(blob);
  blob.slice = (start = 0, end, type) => {
    const offset = start < 0 ? Math.max(blob.size + start, 0) : Math.min(start, blob.size);
    return readDirectly(slice(start, end, type), file, from + offset);
  };
  blob.arrayBuffer = async () => {
    const bytes = Buffer.allocUnsafeSlow(blob.size);
    await readInto(bytes, file, from);
    return bytes.buffer;
  };
  return blob;
}

/** Fills `bytes` with what lies from a place of a file on. @throws DOMException `NotReadableError` where it is not the same any more */
async function readInto(bytes: Uint8Array, file: Opened, from: number): Promise<void> {
  const handle = await open(file.path);
  try {
    const { size, mtimeNs } = await handle.stat({ bigint: true });
    let read = 0;
    if (size === file.size && mtimeNs === file.mtimeNs)
      while (read < bytes.length) {
        const { bytesRead } = await handle.read(bytes, read, bytes.length - read, from + read);
        if (bytesRead === 0) break;
        read += bytesRead;
      }
    else read = -1;
    if (read !== bytes.length) throw new DOMException('The file has changed and could not be read', 'NotReadableError');
  } finally {
    await handle.close();
  }
}

/** Where such a file lies; undefined for bytes in memory. */
export const pathOf = (file: Blob): string | undefined => files.get(file)?.path;

/** Asks whether a file is still the one that was opened. @throws NotReadableError where it is not */
export async function assertUnchanged(file: Blob): Promise<void> {
  await file.slice(0, 1).arrayBuffer();
}

/** The bytes of any blob, so many at a time, each until the next are asked for: those of a file lie in the same place. */
export async function* chunksOf(blob: Blob, most: number): AsyncGenerator<Uint8Array> {
  const file = files.get(blob);
  const buffer = new Uint8Array(file ? Math.min(most, blob.size) : 0);
  for (let at = 0; at < blob.size; at += most) {
    if (!file) {
      yield new Uint8Array(await blob.slice(at, at + most).arrayBuffer());
      continue;
    }
    const bytes = buffer.subarray(0, Math.min(most, blob.size - at));
    await readInto(bytes, file, at);
    yield bytes;
  }
}
