/**
 * The bytes of a file from its beginning to its end, so many at a time; each piece stands until the next but one is asked for. A stream
 * fills the same two buffers by turns: to slice the file for each piece, which asks the browser's own process, and to have new
 * memory for it, cost a processor two to three times as much (docs/adr/0050).
 * @throws DOMException `NotReadableError` where the file was changed since it was chosen: the last piece is not given then
 */
export async function* piecesOf(file: Blob, most: number): AsyncGenerator<Uint8Array> {
  const reader = fillingReader(file);
  const buffers: ArrayBuffer[] = [];
  try {
    for (let at = 0; at < file.size; at += most) {
      const length = Math.min(most, file.size - at);
      if (!reader) {
        yield new Uint8Array(await file.slice(at, at + length).arrayBuffer());
        continue;
      }
      const free = (buffers.length > 1 && buffers.shift()) || new ArrayBuffer(Math.min(most, file.size));
      const piece = await filled(reader, free, length).catch(async (error) => {
        // Of a file that was changed a stream says no more than that it failed.
        await assertUnchanged(file);
        throw error;
      });
      if (at + length === file.size) await assertUnchanged(file);
      buffers.push(piece.buffer);
      yield piece;
    }
  } finally {
    // One that has failed says so again.
    await reader?.cancel().catch(() => undefined);
  }
}

/** Reads into memory that it is given; null in browsers that have no such stream of a file. */
function fillingReader(file: Blob): ReadableStreamBYOBReader | null {
  const stream = file.stream();
  try {
    return stream.getReader({ mode: 'byob' });
  } catch {
    return null;
  }
}

async function filled(reader: ReadableStreamBYOBReader, memory: ArrayBuffer, length: number) {
  let buffer = memory;
  for (let at = 0; at < length; ) {
    const { value, done } = await reader.read(new Uint8Array(buffer, at, length - at));
    if (done) throw new DOMException('The file ends before its length', 'NotReadableError');
    buffer = value.buffer;
    at += value.length;
  }
  return new Uint8Array(buffer, 0, length);
}

/** A stream looks whether its file was changed when it begins, and then no more; a slice does each time. @throws `NotReadableError` */
export async function assertUnchanged(file: Blob): Promise<void> {
  await file.slice(0, 1).arrayBuffer();
}
