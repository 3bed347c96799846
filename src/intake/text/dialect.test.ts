import { describe, expect, it } from 'vitest';
import { gb18030, readText } from '../testing/delimited';

const HEAD = ['编号', '类型', '县区', '承办部门', '接收日期'];
const ROW = ['T-1', '投诉', '海晏县', '工商', '2017-03-05'];
const NEXT = ['T-2', '举报', '共和县', '质监', '2017-03-06'];
const text = (delimiter: string, ...rows: string[][]) => rows.map((r) => `${r.join(delimiter)}\n`).join('');

describe.each([...',\t;|，；｜^~\u0001\u001f§#@$&!:'])('cells parted by %j', (delimiter) => {
  it.each([1, 5, 1 << 22])('in UTF-8 and GB18030, chunks of %i bytes', async (chunk) => {
    const whole = text(delimiter, HEAD, ROW, NEXT, [`"a${delimiter}b"`, '', `"""${delimiter}\n"`]);
    const rows = [HEAD, ROW, NEXT, [`a${delimiter}b`, '', `"${delimiter}\n`]];
    for (const data of [whole, gb18030(whole)])
      expect(await readText(new Blob([data]), {}, chunk)).toMatchObject({ delimiter, rows });
  });
});

it('steps over GB18030 characters whose second byte looks like a delimiter, a quote or a backslash', async () => {
  // 倈 D7 is no matter: second bytes 0x7C, 0x5E, 0x7E, 0x40, 0x5C.
  const second = (byte: number) => new TextDecoder('gb18030').decode(Uint8Array.of(0x81, byte, 0xb0, byte));
  for (const delimiter of ['|', '^', '~', '@']) {
    const name = second(delimiter.charCodeAt(0));
    const whole = text(delimiter, HEAD, ROW, [name, `"${name}"`, `${name}𠀀`, name]);
    for (const chunk of [1, 2, 3, 1 << 22]) {
      const read = await readText(new Blob([gb18030(whole)]), {}, chunk);
      expect(read).toMatchObject({ delimiter, rows: [HEAD, ROW, [name, name, `${name}𠀀`, name]] });
    }
  }
  const slash = second(0x5c);
  const escaped = text(',', HEAD, ['"说\\"好\\""', '"1"', '"2"'], [`"${slash}"`, `"${slash}\\"x"`, slash]);
  expect((await readText(new Blob([gb18030(escaped)]), {}, 1)).rows.slice(1)).toEqual([
    ['说"好"', '1', '2'],
    [slash, `${slash}"x`, slash],
  ]);
});

describe('the delimiter', () => {
  it.each<[string, string, string]>([
    ['that shows the most known headers', `一,二,三,四,五,六\n${text(';', HEAD, ROW)}`, ';'],
    ['of the header, not of the texts', text(';', HEAD, ['T-1', 'a,b,c,d', 'e,f,g', 'h,i', 'j,k']), ';'],
    ['of a header far down', `${'说明：a;b;c\n'.repeat(60)}${text('|', HEAD, ROW)}`, '|'],
    ['of rows that are alike, where no header is known', 'a,b;c\nd;e\nf;g,h,i\n', ';'],
    ['of more cells, where all are alike', 'a:b,c,d\ne:f,g,h\n', ','],
    ['comma, where nothing tells', '说明\n说明\n', ','],
    ['comma rather than colon', '甲,10:30\n乙,11:20\n', ','],
    [
      'of quoted headers',
      text(
        '\t',
        HEAD.map((h) => `"${h}"`),
        ROW,
      ),
      '\t',
    ],
  ])('%s', async (_, whole, delimiter) => {
    expect((await readText(whole)).delimiter).toBe(delimiter);
  });

  it('is overridden, by any character', async () => {
    expect((await readText(text(',', HEAD, ROW), { delimiter: ';' })).rows).toEqual([[HEAD.join()], [ROW.join()]]);
    for (const data of [text('、', HEAD, ROW), gb18030(text('、', HEAD, ROW))])
      expect((await readText(new Blob([data]), { delimiter: '、' })).rows).toEqual([HEAD, ROW]);
  });
});

describe('quotes', () => {
  it.each<[string, string, string[][], string[]]>([
    ['double ones', `${HEAD}\n"a,b",'c',d\n`, [HEAD, ['a,b', "'c'", 'd']], []],
    ['single ones', `${HEAD.map((h) => `'${h}'`)}\n'a,b','it''s','"c"'\n`, [HEAD, ['a,b', "it's", '"c"']], []],
    [
      'apostrophes that mark text',
      `${HEAD}\n'0003,'0004,a\n'0005,b\n`,
      [HEAD, ["'0003", "'0004", 'a'], ["'0005", 'b']],
      [],
    ],
    ['an apostrophe', `${HEAD}\nit's,b,'c\n`, [HEAD, ["it's", 'b', "'c"]], []],
    ['none: inches', `${HEAD}\n5",b\n7",8"\n`, [HEAD, ['5"', 'b'], ['7"', '8"']], []],
    [
      'none, and a cell that begins with one',
      `${HEAD}\n5",b\n7",8"\n"x,y\n`,
      [HEAD, ['5"', 'b'], ['7"', '8"'], ['"x', 'y']],
      ['4 stray_quote'],
    ],
    ['backslashes before them', `${HEAD}\n"a\\"b\\\\","c\\d"\n`, [HEAD, ['a"b\\', 'c\\d']], []],
    ['a backslash at their end', `${HEAD}\n"a\\","b"\n`, [HEAD, ['a\\', 'b']], []],
  ])('%s', async (_, whole, rows, doubts) => {
    for (const chunk of [1, 1 << 22]) expect(await readText(whole, {}, chunk)).toMatchObject({ rows, doubts });
  });
});
