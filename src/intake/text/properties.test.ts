import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { FileRefused } from '../../domain/problems';
import { gb18030, readText, utf16 } from '../testing/delimited';

/** A header that is known, so that delimiter and quotes are not in question. */
const HEAD = ['编号', '类型', '县区', '承办部门'];
const DELIMITERS = [',', ';', '\t', '|', '^'];
const ENDS = ['\n', '\r\n', '\r'] as const;

const cell = fc
  .array(fc.constantFrom('a', '1', ' ', '字', '丂', '😀', '"', ',', ';', '\t', '|', '\n', '\r\n', '\\', '.', '#'), {
    maxLength: 6,
  })
  .map((parts) => parts.join(''));
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 6 }), { maxLength: 8 });
/** Fast ends of the hunt for a border: most faults show with chunks of a few bytes. */
const chunk = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constant(1 << 22));

it('well-formed text reads as papaparse reads it, in every encoding and in chunks of any size', async () => {
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.constantFrom(...DELIMITERS),
      fc.constantFrom(...ENDS),
      fc.boolean(),
      fc.boolean(),
      chunk,
      fc.constantFrom<(text: string) => BlobPart>(
        (text) => text,
        (text) => `\ufeff${text}`,
        (text) => utf16(`\ufeff${text}`, 'le'),
        (text) => utf16(text, 'be'),
        gb18030,
      ),
      async (rows, delimiter, newline, quotes, ended, size, encode) => {
        const text = Papa.unparse([HEAD, ...rows], { delimiter, newline, quotes }) + (ended ? newline : '');
        const { data } = Papa.parse<string[]>(text, { delimiter, newline });
        if (ended) data.pop();
        const read = await readText(new Blob([encode(text)]), {}, size).catch((error: unknown) => {
          // A last row without its end may be shorter than all others: what papaparse cannot know.
          expect(error).toMatchObject({ code: 'truncated_csv' });
          expect(ended).toBe(false);
          return null;
        });
        if (!read) return;
        expect(read).toMatchObject({ delimiter, rows: data });
        expect(read.doubts.filter((doubt) => doubt.includes('stray_quote'))).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});

const BASE = [
  HEAD.join(),
  'T-1,投诉,海晏县,"工,商"',
  'T-2,举报,"共和\r\n县",质监',
  '',
  'T-3, "a""b" ,,丂😀𠀀',
  'T-4,投诉,海晏县,工商',
].join('\r\n');
const FILES = [new TextEncoder().encode(BASE), gb18030(BASE), utf16(BASE, 'le'), utf16(`\ufeff${BASE}`, 'be')];

/** Bytes that mean something to some reader. */
const AWKWARD = [
  0, 0x0a, 0x0d, 0x1a, 0x22, 0x27, 0x2c, 0x30, 0x5c, 0x7c, 0x80, 0x81, 0x85, 0xc2, 0xe2, 0xef, 0xfe, 0xff,
];
const change = fc.record({
  at: fc.nat(),
  remove: fc.nat({ max: 3 }),
  insert: fc.array(fc.oneof(fc.constantFrom(...AWKWARD), fc.nat({ max: 255 })), { maxLength: 4 }),
});

const result = async (bytes: Uint8Array<ArrayBuffer>, size: number) => {
  try {
    return await readText(new Blob([bytes]), {}, size);
  } catch (error) {
    if (error instanceof FileRefused) return { code: error.code, message: error.message };
    throw error;
  }
};

it('spoiled bytes are read or refused with a sentence, the same in chunks of any size', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...FILES),
      fc.array(change, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 40 }),
      async (file, changes, size) => {
        const bytes = [...file];
        for (const { at, remove, insert } of changes) bytes.splice(at % (bytes.length + 1), remove, ...insert);
        const whole = Uint8Array.from(bytes);
        fc.pre(whole.length > 0);
        expect(await result(whole, size)).toEqual(await result(whole, 1 << 22));
      },
    ),
    { numRuns: 500 },
  );
});

it('a mark alone is no row', async () => {
  for (const mark of [
    [0xef, 0xbb, 0xbf],
    [0xff, 0xfe],
    [0x84, 0x31, 0x95, 0x33],
  ])
    expect((await readText(new Blob([Uint8Array.from(mark)]))).rows).toEqual([]);
});

it('the start of a file is read or refused, wherever it is cut', async () => {
  for (const file of FILES)
    for (let n = 1; n <= file.length; n++) {
      const read = await result(file.slice(0, n), 1 << 22);
      if ('code' in read) expect(['truncated_csv', 'broken_csv', 'unknown_encoding']).toContain(read.code);
    }
});
