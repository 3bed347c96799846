import { describe, expect, it, vi } from 'vitest';
import type { Bytes } from './bytes';
import { encodingOf, toUtf8 } from './encoding';

/** Bytes of a chunk, so that characters are cut at every border. */
const chunk = vi.hoisted(() => ({ size: 4 * 1024 * 1024 }));
vi.mock('./bytes', async (original) => ({
  ...(await original<typeof import('./bytes')>()),
  eachChunk: async (bytes: Bytes, visit: (chunk: Uint8Array<ArrayBuffer>, offset: number) => void) => {
    for (let at = 0; at < bytes.size; at += chunk.size)
      visit(new Uint8Array(await bytes.slice(at, at + chunk.size).arrayBuffer()), at);
  },
}));

const TEXT = '编号,类型\nT-1,投诉\n';
const utf16 = (text: string, bigEndian = false): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(Buffer.from(text, 'utf16le'));
  for (let i = 0; bigEndian && i < bytes.length; i += 2) bytes.subarray(i, i + 2).reverse();
  return bytes;
};
/** 编号,类型\nT-1,投诉\n in GB18030. */
const GB = [0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc0, 0xe0, 0xd0, 0xcd, 0x0a, 0x54, 0x2d, 0x31, 0x2c, 0xcd, 0xb6, 0xcb, 0xdf];
/** 𠀀 (U+20000), four bytes. */
const GB_FOUR = [0x95, 0x32, 0x82, 0x36];
const bytes = (...parts: readonly number[][]): Uint8Array<ArrayBuffer> => new Uint8Array(parts.flat());
const text = async (blob: Bytes): Promise<string> => new TextDecoder().decode(await blob.arrayBuffer());

describe.each([4 * 1024 * 1024, 1, 3])('encodingOf, chunks of %i bytes', (size) => {
  it.each<[string, BlobPart[], string, string]>([
    ['ASCII', ['a,b\n'], 'utf-8', 'a,b\n'],
    ['UTF-8', [TEXT], 'utf-8', TEXT],
    ['UTF-8 with a mark', ['\ufeff', TEXT], 'utf-8-bom', TEXT],
    ['UTF-8 with four-byte characters', ['编号😀𠀀'], 'utf-8', '编号😀𠀀'],
    ['UTF-16LE with a mark', [utf16(`\ufeff${TEXT}`)], 'utf-16le', TEXT],
    ['UTF-16BE with a mark', [utf16(`\ufeff${TEXT}`, true)], 'utf-16be', TEXT],
    ['UTF-16LE without a mark', [utf16(TEXT)], 'utf-16le', TEXT],
    ['UTF-16BE without a mark', [utf16(TEXT, true)], 'utf-16be', TEXT],
    // 一 is U+4E00: a NUL on the other side.
    ['UTF-16LE that begins with 一', [utf16(`一季度\n${TEXT}`)], 'utf-16le', `一季度\n${TEXT}`],
    ['UTF-16BE that begins with 一', [utf16(`一季度\n${TEXT}`, true)], 'utf-16be', `一季度\n${TEXT}`],
    ['GB18030 of two characters', [bytes([0xcd, 0xb6, 0xcb, 0xdf])], 'gb18030', '投诉'],
    ['GB18030', [bytes(GB, [0x0a])], 'gb18030', TEXT],
    ['GB18030 with four-byte characters', [bytes(GB, GB_FOUR, [0x0a])], 'gb18030', `${TEXT.trim()}𠀀\n`],
    ['long GB18030', [bytes(...Array.from({ length: 400 }, () => [...GB, 0x0a]))], 'gb18030', TEXT.repeat(400)],
  ])('reads %s', async (_, parts, label, meant) => {
    chunk.size = size;
    const blob = new Blob(parts);
    const encoding = await encodingOf(blob);
    expect(encoding.label).toBe(label);
    expect(await text(await toUtf8(blob, encoding, false))).toBe(meant);
  });

  it.each<[string, BlobPart[], string]>([
    ['UTF-8 cut within a character', [new TextEncoder().encode('编号,类').slice(0, -1)], 'truncated_csv'],
    ['UTF-8 with a mark, cut', ['\ufeff', new TextEncoder().encode('编号').slice(0, -2)], 'truncated_csv'],
    ['GB18030 cut within a character', [bytes(GB.slice(0, -1))], 'truncated_csv'],
    ['UTF-16 cut within a character', [utf16(`\ufeff${TEXT}`).slice(0, -1)], 'truncated_csv'],
    ['bytes of no encoding', [bytes([0x81, 0x20, 0xff, 0xff, 0x0a])], 'unknown_encoding'],
    ['a mark of UTF-8 before GB18030', [bytes([0xef, 0xbb, 0xbf], GB)], 'unknown_encoding'],
    ['a NUL in UTF-8', ['编号,类型\nT-1,投\0诉\n'], 'unknown_encoding'],
    ['a tail of NULs, as a broken copy leaves it', [TEXT.repeat(300), new Uint8Array(512)], 'unknown_encoding'],
    ['NULs after GB18030', [bytes(...Array.from({ length: 300 }, () => GB)), new Uint8Array(64)], 'unknown_encoding'],
  ])('refuses %s', async (_, parts, code) => {
    chunk.size = size;
    await expect(encodingOf(new Blob(parts))).rejects.toMatchObject({ name: 'FileRefused', code });
  });
});

it('turns bare returns into line ends, and leaves the bytes of plain UTF-8 alone', async () => {
  const blob = new Blob(['a,b\r1,2\r']);
  const encoding = await encodingOf(blob);
  expect(await text(await toUtf8(blob, encoding, true))).toBe('a,b\n1,2\n');
  expect(await toUtf8(blob, encoding, false)).toBe(blob);
});
