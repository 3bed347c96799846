import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it, vi } from 'vitest';
import type { Bytes } from './bytes';
import { type RecordScan, scanRecords } from './records';

/** Bytes of a chunk, so that borders fall everywhere. */
const chunk = vi.hoisted(() => ({ size: 1 }));
vi.mock('./bytes', async (original) => ({
  ...(await original<typeof import('./bytes')>()),
  eachChunk: async (bytes: Bytes, visit: (chunk: Uint8Array<ArrayBuffer>, offset: number) => void) => {
    for (let at = 0; at < bytes.size; at += chunk.size)
      visit(new Uint8Array(await bytes.slice(at, at + chunk.size).arrayBuffer()), at);
  },
}));

const scan = (text: string, skipLines: number, size: number, delimiter = ','): Promise<RecordScan> => {
  chunk.size = size;
  return scanRecords(new Blob([text]), delimiter, skipLines);
};

const SIZES = [1, 2, 3, 7, 1 << 22];

describe.each(SIZES)('scanRecords, chunks of %i bytes', (size) => {
  it.each<[string, string, number, { record: number; blanks: number }[]]>([
    ['plain records', 'a,b\n1,2\n3,4\n', 2, []],
    ['no final line end', 'a,b\n1,2\n3,4', 2, []],
    ['a header alone', 'a,b\n', 0, []],
    ['a header alone without line end', 'a,b', 0, []],
    ['returns before line ends', 'a,b\r\n1,2\r\n3,4\r\n', 2, []],
    ['line ends within quotes', 'a,b\n"1\n1",2\n3,"4\r\n\r\n4"\n', 2, []],
    ['doubled quotes', 'a,b\n"1""1",2\n"""",4\n"a""\n""b",5\n', 3, []],
    ['a quote within a cell, which opens nothing', 'a,b\n1"1,2\n3,4"\n5,6\n', 3, []],
    ['text after a closing quote', 'a,b\n"1"x,2\n"3" ,4\n', 2, []],
    ['empty quotes', 'a,b\n"",""\n', 1, []],
    [
      'blank lines before, between and after',
      'a,b\n\n1,2\n\r\n\n3,4\n\n',
      2,
      [
        { record: 0, blanks: 1 },
        { record: 1, blanks: 3 },
      ],
    ],
    ['a line of blanks, which is a record', 'a,b\n  \n1,2\n', 2, []],
    ['a line of delimiters, which is a record', 'a,b\n,\n1,2\n', 2, []],
    ['two returns and a line end, which is blank', 'a,b\n\r\r\n1,2\n', 1, [{ record: 0, blanks: 1 }]],
  ])('counts %s', async (_, text, records, skipped) => {
    expect(await scan(text, 1, size)).toMatchObject({ records, skipped, openQuoteLine: null });
  });

  it.each<[string, string, number, number]>([
    ['one line', 'a,b\n1,2\n', 1, 4],
    ['a title, a blank line and the header', '台账\n\na,b\n1,2\n', 3, 12],
    ['a title over two lines in quotes', '"台\n账"\na,b\n1,2\n', 2, 14],
    ['more lines than there are', 'a,b', 1, 3],
  ])('leaves out %s at the top', async (_, text, skip, dataOffset) => {
    expect(await scan(text, skip, size)).toMatchObject({ dataOffset });
  });

  it('says where a quote opens that never closes', async () => {
    expect(await scan('a,b\n1,2\n\n3,"4\n5,6\n', 1, size)).toMatchObject({ openQuoteLine: 4 });
    expect(await scan('"a,b\n1,2\n', 1, size)).toMatchObject({ openQuoteLine: 1 });
    expect(await scan('a,b\n1,"2"', 1, size)).toMatchObject({ openQuoteLine: null });
  });

  it('says where the last record begins and whether a line end follows', async () => {
    expect(await scan('a,b\n1,2\n3,4', 1, size)).toMatchObject({ lastStart: 8, endsWithNewline: false });
    expect(await scan('a,b\n1,2\n3,"4\n4"\n', 1, size)).toMatchObject({ lastStart: 8, endsWithNewline: true });
  });

  it('takes a quote as an opening one only behind the delimiter of the file', async () => {
    expect(await scan('a;b\n1,"2;3\n4;"5\n6"\n', 1, size, ';')).toMatchObject({ records: 2, openQuoteLine: null });
  });
});

const END = fc.constantFrom('\n', '\r\n');
const bare = fc
  .array(fc.constantFrom('a', '1', ' ', '字', '😀', 'x"', '.'), { maxLength: 5 })
  .map((parts) => parts.join('').replace(/^["]+/, ''));
const inQuotes = fc
  .array(fc.constantFrom('a', ',', '\n', '\r\n', '""', ' ', '字'), { maxLength: 5 })
  .map((parts) => `"${parts.join('')}"`);
const record = fc.array(fc.oneof(bare, inQuotes), { minLength: 2, maxLength: 4 }).map((cells) => cells.join(','));
const line = fc.tuple(fc.oneof({ weight: 4, arbitrary: record }, { weight: 1, arbitrary: fc.constant('') }), END);

/** Records and blank lines as papaparse finds them, blank ones counted before each record. */
function naive(text: string) {
  const rows = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' }).data;
  if (text.endsWith('\n') || text === '') rows.pop();
  const skipped: { record: number; blanks: number }[] = [];
  let records = 0;
  let blanks = 0;
  for (const row of rows) {
    if (row.length === 1 && row[0]?.replaceAll('\r', '') === '') blanks++;
    else {
      if (blanks > (skipped.at(-1)?.blanks ?? 0)) skipped.push({ record: records, blanks });
      records++;
    }
  }
  return { records, skipped };
}

it('finds the records and blank lines that papaparse finds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { maxLength: 8 }),
      fc.boolean(),
      fc.constantFrom(...SIZES),
      async (lines, cut, size) => {
        const whole = lines.map((l) => l.join('')).join('');
        const text = cut ? whole.replace(/\r?\n$/, '') : whole;
        const { records, skipped } = await scan(text, 0, size);
        expect({ records, skipped }).toEqual(naive(text));
      },
    ),
    { numRuns: 400 },
  );
});
