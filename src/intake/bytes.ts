/** The part of a Blob that intake reads. */
export interface Bytes {
  readonly size: number;
  slice(start?: number, end?: number): Bytes;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Files up to this size are read once and looked at in memory: each read of a Blob costs a trip to the browser's process. */
const IN_MEMORY = 4 * 1024 * 1024;

class MemoryBytes implements Bytes {
  constructor(readonly array: Uint8Array<ArrayBuffer>) {}

  get size(): number {
    return this.array.length;
  }

  slice(start = 0, end = this.size): Bytes {
    // As Blob: negative positions count from the end.
    const at = (x: number) => (x < 0 ? Math.max(0, this.size + x) : Math.min(x, this.size));
    return new MemoryBytes(this.array.subarray(at(start), Math.max(at(start), at(end))));
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return this.array.slice().buffer;
  }
}

/** The file's bytes for many small reads. */
export const bytesOf = async (file: Blob): Promise<Bytes> =>
  file.size <= IN_MEMORY ? new MemoryBytes(new Uint8Array(await file.arrayBuffer())) : file;

/** The bytes as a Blob again. */
export const blobOf = (bytes: Bytes): Blob =>
  bytes instanceof MemoryBytes ? new Blob([bytes.array]) : (bytes as Blob);

export const textOf = async (bytes: Bytes): Promise<string> => new TextDecoder().decode(await bytes.arrayBuffer());

/** Bytes read at a time of what is not in memory. */
const CHUNK = 4 * 1024 * 1024;

/** Reads the bytes in chunks. `visit` gets each with the number of bytes before it. */
export async function eachChunk(
  bytes: Bytes,
  visit: (chunk: Uint8Array<ArrayBuffer>, offset: number) => void,
): Promise<void> {
  for (let offset = 0; offset < bytes.size; offset += CHUNK)
    visit(new Uint8Array(await bytes.slice(offset, offset + CHUNK).arrayBuffer()), offset);
}
