import type { WorkBook } from '@e965/xlsx';
import { FileRefused } from '../../domain/problems';
import type { ZipParts } from './zipParts';

type Library = typeof import('@e965/xlsx');
/** Reads the parts of a workbook, put into a container; the library's types do not name it. */
type ReadParts = (container: object, options: object) => WorkBook;

/** Formulas that have a name. No cell has its value from them. */
const NAME = 39;
/** Parts that hold no cells (pictures, macros, settings of printers, other workbooks), and by which the library tells other forms. */
const NO_CELLS =
  /(?:^|\/)(?:media|embeddings|drawings|charts|activex|ctrlprops|printersettings|externallinks|pivottables|pivotcache|customxml|theme|docprops|meta-inf|index)\/|vbaproject|^objectdata\.xml$/;

/**
 * Reads the binary sister of xlsx. Its parts are unpacked and checked here, and the library is given those only that hold cells
 * or say where they are.
 * @throws FileRefused for one that is damaged
 */
export async function readXlsb(xlsx: Library, zip: ZipParts, main: string, options: object): Promise<WorkBook> {
  const container = xlsx.CFB.utils.cfb_new();
  let beyond = false;
  const stop = () => {
    beyond = true;
  };
  for (const name of zip.names) {
    // Whether it is needed or not, it is to be whole.
    const content = await zip.bytes(name);
    if (NO_CELLS.test(name)) continue;
    const records = name.endsWith('.bin') ? withoutNames(content) : content;
    if (!records && name === main.toLowerCase()) throw new FileRefused('broken_workbook', { detail: '文件不完整' });
    xlsx.CFB.utils.cfb_add(container, name, bounded(records ?? content, stop), { unsafe: true });
  }
  const book = (xlsx as unknown as { parse_zip: ReadParts }).parse_zip(container, options);
  // The library goes on without the part.
  if (beyond) throw new FileRefused('broken_workbook', { detail: '文件不完整' });
  return book;
}

/** Reads some bytes at `l`, and moves it on. */
type Read = (this: { l: number; length: number }, size: number, as?: string) => unknown;

/**
 * Bytes behind whose end the library reads nothing: by a damaged length it would for minutes.
 * @param stop called where it tries to
 */
function bounded(bytes: Uint8Array, stop: () => void): Uint8Array {
  let read: Read;
  const guarded: Read = function (size, as) {
    const length = as === 'dbcs' || as === 'utf16le' ? 2 * size : Math.abs(size);
    if (this.l + length <= this.length) return read.call(this, size, as);
    stop();
    throw new RangeError('beyond the end');
  };
  // The library gives its own to every part that it reads.
  return Object.defineProperty(bytes, 'read_shift', {
    get: () => guarded,
    set: (own: Read) => {
      read = own;
    },
  });
}

/**
 * Records without formulas that have a name: in a damaged one the library goes round and round. Those of cells it passes over.
 * Null for what are no records that follow one another.
 */
export function withoutNames(stream: Uint8Array): Uint8Array | null {
  const kept = new Uint8Array(stream.length);
  let to = 0;
  let at = 0;
  /** Seven bits a byte, the lowest first, as long as the eighth is set. */
  const number = (most: number): number => {
    let value = 0;
    for (let i = 0; i < most; i++) {
      const byte = stream[at++] ?? 0;
      value += (byte & 0x7f) * 2 ** (7 * i);
      if (byte < 0x80) break;
    }
    return value;
  };
  while (at < stream.length) {
    const start = at;
    const type = number(2);
    const length = number(4);
    at += length;
    if (at > stream.length) return null;
    if (type === NAME) continue;
    kept.set(stream.subarray(start, at), to);
    to += at - start;
  }
  return kept.subarray(0, to);
}
