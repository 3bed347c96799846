import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../tests/support/catalogue';
import { problemSentence } from '../../domain/problems';
import { noText } from '../../domain/reading/noText';
import { BATCH_ROWS } from '../sheet';
import { gb18030, readText, rowsOf, utf16 } from '../testing/delimited';
import { openText, type TextChoice } from './openText';

const HEAD = ['编号', '类型', '县区', '承办部门', '接收日期'];
const ROW = ['T-1', '投诉', '海晏县', '工商', '2017-03-05'];
const NEXT = ['T-2', '举报', '共和县', '质监', '2017-03-06'];
const lines = (...rows: (string | string[])[]) =>
  rows.map((r) => `${typeof r === 'string' ? r : r.join(',')}\n`).join('');
const TABLE = [HEAD, ROW, NEXT];

/** Chunks so small that borders fall everywhere, and one that holds all. */
const CHUNKS = [1, 2, 3, 7, 1 << 22];

describe.each(CHUNKS)('rows, chunks of %i bytes', (chunk) => {
  const rows = async (text: string | Blob, choice?: TextChoice) => (await readText(text, choice, chunk)).rows;

  it.each<[string, string]>([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
    ['CR CR LF', '\r\r\n'],
    ['NEL', '\u0085'],
    ['U+2028', '\u2028'],
    ['U+2029', '\u2029'],
  ])('lines that end with %s, in every encoding, the last one ended or not', async (_, end) => {
    const text = TABLE.map((r) => r.join()).join(end);
    for (const whole of [text, text + end, `${text}${end}\x1a`, `${text}\x1a\x1a\r\n`])
      for (const bytes of [whole, utf16(whole, 'le'), ...(end === '\u2029' ? [] : [gb18030(whole)])])
        expect(await rows(new Blob([bytes]))).toEqual(TABLE);
  });

  it.each<[string, string, string[][]]>([
    ['mixed line ends', `${HEAD}\r\n${ROW}\n${NEXT}\r${ROW}\r\n`, [...TABLE, ROW]],
    ['a title that ends otherwise', `台账\r\n${lines(HEAD, ROW)}`, [['台账'], HEAD, ROW]],
    ['blank lines of LF', `${lines(HEAD, '', '', ROW, '')}`, [HEAD, [], [], ROW, []]],
    ['blank lines of CRLF', lines(HEAD, '', '', ROW).replaceAll('\n', '\r\n'), [HEAD, [], [], ROW]],
    ['blank lines of CR', lines(HEAD, '', '', ROW).replaceAll('\n', '\r'), [HEAD, [], [], ROW]],
    ['blank lines of NEL', lines(HEAD, '', '', ROW).replaceAll('\n', '\u0085'), [HEAD, [], [], ROW]],
    ['a blank line that ends with CR CR LF', `${HEAD}\n\r\r\n${ROW}\n`, [HEAD, [], ROW]],
    ['U+2028 in a cell where lines end with LF', lines(HEAD, 'a\u2028b,c'), [HEAD, ['a\u2028b', 'c']]],
    ['NEL in a cell where lines end with LF', lines(HEAD, 'a\u0085b,c'), [HEAD, ['a\u0085b', 'c']]],
    ['blanks around cells', lines(HEAD, ' a , b,c\t'), [HEAD, [' a ', ' b', 'c\t']]],
    ['a line of blanks', lines(HEAD, '   '), [HEAD, ['   ']]],
    ['a line of delimiters', lines(HEAD, ',,'), [HEAD, ['', '', '']]],
    ['a delimiter at the end', lines(HEAD, 'a,').trimEnd(), [HEAD, ['a', '']]],
    ['short and long rows', lines(HEAD, 'a', 'a,b,c,d,e,f,g'), [HEAD, ['a'], [...'abcdefg']]],
    ['Ctrl-Z within', lines(HEAD, 'a\x1ab,c'), [HEAD, ['a\x1ab', 'c']]],
    ['a row that begins like a comment', lines(HEAD, '#a,b'), [HEAD, ['#a', 'b']]],
  ])('%s', async (_, text, meant) => {
    expect(await rows(text)).toEqual(meant);
  });

  it.each<[string, string, string[], string[]]>([
    ['a delimiter', '"a,b",c', ['a,b', 'c'], []],
    ['doubled quotes', '"a""b","""",""""""', ['a"b', '"', '""'], []],
    ['nothing', '"",""', ['', ''], []],
    ['a single empty cell', '""', [''], []],
    ['line ends', '"a\nb\r\nc\rd",e', ['a\nb\r\nc\rd', 'e'], []],
    ['blanks', '" a ",b', [' a ', 'b'], []],
    ['blanks before and behind', 'a,  "b, c"\t , "d" ', ['a', 'b, c', 'd'], []],
    ['a backslash, which is a character', '"c:\\",b', ['c:\\', 'b'], []],
    ['apostrophes', "'0003,'a,b',\"it's\"", ["'0003", "'a", "b'", "it's"], []],
    ['text behind the closing quote', '"a"b,c', ['ab', 'c'], ['stray_quote']],
    ['blanks and text behind it', '"a""b" c"d,e', ['a"b c"d', 'e'], ['stray_quote']],
    ['quotes within quotes', '"他说"好"的",c', ['他说好"的"', 'c'], ['stray_quote']],
    ['a quote within a cell', 'a"b,c', ['a"b', 'c'], []],
    ['blanks alone, which open nothing', '  ,b', ['  ', 'b'], []],
    ['a multi-line text of few cells', '"甲\n乙,丙\n丁",x,y,z,v', ['甲\n乙,丙\n丁', 'x', 'y', 'z', 'v'], []],
    ['a row within', '"a\nT-9,投诉,海晏县\n",b', ['a\nT-9,投诉,海晏县\n', 'b'], ['swallowed_rows']],
    ['a row within, lines ended by CR', '"a\rT-9,投诉,海晏县\r",b', ['a\rT-9,投诉,海晏县\r', 'b'], ['swallowed_rows']],
    [
      'the start of the next row',
      'T-9,"甲,乙\nT-10,投诉,海晏县,"丙",丁',
      ['T-9', '甲,乙\nT-10,投诉,海晏县,丙"', '丁'],
      ['stray_quote', 'swallowed_rows'],
    ],
  ])('quotes around %s', async (_, line, cells, doubts) => {
    // A well quoted row above, so that quotes are quotes.
    for (const end of ['\n', '\r\n']) {
      const text = [HEAD.join(), '"T-0",投诉,"海晏县",工商,2017-03-05', line, ROW.join(), ''].join(end);
      const read = await readText(text, {}, chunk);
      expect(read.rows.slice(2)).toEqual([cells, ROW]);
      expect(read.doubts).toEqual(doubts.map((d) => `3 ${d}`));
    }
  });

  it.each<[string, Blob | string, string, string]>([
    ['cut within a row', `${lines(HEAD, ROW)}T-2,投诉`, 'truncated_csv', '3'],
    ['cut within a row below blank lines', `${lines('题', HEAD, '', ROW, '')}T-2,投诉`, 'truncated_csv', '6'],
    [
      'cut at a delimiter, lines ended by CR',
      lines(HEAD, ROW).replaceAll('\n', '\r').concat('T-2,'),
      'truncated_csv',
      '3',
    ],
    ['with an open quote', lines(HEAD, ROW, 'T-2,"投诉', ROW), 'broken_csv', '3'],
    ['with an open quote below a title', lines('题', HEAD, '', ROW, '"T-2'), 'broken_csv', '5'],
    [
      'with an open quote below a cell of two lines',
      lines(HEAD, ['"T\n1"', ...ROW.slice(1)], '"T-2'),
      'broken_csv',
      '3',
    ],
    ['with an open quote at its very end', `${lines(HEAD, ROW)}"`, 'broken_csv', '3'],
  ])('refuses a file %s', async (_, file, code, detail) => {
    await expect(rows(file)).rejects.toMatchObject({
      code,
      message: problemSentence(code as 'broken_csv', { detail }),
    });
  });

  it.each<[string, string, string[][]]>([
    ['a note below, as short as others', `${lines(HEAD, ROW, '备注')}制表人`, [HEAD, ROW, ['备注'], ['制表人']]],
    ['a short last row that is ended', lines(HEAD, ROW, 'T-2'), [HEAD, ROW, ['T-2']]],
    ['a header alone', HEAD.join(), [HEAD]],
    ['a header and one short row', `${lines(HEAD)}T-1`, [HEAD, ['T-1']]],
  ])('does not take for cut off: %s', async (_, text, meant) => {
    expect(await rows(text)).toEqual(meant);
  });

  it('cells whose bytes are no text stand for themselves, and only they', async () => {
    const bytes = (...parts: (string | number[])[]) =>
      new Blob(parts.map((p) => (typeof p === 'string' ? new TextEncoder().encode(p) : Uint8Array.from(p))));
    const utf8 = await rows(bytes(lines(HEAD, ROW), [0xff, 0xfe], ',b,', [0x61, 0x00], ',好\n', lines(ROW)));
    expect(utf8[2]).toEqual([noText(Uint8Array.of(0xff, 0xfe)), 'b', noText(Uint8Array.of(0x61, 0)), '好']);
    expect(utf8[3]).toEqual(ROW);
    const gb = new Blob([gb18030(lines(HEAD, ROW)), Uint8Array.of(0x61, 0xff, 0x2c), gb18030(`好,𠀀\n`)]);
    expect((await rows(gb))[2]).toEqual([noText(Uint8Array.of(0x61, 0xff)), '好', '𠀀']);
    const wide = utf16(`${lines(HEAD, ROW)}a\ud800b,好\n`, 'le');
    expect((await rows(new Blob([wide])))[2]).toEqual([noText(Uint8Array.of(0x61, 0xed, 0xa0, 0x80, 0x62)), '好']);
  });
});

it('says with each batch which share of the bytes was read', async () => {
  const { sheets } = await openText(
    catalogue,
    new Blob([lines(HEAD, ...Array(3 * BATCH_ROWS + 1).fill(ROW))]),
    {},
    1 << 18,
  );
  const shares: number[] = [];
  for await (const { share } of sheets[0]?.read() ?? []) if (share !== undefined) shares.push(share);
  expect(shares.length).toBeGreaterThan(2);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares[0]).toBeLessThan(0.6);
  expect(shares.at(-1)).toBeLessThanOrEqual(1);
});

it('reads anew with each call, and two readings at once', async () => {
  const { sheets } = await openText(catalogue, new Blob([lines(...TABLE)]));
  const [a, b] = [sheets[0]?.read(), sheets[0]?.read()].map((read) => read?.[Symbol.asyncIterator]());
  const first = (await a?.next())?.value;
  expect(rowsOf((await b?.next())?.value)).toEqual(rowsOf(first));
  expect(rowsOf(first)).toEqual(TABLE);
});

it('a cell of 10 MB, quoted and not, in chunks far smaller', async () => {
  const long = '长,"\n'.repeat(1_500_000);
  const plain = '短'.repeat(3_500_000);
  const text = lines(HEAD, `T-1,"${long.replaceAll('"', '""')}",c`, `T-2,${plain},c`, ROW);
  const { rows } = await readText(text, {}, 64 * 1024);
  expect(rows[1]?.[1] === long).toBe(true);
  expect(rows[2]?.[1] === plain).toBe(true);
  expect(rows[3]).toEqual(ROW);
});

it('10,000 columns in few rows among many narrow ones', async () => {
  const wide = Array.from({ length: 10_000 }, (_, i) => String(i % 7));
  const narrow = lines(ROW).repeat(20_000);
  const { sheets } = await openText(catalogue, new Blob([lines(HEAD), narrow, lines(wide, wide), narrow]));
  let rows = 0;
  let most = 0;
  for await (const batch of sheets[0]?.read() ?? []) {
    const arrays = new Set(batch.columns.map((c) => c.ids));
    most = Math.max(most, arrays.size * batch.rows);
    rows += batch.rows;
    if (batch.firstRow <= 20_002 && batch.firstRow + batch.rows > 20_002)
      expect(rowsOf({ ...batch, rows: batch.rows }).find((r) => r.length > 5)).toEqual(wide);
  }
  expect(rows).toBe(40_003);
  expect(most).toBeLessThan(5_000_000);
});

it('refuses a row without end of cells', async () => {
  await expect(readText(`${lines(HEAD, ROW)}${','.repeat(70_000)}\n`)).rejects.toMatchObject({ code: 'unreadable' });
});

it('a column of all-different texts begins new lists, and stays the same text by text', async () => {
  const count = 280_000;
  const body = Array.from({ length: count }, (_, i) => `T-${i},投诉`);
  const { sheets } = await openText(catalogue, new Blob([lines('编号,类型'), lines(body.join('\n'))]));
  const lists = new Set();
  const kinds = new Set();
  let row = 0;
  for await (const batch of sheets[0]?.read() ?? []) {
    lists.add(batch.columns[0]?.texts);
    kinds.add(batch.columns[1]?.texts);
    expect(batch.columns[0]?.texts.size).toBeLessThan(240_000);
    const cells = rowsOf(batch);
    const meant = cells.map((_, i) => (row + i === 0 ? ['编号', '类型'] : [`T-${row + i - 1}`, '投诉']));
    expect(cells).toEqual(meant);
    row += batch.rows;
  }
  expect(row).toBe(count + 1);
  expect(lists.size).toBeGreaterThan(1);
  expect(kinds.size).toBe(1);
});

it('hundreds of thousands of empty lines are counted, not kept', async () => {
  for (const end of ['\n', '\r']) {
    const { rows } = await readText(`${HEAD}${end.repeat(300_000)}${ROW}${end}`);
    expect(rows).toHaveLength(300_001);
    expect(rows.at(-1)).toEqual(ROW);
  }
});
