import { BlobReader, BlobWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import { gzipSync, strToU8, type Zippable, zipSync } from 'fflate';
import { LIMITS, type Limits } from '../../src/intake/unpack/limits';
import { book, sheet } from './books';
import { GOOD, HEADER, lines, PENALTY, penalty, row } from './build';

/** A pack of files, and what must come of each of its members. */
export interface PackCase {
  name: string;
  file: () => Promise<Uint8Array<ArrayBuffer> | Blob>;
  path?: string;
  limits?: Limits;
  /** `path 2-0` read and aside, `path ~ lock` passed over, `path ! code` refused. */
  meant: readonly string[];
}

const zip = (files: Zippable) => zipSync(files) as Uint8Array<ArrayBuffer>;
const of = (name: string, file: PackCase['file'], ...meant: string[]): PackCase => ({ name, file, meant });
const CSV = strToU8(GOOD);
const PATH = '2017Q1_632200_complaints.csv';

/** Packs: zip, gz, and what is found in them beside files. */
export const packs: readonly PackCase[] = [
  of(
    'ZIP，几个单位的文件在文件夹里',
    async () =>
      zip({
        一季度: {
          [PATH]: CSV,
          '2017Q1_海南州_行政处罚案件台账.csv': strToU8(lines(PENALTY, penalty(1).replace('海晏县', '共和县'))),
        },
      }),
    '报送.zip/一季度 ~ folder',
    `报送.zip/一季度/${PATH} 2-0`,
    '报送.zip/一季度/2017Q1_海南州_行政处罚案件台账.csv 1-0',
  ),
  of(
    'ZIP，文件名是 GBK',
    async () => named(zip({ '2017Q1_QQQQQQ_complaints.csv': CSV }), 'QQQQQQ', [0xba, 0xa3, 0xb1, 0xb1, 0xd6, 0xdd]),
    '报送.zip/2017Q1_海北州_complaints.csv 2-0',
  ),
  of(
    'ZIP，里面有工作簿',
    async () => zip({ '2017Q1_632200.xlsx': await bytesOf(book({ sheets: [sheet('台账', HEADER, row(1))] })) }),
    '报送.zip/2017Q1_632200.xlsx 1-0',
  ),
  of(
    'ZIP，里面有临时文件',
    async () =>
      zip({ [PATH]: CSV, '~$台账.xlsx': CSV, 'Thumbs.db': CSV, 'desktop.ini': CSV, __MACOSX: { [`._${PATH}`]: CSV } }),
    `报送.zip/${PATH} 2-0`,
    '报送.zip/~$台账.xlsx ~ lock',
    '报送.zip/Thumbs.db ~ system',
    '报送.zip/desktop.ini ~ system',
    '报送.zip/__MACOSX ~ folder',
    `报送.zip/__MACOSX/._${PATH} ~ system`,
  ),
  of('ZIP 里的 ZIP', async () => zip({ '海北州.zip': zip({ [PATH]: CSV }) }), `报送.zip/海北州.zip/${PATH} 2-0`),
  of(
    'ZIP 套了三层',
    async () => zip({ 'a.zip': zip({ 'b.zip': zip({ [PATH]: CSV }) }) }),
    '报送.zip/a.zip/b.zip ! unknown_form',
  ),
  of(
    'ZIP，路径指向别处',
    async () => zip({ [`../../etc/${PATH}`]: CSV, [`C:\\temp\\x_${PATH}`]: CSV }),
    `报送.zip/etc/${PATH} 2-0`,
    `报送.zip/temp/x_${PATH} 2-0`,
  ),
  of('ZIP，有一个设了密码', locked, '报送.zip/2017Q1_632200_complaints.csv ! unreadable'),
  of('ZIP 被截断', async () => zip({ [PATH]: CSV }).slice(0, 100), '报送.zip ! unreadable'),
  of('空的 ZIP', async () => zip({}), '报送.zip ! unreadable'),
  {
    ...of(
      'ZIP，解压后过大',
      async () => zip({ [PATH]: CSV, 'b.csv': new Uint8Array(5000) }),
      `报送.zip/${PATH} 2-0`,
      '报送.zip/b.csv ! too_large',
    ),
    limits: { ...LIMITS, file: 4000 },
  },
  of(
    '本系统的导出包',
    async () => zip({ 'manifest.json': strToU8('{"format": "kaoping-archive", "version": 1}') }),
    '报送.zip ! workspace_zip',
  ),
  { ...of('GZ', async () => gzipSync(CSV) as Uint8Array<ArrayBuffer>, `${PATH} 2-0`), path: `${PATH}.gz` },
  of('RAR', async () => strToU8('Rar!\x1a\x07\x00……') as Uint8Array<ArrayBuffer>, '报送.zip ! unknown_form'),
];

const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());

/** The bytes with a name of ASCII replaced by one of as many bytes. */
function named(bytes: Uint8Array<ArrayBuffer>, placeholder: string, name: readonly number[]): Uint8Array<ArrayBuffer> {
  const from = strToU8(placeholder);
  for (let at = 0; at <= bytes.length - from.length; at++)
    if (from.every((b, i) => bytes[at + i] === b)) bytes.set(name, at);
  return bytes;
}

async function locked(): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false });
  await writer.add(PATH, new BlobReader(new Blob([CSV])), { password: 'x', zipCrypto: true });
  return writer.close();
}
