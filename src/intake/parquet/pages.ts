import { broken, type Chunk } from './footer';
import { type Struct, ThriftReader } from './thrift';

/** Bytes of a page, unpacked: writers make pages of a megabyte, and some of a hundred. */
const LARGEST_PAGE = 256 * 2 ** 20;

/** Bytes of all pages of a chunk. */
const LARGEST_CHUNK = 2 ** 30;

const DATA = 0;
const DICTIONARY = 2;
const DATA_V2 = 3;
/** Encodings that name entries of the dictionary. */
const BY_DICTIONARY = [2, 8];

/** What the headers of a chunk's pages say. */
export interface Pages {
  /** Every cell is an entry of the chunk's dictionary. */
  allByDictionary: boolean;
  /** Bytes before the first data page; 0 without a dictionary. */
  dictionary: number;
  /** Bytes of all pages with their headers. */
  end: number;
  /** Bytes of all pages, unpacked. */
  unpacked: number;
  /** Of an entry of the dictionary, on average. */
  entry: number;
}

/**
 * Walks the headers of a chunk's pages, so that nothing is unpacked that holds other rows than it should or claims to be
 * enormous.
 * @throws FileRefused `broken_parquet`
 */
export function pagesOf(bytes: Uint8Array, chunk: Chunk): Pages {
  const reader = new ThriftReader(bytes);
  const pages: Pages = { allByDictionary: true, dictionary: 0, end: 0, unpacked: 0, entry: 0 };
  let values = 0;
  while (values < chunk.values) {
    const header = headerAt(reader);
    const type = header.get(1);
    const packed = header.get(3) as number;
    const unpacked = header.get(2) as number;
    if (!(packed >= 0 && unpacked >= 0) || reader.at + packed > bytes.length) throw broken('数据页超出文件');
    if (unpacked > LARGEST_PAGE) throw broken(`数据页过大（${Math.round(unpacked / 2 ** 20)} MB）`);
    reader.at += packed;
    pages.unpacked += unpacked;
    if (pages.unpacked > LARGEST_CHUNK) throw broken(`列的数据过大（${Math.round(pages.unpacked / 2 ** 20)} MB）`);
    if (type === DICTIONARY) {
      if (values > 0 || pages.dictionary > 0) throw broken('字典页的位置不对');
      pages.dictionary = reader.at;
      pages.entry = unpacked / Math.max(1, (header.get(7) as Struct | undefined)?.get(1) as number) || 0;
    }
    const data = (type === DATA ? header.get(5) : type === DATA_V2 ? header.get(8) : undefined) as Struct | undefined;
    if (!(data instanceof Map)) continue;
    const held = data.get(1);
    if (!(typeof held === 'number' && held >= 0)) throw broken('数据页没有行数');
    values += held;
    if (!BY_DICTIONARY.includes(data.get(type === DATA ? 2 : 4) as number)) pages.allByDictionary = false;
  }
  if (values !== chunk.values) throw broken('数据页的行数与文件尾不符');
  return { ...pages, allByDictionary: pages.allByDictionary && pages.dictionary > 0, end: reader.at };
}

function headerAt(reader: ThriftReader): Struct {
  try {
    return reader.struct();
  } catch (error) {
    if (error instanceof RangeError) throw broken('数据页的页头无法读取', error);
    throw error;
  }
}
