import { describe, expect, it } from 'vitest';
import { gb18030, readText, utf16 } from '../testing/delimited';
import { type Encoding, gbLength, tellEncoding } from './encoding';

const TEXT = '编号,类型\nT-1,投诉\n';
const ROWS = [
  ['编号', '类型'],
  ['T-1', '投诉'],
];
/** 编号,类型\nT-1,投诉 in GB18030. */
const GB = gb18030(TEXT.trim());
const bytes = (...parts: readonly (readonly number[] | Uint8Array)[]) => Uint8Array.from(parts.flatMap((p) => [...p]));

describe.each([1, 3, 1 << 22])('chunks of %i bytes', (chunk) => {
  it.each<[string, BlobPart[], Encoding, string[][]]>([
    ['ASCII', ['a,b\n'], 'utf-8', [['a', 'b']]],
    ['UTF-8', [TEXT], 'utf-8', ROWS],
    ['UTF-8 with a mark', ['\ufeff', TEXT], 'utf-8-bom', ROWS],
    ['UTF-8 with two marks', ['\ufeff\ufeff', TEXT], 'utf-8-bom', ROWS],
    ['UTF-8 with four-byte characters', ['编号,😀𠀀'], 'utf-8', [['编号', '😀𠀀']]],
    ['UTF-16LE with a mark', [utf16(`\ufeff${TEXT}`, 'le')], 'utf-16le', ROWS],
    ['UTF-16BE with a mark', [utf16(`\ufeff${TEXT}`, 'be')], 'utf-16be', ROWS],
    ['UTF-16LE with two marks', [utf16(`\ufeff\ufeff${TEXT}`, 'le')], 'utf-16le', ROWS],
    ['UTF-16LE without a mark', [utf16(TEXT, 'le')], 'utf-16le', ROWS],
    ['UTF-16BE without a mark', [utf16(TEXT, 'be')], 'utf-16be', ROWS],
    ['UTF-16LE with surrogates', [utf16(`${TEXT}😀,𠀀`, 'le')], 'utf-16le', [...ROWS, ['😀', '𠀀']]],
    ['UTF-16BE with surrogates', [utf16(`${TEXT}😀,é`, 'be')], 'utf-16be', [...ROWS, ['😀', 'é']]],
    // 一 is U+4E00: a NUL on the other side.
    ['UTF-16LE that begins with 一', [utf16(`一季度\n${TEXT}`, 'le')], 'utf-16le', [['一季度'], ...ROWS]],
    ['UTF-16BE that begins with 一', [utf16(`一季度\n${TEXT}`, 'be')], 'utf-16be', [['一季度'], ...ROWS]],
    ['UTF-16BE ended by Ctrl-Z', [utf16(`${TEXT}\x1a`, 'be')], 'utf-16be', ROWS],
    ['GB18030 of two characters', [bytes([0xcd, 0xb6, 0xcb, 0xdf])], 'gb18030', [['投诉']]],
    ['GB18030', [gb18030(TEXT)], 'gb18030', ROWS],
    ['GB18030 with a mark', [gb18030(`\ufeff${TEXT}`)], 'gb18030', ROWS],
    ['GB18030 with four-byte characters', [gb18030(`${TEXT}𠀀,😀\n`)], 'gb18030', [...ROWS, ['𠀀', '😀']]],
    [
      'UTF-8 with a byte of none',
      [`${TEXT}${TEXT}`, bytes([0x61, 0xff, 0x0a])],
      'utf-8',
      [...ROWS, ...ROWS, ['（无法识别的字节 61 FF）']],
    ],
    [
      'GB18030 with a byte of none',
      [gb18030(`${TEXT}${TEXT}`), bytes([0x61, 0xff, 0x0a])],
      'gb18030',
      [...ROWS, ...ROWS, ['（无法识别的字节 61 FF）']],
    ],
    ['UTF-8 with a NUL', [`${TEXT}a,\0b\n`], 'utf-8', [...ROWS, ['a', '（无法识别的字节 00 62）']]],
  ])('reads %s', async (_, parts, label, meant) => {
    expect(await readText(new Blob(parts), {}, chunk)).toMatchObject({ encoding: label, rows: meant });
  });
});

it.each<[string, BlobPart[], string]>([
  ['UTF-8 cut within a character', [new TextEncoder().encode('编号,类').slice(0, -1)], 'truncated_csv'],
  ['UTF-8 cut within a character of four', [new TextEncoder().encode('编号,😀').slice(0, -1)], 'truncated_csv'],
  ['UTF-8 with a mark, cut', ['\ufeff', new TextEncoder().encode('编号').slice(0, -2)], 'truncated_csv'],
  ['GB18030 cut within a character', [GB.slice(0, -1)], 'truncated_csv'],
  ['GB18030 cut within a character of four', [gb18030(`${TEXT}𠀀`).slice(0, -1)], 'truncated_csv'],
  ['GB18030 cut in the middle of a character of four', [gb18030(`${TEXT}𠀀`).slice(0, -2)], 'truncated_csv'],
  ['UTF-16 cut within a unit', [utf16(`\ufeff${TEXT}`, 'le').slice(0, -1)], 'truncated_csv'],
  ['UTF-16LE cut between surrogates', [utf16(`${TEXT}😀`, 'le').slice(0, -2)], 'truncated_csv'],
  ['UTF-16BE cut between surrogates', [utf16(`${TEXT}😀`, 'be').slice(0, -2)], 'truncated_csv'],
  ['bytes of no encoding', [bytes([0x81, 0x20, 0xff, 0xff, 0x0a])], 'unknown_encoding'],
  ['a mark of UTF-8 before GB18030', [bytes([0xef, 0xbb, 0xbf], GB)], 'unknown_encoding'],
  ['a tail of NULs, as a broken copy leaves it', [TEXT.repeat(300), new Uint8Array(512)], 'unknown_encoding'],
  ['such a tail far behind', [TEXT.repeat(60_000), new Uint8Array(512)], 'unknown_encoding'],
  ['NULs after GB18030', [bytes(...Array.from({ length: 300 }, () => GB)), new Uint8Array(64)], 'unknown_encoding'],
  ['UTF-32', [utf16([...`\ufeff${TEXT}`].join('\0').concat('\0'), 'le')], 'unknown_encoding'],
  ['a picture', [bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], new Uint8Array(64), GB)], 'unknown_encoding'],
  [
    'noise',
    [Uint8Array.from({ length: 5000 }, (_, i) => (i * i * 7919 + i * 31 + (i >> 3) * 17) % 256)],
    'unknown_encoding',
  ],
])('refuses %s', async (_, parts, code) => {
  await expect(tellEncoding(new Blob(parts))).rejects.toMatchObject({ name: 'FileRefused', code });
});

it('looks beyond a head that is ASCII', async () => {
  const head = 'case_id,department\n'.repeat(100_000);
  expect(await tellEncoding(new Blob([head, gb18030('甲,工商\n')]))).toMatchObject({ label: 'gb18030' });
  expect(await tellEncoding(new Blob([head, '甲,工商\n']))).toMatchObject({ label: 'utf-8' });
  expect(await tellEncoding(new Blob([head]))).toMatchObject({ label: 'utf-8' });
});

it('is overridden', async () => {
  const blob = new Blob([TEXT]);
  expect((await readText(blob, { encoding: 'gb18030' })).encoding).toBe('gb18030');
  expect((await readText(new Blob(['\ufeff', TEXT]), { encoding: 'utf-8' })).rows).toEqual(ROWS);
  expect((await readText(new Blob([utf16(TEXT, 'be')]), { encoding: 'utf-16be' })).rows).toEqual(ROWS);
});

it.each<[number[], number]>([
  [[0x41, 0x41], 1],
  [[0x80, 0x41], 1],
  [[0xff, 0x41], 1],
  [[0xb1, 0x7c], 2],
  [[0xb1, 0x7f], 1],
  [[0xb1, 0x2c], 1],
  [[0xb1], 2],
  [[0x95, 0x32, 0x82, 0x36], 4],
  [[0x95, 0x32, 0x82], 4],
  [[0x95, 0x32], 4],
  [[0x95, 0x32, 0x2c, 0x36], 1],
  [[0x95, 0x32, 0x82, 0x2c], 1],
])('the GB18030 character at the head of %j has %i bytes', (all, length) => {
  expect(gbLength(Uint8Array.from(all), 0, all.length)).toBe(length);
});
