import { openAsBlob } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { resolve } from 'node:path';

/** A file as it was when it was opened. */
interface Opened {
  path: string;
  size: bigint;
  mtimeNs: bigint;
}

/** Bytes at a time for who asks for no number. */
const PIECE = 64 * 1024;

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
  blob.stream = () => {
    let at = from;
    return new ReadableStream({
      type: 'bytes',
      autoAllocateChunkSize: PIECE,
      pull: async (to) => {
        const request = to.byobRequest as ReadableStreamBYOBRequest;
        const view = request.view as Uint8Array<ArrayBuffer>;
        const bytes = view.subarray(0, from + blob.size - at);
        await readInto(bytes, file, at);
        at += bytes.length;
        if (bytes.length === 0) to.close();
        request.respond(bytes.length);
      },
    });
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
