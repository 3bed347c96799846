import { BlobReader, configure, type FileEntry, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { FileRefused } from '../../domain/problems';

const MIB = 2 ** 20;
/** All parts unpacked: twenty times the XML of 200,000 rows of 18 columns is more than any ledger has. */
export const LARGEST_WORKBOOK = 1536 * MIB;
/** Sheets shrink to a tenth, those of blank coloured cells to a fiftieth; one that shrinks far more is a bomb. */
const LARGEST_RATIO = 300;
const SUSPECT_SIZE = 16 * MIB;
const MOST_PARTS = 20_000;

// It runs in a worker of its own already.
configure({ useWebWorkers: false });

/** The parts of a workbook that is a zip, each unpacked while it is read and never beyond what it declared. */
export class ZipParts {
  private constructor(
    private readonly reader: ZipReader<Blob>,
    private readonly entries: ReadonlyMap<string, FileEntry>,
  ) {}

  /** @throws FileRefused for what is no zip, is locked, or would be too large unpacked */
  static async open(file: Blob): Promise<ZipParts> {
    const reader = new ZipReader(new BlobReader(file), { checkSignature: true });
    const entries = new Map<string, FileEntry>();
    let size = 0;
    try {
      for await (const entry of reader.getEntriesGenerator()) {
        if (entry.directory) continue;
        if (entry.encrypted) throw new FileRefused('encrypted');
        size += entry.uncompressedSize;
        if (entry.uncompressedSize > SUSPECT_SIZE && entry.uncompressedSize > entry.compressedSize * LARGEST_RATIO)
          throw new FileRefused('too_large', { detail: `${entry.filename} 解压后是压缩时的 ${LARGEST_RATIO} 倍以上` });
        if (size > LARGEST_WORKBOOK || entries.size >= MOST_PARTS)
          throw new FileRefused('too_large', { detail: `解压后超过 ${LARGEST_WORKBOOK / MIB} MB` });
        // Some programs write `\`; names of parts do not tell upper from lower case.
        const name = keyOf(entry.filename);
        if (entries.has(name)) throw new FileRefused('broken_workbook', { detail: `压缩包内有两个 ${entry.filename}` });
        entries.set(name, entry);
      }
    } catch (error) {
      await reader.close().catch(() => undefined);
      throw error instanceof FileRefused ? error : new FileRefused('broken_workbook', { detail: '压缩包结构损坏' });
    }
    return new ZipParts(reader, entries);
  }

  has(name: string): boolean {
    return this.entries.has(keyOf(name));
  }

  /** Bytes of all parts, unpacked, as the zip declares them. */
  get size(): number {
    return [...this.entries.values()].reduce((sum, e) => sum + e.uncompressedSize, 0);
  }

  sizeOf(name: string): number {
    return this.entries.get(keyOf(name))?.uncompressedSize ?? 0;
  }

  /** The part as UTF-8 (XML may be UTF-16 too). What is wrong with it comes out as an error of the stream. */
  stream(name: string): ReadableStream<Uint8Array> {
    const entry = this.entries.get(keyOf(name));
    if (!entry) throw new FileRefused('broken_workbook', { detail: `缺少 ${name}` });
    const { readable, writable, fail } = upTo(entry.uncompressedSize, name);
    const stop = new AbortController();
    // Its error is the stream's: what unpacks does not end the stream that it writes to.
    let failed: FileRefused | null = null;
    const unpacked = entry.getData(writable, { signal: stop.signal }).catch((error: unknown) => {
      failed =
        error instanceof FileRefused ? error : new FileRefused('broken_workbook', { detail: `${name} 无法解压` });
      fail(failed);
    });
    const reader = readable.getReader();
    let recode: ((chunk?: Uint8Array) => Uint8Array) | null | undefined;
    return new ReadableStream<Uint8Array>(
      {
        async pull(to) {
          const { value, done } = await reader.read().catch(async (error: unknown) => {
            await unpacked;
            throw failed ?? error;
          });
          if (done) {
            // Its checksum is known last.
            await unpacked;
            if (failed) throw failed;
            if (recode) to.enqueue(recode());
            return to.close();
          }
          if (recode === undefined) recode = fromUtf16(value);
          to.enqueue(recode ? recode(value) : value);
        },
        async cancel() {
          stop.abort();
          await reader.cancel().catch(() => undefined);
        },
      },
      // Unpacking goes on while cells are read.
      { highWaterMark: 16 },
    );
  }

  /** Of the parts, in lower case. */
  get names(): string[] {
    return [...this.entries.keys()];
  }

  /** The whole part. @throws FileRefused where it is damaged */
  async bytes(name: string): Promise<Uint8Array> {
    return new Uint8Array(
      await new Response(this.stream(name) as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer(),
    );
  }

  async close(): Promise<void> {
    await this.reader.close();
  }
}

const keyOf = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

/** Lets so many bytes through, and can be made to fail from outside. */
function upTo(size: number, name: string) {
  let left = size;
  let fail: (error: FileRefused) => void = () => undefined;
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({
    start(to) {
      fail = (error) => to.error(error);
    },
    transform(chunk, to) {
      left -= chunk.length;
      if (left < 0) to.error(new FileRefused('too_large', { detail: `${name} 解压后比声明的大` }));
      else to.enqueue(chunk);
    },
  });
  return { readable, writable, fail };
}

/** XML may be UTF-16 too, with a mark at its beginning; null where it is not. */
function fromUtf16(first: Uint8Array): ((chunk?: Uint8Array) => Uint8Array) | null {
  const [a, b] = first;
  const label = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null;
  if (!label) return null;
  const decoder = new TextDecoder(label, { fatal: true });
  const encoder = new TextEncoder();
  return (chunk) => encoder.encode(decoder.decode(chunk, { stream: chunk !== undefined }));
}
