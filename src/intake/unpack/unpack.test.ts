import { BlobReader, BlobWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import { gzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { LIMITS } from './limits';
import { passedOverName } from './passedOver';
import { isPack, type Unpacked, unpack } from './unpack';

const utf8 = (text: string) => new TextEncoder().encode(text);
const gbk = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
const blob = (bytes: Uint8Array) => new Blob([bytes as Uint8Array<ArrayBuffer>]);
const zip = (files: Zippable) => zipSync(files, { level: 6 });

/** Each member as one line. */
async function taken(bytes: Uint8Array, limits = LIMITS, path = '报送.zip'): Promise<string[]> {
  const lines: string[] = [];
  for await (const found of unpack(blob(bytes), path, limits)) lines.push(await lineOf(found));
  return lines;
}
async function lineOf(found: Unpacked): Promise<string> {
  if ('data' in found) return `${found.path} = ${await found.data.text()}`;
  return `${found.path} ${'refused' in found ? `! ${found.refused.code} ${found.refused.message}` : `~ ${found.passedOver}`}`;
}

/** The bytes with each occurrence of some replaced. */
function patched(bytes: Uint8Array, from: Uint8Array, to: Uint8Array): Uint8Array {
  const all = bytes.slice();
  for (let at = 0; at <= all.length - from.length; at++) if (from.every((b, i) => all[at + i] === b)) all.set(to, at);
  return all;
}
/** Changes a number of the only member's record in the list of contents. */
function listed(bytes: Uint8Array, offset: number, value: number): Uint8Array {
  const all = bytes.slice();
  const record = all.findLastIndex((_, i) => [0x50, 0x4b, 1, 2].every((b, k) => all[i + k] === b));
  new DataView(all.buffer).setUint32(record + offset, value, true);
  return all;
}
const PACKED_SIZE = 20;
const UNPACKED_SIZE = 24;

describe('a zip', () => {
  it('gives its files with their folders, in order', async () => {
    expect(
      await taken(zip({ 二季度: { '海南州.csv': utf8('a'), 深: { 'x.csv': utf8('b') } }, 'y.csv': utf8('') })),
    ).toEqual([
      '报送.zip/二季度 ~ folder',
      '报送.zip/二季度/海南州.csv = a',
      '报送.zip/二季度/深 ~ folder',
      '报送.zip/二季度/深/x.csv = b',
      '报送.zip/y.csv = ',
    ]);
  });

  it.each([
    ['GBK', gbk('baa3c4cfd6dd'), '海南州'],
    ['UTF-8 without a word of it', utf8('海南'), '海南'],
  ])('reads names in %s', async (_, name, read) => {
    const placeholder = 'QQQQQQ';
    const bytes = patched(zip({ [`${placeholder}.csv`]: utf8('a') }), utf8(placeholder), name);
    expect(await taken(bytes)).toEqual([`报送.zip/${read}.csv = a`]);
  });

  it('takes the name of the Unicode extra field', async () => {
    const name = utf8('海南州.csv');
    const raw = utf8('Q.csv');
    const extra = new Uint8Array([1, ...new Uint8Array(Uint32Array.of(crcOf(raw)).buffer), ...name]);
    expect(await taken(zipSync({ 'Q.csv': [utf8('a'), { extra: { 28789: extra } }] }))).toEqual([
      '报送.zip/海南州.csv = a',
    ]);
  });

  it('passes over what nobody sent, and says so', async () => {
    const bytes = zip({
      '~$a.xlsx': utf8('x'),
      'Thumbs.db': utf8('x'),
      '空/': utf8(''),
      __MACOSX: { '._a.csv': utf8('x') },
      'a.csv': utf8('1'),
    });
    expect(await taken(bytes)).toEqual([
      '报送.zip/~$a.xlsx ~ lock',
      '报送.zip/Thumbs.db ~ system',
      '报送.zip/空 ~ folder',
      '报送.zip/__MACOSX ~ folder',
      '报送.zip/__MACOSX/._a.csv ~ system',
      '报送.zip/a.csv = 1',
    ]);
  });

  it('makes names harmless that lead elsewhere', async () => {
    const bytes = zip({
      '../../etc/a.csv': utf8('1'),
      '/b.csv': utf8('2'),
      'C:\\d\\c.csv': utf8('3'),
      '..': utf8('4'),
    });
    expect(await taken(bytes)).toEqual([
      '报送.zip/etc/a.csv = 1',
      '报送.zip/b.csv = 2',
      '报送.zip/d/c.csv = 3',
      '报送.zip/未命名 = 4',
    ]);
  });

  it('is opened within a zip, once', async () => {
    const inner = zip({ 'a.csv': utf8('1') });
    const deep = zip({ 'c.zip': zip({ 'b.zip': inner, 'a.csv': utf8('2') }) });
    expect(await taken(zip({ '海南.zip': inner, 'x.csv': utf8('3') }))).toEqual([
      '报送.zip/海南.zip/a.csv = 1',
      '报送.zip/x.csv = 3',
    ]);
    expect(await taken(deep)).toEqual([
      expect.stringContaining('报送.zip/c.zip/b.zip ! unknown_form 不是可读取的格式（压缩包套了三层以上）。'),
      '报送.zip/c.zip/a.csv = 2',
    ]);
  });

  it('leaves a workbook as it is', async () => {
    const book = zip({ 'xl/workbook.xml': utf8('<x/>'), '[Content_Types].xml': utf8('<x/>') });
    const sheet = zip({
      mimetype: utf8('application/vnd.oasis.opendocument.spreadsheet'),
      'content.xml': utf8('<x/>'),
    });
    for (const file of [book, sheet]) {
      expect(await isPack(blob(file))).toBe(false);
      expect(await taken(zip({ 'a.xlsx': file }))).toEqual([`报送.zip/a.xlsx = ${await blob(file).text()}`]);
    }
    // Cut off, it is a broken workbook rather than a broken pack.
    expect(await isPack(blob(book.subarray(0, 80)))).toBe(false);
  });

  it('refuses a damaged member by name, and goes on', async () => {
    const bytes = zip({ 'a.csv': [utf8('damaged member'), { level: 0 }], 'b.csv': utf8('2') });
    expect(await taken(patched(bytes, utf8('damaged'), utf8('dam_ged')))).toEqual([
      expect.stringMatching(/^报送.zip\/a.csv ! unreadable 文件无法读取：它在压缩包里已损坏/),
      '报送.zip/b.csv = 2',
    ]);
  });

  it('refuses a member with a password by name', async () => {
    const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false });
    await writer.add('a.csv', new BlobReader(new Blob(['1'])), { password: 'x', zipCrypto: true });
    await writer.add('b.csv', new BlobReader(new Blob(['2'])));
    const bytes = new Uint8Array(await (await writer.close()).arrayBuffer());
    expect(await taken(bytes)).toEqual([
      expect.stringMatching(/^报送.zip\/a.csv ! unreadable .*密码/),
      '报送.zip/b.csv = 2',
    ]);
  });

  it.each([
    ['cut off', (b: Uint8Array) => b.subarray(0, b.length - 30)],
    ['without its list', (b: Uint8Array) => patched(b, utf8('PK\x01\x02'), utf8('PK\x01\x09'))],
  ])('%s is refused', async (_, damage) => {
    const bytes = damage(zip({ 'a.csv': utf8('1'), 'b.csv': utf8('2') }));
    expect(await isPack(blob(bytes))).toBe(true);
    expect(await taken(bytes)).toEqual([expect.stringMatching(/^报送.zip ! unreadable .*ZIP 压缩包不完整或已损坏/)]);
  });

  it('that is an export of this program is told so', async () => {
    const manifest = utf8(JSON.stringify({ format: 'kaoping-archive', version: 3, submissions: [] }));
    const packs: Zippable[] = [
      { 'manifest.json': manifest, 'a.csv': utf8('1') },
      { 备份: { 'manifest.json': manifest } },
    ];
    for (const files of packs)
      expect(await taken(zip(files))).toEqual([expect.stringMatching(/^报送.zip ! workspace_zip /)]);
    expect(await taken(zip({ 'manifest.json': utf8('{"format":"other"}') }))).toEqual([
      '报送.zip/manifest.json = {"format":"other"}',
    ]);
  });
});

describe('a bomb', () => {
  const small = zip({ 'a.csv': utf8('1') });
  it.each([
    ['a member that claims 3 GB', listed(small, UNPACKED_SIZE, 3 * 2 ** 30), 'too_large'],
    ['a member that claims to shrink a thousandfold', listed(small, UNPACKED_SIZE, 200 * 2 ** 20), 'too_large'],
    [
      'a member that is larger than it claims',
      listed(zip({ 'a.csv': utf8('1'.repeat(1000)) }), UNPACKED_SIZE, 5),
      'unreadable',
    ],
    ['a member that claims more than the file holds', listed(small, PACKED_SIZE, 2 ** 30), 'unreadable'],
  ])('%s', async (_, bytes, code) => {
    expect(await taken(bytes)).toEqual([expect.stringMatching(new RegExp(`^报送.zip(/a.csv)? ! ${code} `))]);
  });

  it('of many members', async () => {
    const files = Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`${i}.csv`, utf8('')]));
    expect(await taken(zip(files), { ...LIMITS, members: 10 })).toEqual([
      expect.stringMatching(/^报送.zip ! too_large .*超过 10 个文件/),
    ]);
  });

  it('of zips in a zip, each within its limit', async () => {
    const inner = zip({ 'a.csv': utf8('1'.repeat(400)) });
    const files = Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`${i}.zip`, inner]));
    const lines = await taken(zip(files), { ...LIMITS, all: 1200 });
    expect(lines.filter((l) => l.includes(' = ')).length).toBe(2);
    expect(lines.filter((l) => l.includes(' ! too_large ')).length).toBe(3);
  });

  it('as gz', async () => {
    const bytes = gzipSync(new Uint8Array(300_000));
    expect(await taken(bytes, { ...LIMITS, suspect: 100_000 }, 'a.csv.gz')).toEqual([
      expect.stringMatching(/^a.csv.gz ! too_large /),
    ]);
    expect(await taken(bytes, { ...LIMITS, file: 100_000 }, 'a.csv.gz')).toEqual([
      expect.stringMatching(/^a.csv.gz ! too_large /),
    ]);
  });
});

describe('a gz file', () => {
  it('is called as it is, without its ending', async () => {
    const bytes = gzipSync(utf8('甲'), { filename: 'export.csv' });
    expect(await isPack(blob(bytes))).toBe(true);
    expect(await taken(bytes, LIMITS, '海南/2017Q3.csv.gz')).toEqual(['海南/2017Q3.csv = 甲']);
    expect(await taken(zip({ 'a.csv.GZ': bytes }))).toEqual(['报送.zip/a.csv = 甲']);
  });

  it.each([
    ['cut off', (b: Uint8Array) => b.subarray(0, b.length - 6)],
    ['damaged', (b: Uint8Array) => b.map((x, i) => (i === b.length - 6 ? x ^ 1 : x))],
  ])('%s is refused', async (_, damage) => {
    const bytes = damage(gzipSync(utf8('甲'.repeat(100))));
    expect(await taken(bytes, LIMITS, 'a.gz')).toEqual([expect.stringMatching(/^a.gz ! unreadable .*gz 压缩包/)]);
  });

  it('of a tar is refused by name', async () => {
    const tar = new Uint8Array(1024);
    tar.set(utf8('ustar'), 257);
    expect(await taken(gzipSync(tar), LIMITS, 'a.tgz')).toEqual([
      expect.stringMatching(/^a.tar ! unknown_form .*TAR 归档/),
    ]);
  });
});

it.each([
  ['RAR', [0x52, 0x61, 0x72, 0x21, 0x1a, 7, 1, 0]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]],
])('%s is refused by name', async (name, magic) => {
  expect(await isPack(blob(Uint8Array.from(magic)))).toBe(true);
  expect(await taken(Uint8Array.from(magic))).toEqual([
    expect.stringMatching(`报送.zip ! unknown_form .*${name} 压缩包`),
  ]);
});

it.each([
  ['报表/~$海南州.xlsx', 'lock'],
  ['.~lock.海南州.ods#', 'lock'],
  ['.~海南州.xlsx', 'lock'],
  ['a\\Thumbs.db', 'system'],
  ['DESKTOP.INI', 'system'],
  ['a/.DS_Store', 'system'],
  ['__MACOSX/a/x.csv', 'system'],
  ['._海南州.csv', 'system'],
  ['海南州~$.xlsx', null],
  ['.csv', null],
  ['a/__MACOSX.csv', null],
])('%s is passed over: %s', (path, why) => {
  expect(passedOverName(path)).toBe(why);
});

it.each(['编号,类型\n', 'PAR1', '', 'PK'])('%j is no pack', async (text) => {
  expect(await isPack(new Blob([text]))).toBe(false);
});

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let k = 0; k < 8; k++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

it.each([
  ['zip', zip({ 'a.csv': new Uint8Array(3_000_000), 'b.csv': utf8('b') })],
  ['gz', gzipSync(new Uint8Array(3_000_000))],
])('a %s says how many bytes came out, and ends within a member where it is stopped', async (_, bytes) => {
  let out = 0;
  const all: Unpacked[] = [];
  for await (const found of unpack(blob(bytes), 'x', LIMITS, { onBytes: (n) => (out += n) })) all.push(found);
  expect(out).toBe(all.reduce((n, found) => n + ('data' in found ? found.data.size : 0), 0));
  const stop = new AbortController();
  const begun = unpack(blob(bytes), 'x', LIMITS, {
    signal: stop.signal,
    onBytes: () => stop.abort(new Error('enough')),
  });
  await expect(begun.next()).rejects.toThrow('enough');
});
