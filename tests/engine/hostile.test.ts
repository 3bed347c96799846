import { describe, expect, it } from 'vitest';
import { HEADER, row } from './clerk';
import { engine, lines, rowsOf, sent } from './hostileFiles';

describe('CSV taken in', () => {
  it.each<[string, Blob | string, { read: number; accepted: number; problems?: string[]; notes?: string[] }]>([
    ['a header without line end (零申报)', HEADER, { read: 0, accepted: 0 }],
    ['a header and blank lines', `${HEADER}\n\n\n\n`, { read: 0, accepted: 0 }],
    [
      'the header twice',
      lines(HEADER, HEADER, row(1)),
      {
        read: 1,
        accepted: 1,
        notes: ['第 2 行是重复的表头，未计入。'],
      },
    ],
    ['100,000 blank lines at the end', `${lines(HEADER, row(1))}${'\n'.repeat(100_000)}`, { read: 1, accepted: 1 }],
    [
      '100,000 blank lines in the middle',
      `${lines(HEADER, row(1))}${'\r\n'.repeat(100_000)}T-2,投诉,海晏县,工商,x\r\n`,
      {
        read: 2,
        accepted: 1,
        problems: ['100003 not_a_date'],
        notes: ['第 3–100002 行是空行，未计入。'],
      },
    ],
    [
      'rows of blanks and of delimiters',
      lines(HEADER, row(1), '   ', ',,,,', '　, ,\t,,', 'T-2,投诉,海晏县,工商,x'),
      {
        read: 2,
        accepted: 1,
        problems: ['6 not_a_date'],
        notes: ['第 3–5 行是空行，未计入。'],
      },
    ],
    [
      'surplus cells',
      lines(HEADER, row(1), row(2, ',1,2,3,4,5,6,7,8,9,10'), row(3)),
      {
        read: 3,
        accepted: 2,
        problems: ['3 surplus_cells'],
      },
    ],
    [
      'surplus delimiters, as spreadsheets leave them',
      lines(HEADER, row(1, ',,,,,,,,,,'), row(2)),
      { read: 2, accepted: 2 },
    ],
    [
      'short rows',
      lines(HEADER, 'T-1,投诉', row(2)),
      {
        read: 2,
        accepted: 1,
        problems: ['2 required_missing', '2 required_missing', '2 required_missing'],
      },
    ],
    ['mixed line ends', `${HEADER}\r\n${row(1)}\n${row(2)}\r\n${row(3)}`, { read: 3, accepted: 3 }],
    [
      'a title that ends otherwise than the rest',
      `海北州台账\r\n${lines(HEADER, row(1), row(2))}`,
      { read: 2, accepted: 2, notes: ['第 1 行是标题，未计入。'] },
    ],
    [
      'line ends of three bytes',
      `${HEADER}\r\r\n${row(1)}\r\r\n\r\r\n${row(2)}\r\r\n`,
      { read: 2, accepted: 2, notes: ['第 3 行是空行，未计入。'] },
    ],
    ['returns within a file of line feeds', `${HEADER}\n${row(1)}\r${row(2)}\n${row(3)}\n`, { read: 3, accepted: 3 }],
    ['Chinese commas', lines(HEADER, row(1)).replaceAll(',', '，'), { read: 1, accepted: 1 }],
    ['NULs near the top', lines(HEADER, row('1\0'), row(2)), { read: 2, accepted: 1, problems: ['2 unreadable_cell'] }],
    ['bare returns', `${HEADER}\r${row(1)}\r${row(2)}\r`, { read: 2, accepted: 2 }],
    [
      'the same header twice',
      lines(`${HEADER},编号,渠道,渠道`, row(1, ',X,a,b')),
      {
        read: 1,
        accepted: 1,
        problems: ['- ignored_column', '- ignored_column'],
      },
    ],
    [
      'an id of 10,000 characters, twice',
      lines(HEADER, ...[1, 2].map(() => row('9'.repeat(10_000)))),
      {
        read: 2,
        accepted: 1,
        problems: ['3 duplicate_id'],
      },
    ],
    [
      'a cell of a megabyte',
      lines(`${HEADER},渠道`, row(1, `,${'长'.repeat(350_000)}`), row(2, ',b')),
      { read: 2, accepted: 2 },
    ],
    ['rows that begin like a comment', lines(HEADER, `#${row(1)}`), { read: 1, accepted: 1 }],
    [
      'UTF-16 without a mark that begins with 一',
      new Blob([Buffer.from(`一季度台账\n${lines(HEADER, row(1))}`, 'utf16le')]),
      {
        read: 1,
        accepted: 1,
        notes: ['第 1 行是标题，未计入。'],
      },
    ],
    [
      'one date column of many spellings',
      lines(HEADER, ...['2017/3/5', '2017/3/5', '2017.3.6', 'x', 'x'].map((d, i) => `T-${i},投诉,海晏县,工商,${d}`)),
      {
        read: 5,
        accepted: 3,
        problems: ['5 not_a_date', '6 not_a_date'],
      },
    ],
  ])('%s', async (_, data, meant) => {
    const { problems = [], ...counts } = meant;
    const found = await sent(data);
    expect(found).toEqual({ ...counts, problems: expect.arrayContaining(problems) });
    expect('problems' in found && found.problems).toHaveLength(problems.length);
  });

  it('5,000 columns, those that are not read named in one problem', async () => {
    const more = Array.from({ length: 5000 }, (_, i) => `列${i}`).join();
    const found = await sent(lines(`${HEADER},${more}`, row(1), row(2, `,${Array(5000).fill('1')}`)));
    expect(found).toMatchObject({ read: 2, accepted: 2 });
    expect('problems' in found && found.problems).toEqual(['- ignored_column']);
    const [problem] = (await engine.problems({}, 0, 9)).rows;
    expect(problem?.value?.split('、')).toHaveLength(5000);
    expect(problem?.message).toContain('等共 5000 列');
  });

  it('quotes of every kind keep the cells apart', async () => {
    const cells = ['"a,b"', '"a""b"', '"a\nb"', '""', '"a" ', '"c:\\"', ' "x"', 'a"b', '"甲"乙'];
    expect(await sent(lines(`${HEADER},渠道`, ...cells.map((c, i) => row(i, `,${c}`))))).toEqual({
      read: cells.length,
      accepted: cells.length - 1,
      // Of the last it cannot be told what the quotes are meant to hold.
      problems: [`${cells.length + 1} stray_quote`],
    });
    expect((await rowsOf()).map((r) => [r.row, r.channel])).toEqual(
      ['a,b', 'a"b', 'a\nb', null, 'a', 'c:\\', 'x', 'a"b'].map((c, i) => [i + 2, c]),
    );
  });

  it('formulas and SQL stay text; a number that is a formula without its result keeps its row aside', async () => {
    const ids = ["+cmd|' /C calc'!A0", "x'; DROP TABLE complaints; --", '%s', 'SELECT NULL', '😀'];
    const found = await sent(lines(HEADER, ...[...ids, '=1+1'].map((v) => `"${v}",投诉,海晏县,工商,2017-03-05`)));
    expect(found).toMatchObject({ accepted: ids.length, problems: [`${ids.length + 2} uncalculated`] });
    expect((await rowsOf()).map((r) => r.id)).toEqual(ids);
  });

  it('dates that are none keep their rows aside, each with its row', async () => {
    const none = ['0000-00-00', '99999999', '2017-3-5 24:00', '-017-03-05', '2017-02-30', 'infinity', 'epoch'];
    const beyond = ['00000101', '2003-12-31', '1000-01-01'];
    const found = await sent(
      lines(HEADER, ...[...none, ...beyond].map((d, i) => `T-${i},投诉,海晏县,工商,${d}`), row(99)),
    );
    expect(found).toEqual({
      read: 11,
      accepted: 1,
      problems: [
        ...none.map((_, i) => `${i + 2} not_a_date`),
        ...beyond.map((_, i) => `${none.length + i + 2} date_beyond_calendar`),
      ],
    });
  });

  it.each([
    "2017Q1_632200_complaints_O'Brien.csv",
    '2017Q1_632200_complaints_100%_"x".csv',
    '2017Q1_632200_complaints_😀.csv',
    "a/b';--/2017Q1_632200_complaints.csv",
  ])('is found by its file name %s', async (path) => {
    await sent(lines(HEADER, row(1)), path);
    const page = await engine.evidence(
      {
        indicator: 'acceptance_on_time',
        side: 'denominator',
        level: 'province',
        id: '630000',
        period: null,
        asOf: '2018-01-10',
        search: path,
      },
      0,
      10,
    );
    expect(page).toMatchObject({ total: 1, rows: [{ file: path }] });
  });
});

describe('CSV refused', () => {
  it.each<[string, Blob | string, string]>([
    ['one line of a megabyte', 'x'.repeat(1 << 20), 'no_header'],
    [
      'a line longer than the reader takes',
      lines(HEADER, `${'9'.repeat(17 << 20)},投诉,海晏县,工商,2017-03-05`),
      'unreadable',
    ],
    ['nothing but blanks', '   \n \n', 'no_header'],
    ['nothing but line ends', '\n\n\n', 'no_header'],
    ['another table', 'name,price\nx,1\n', 'no_header'],
    ['the other ledger', lines('案号,办案部门,县区,处罚决定日期', 'P-1,工商,海晏县,2017-03-05'), 'ledger_differs'],
    ['an open quote', lines(HEADER, row(1), 'T-2,投诉,"海晏县,工商,2017-03-01', row(3)), 'broken_csv'],
    ['the last row cut off', `${lines(HEADER, row(1))}T-2,投诉,海`, 'truncated_csv'],
    [
      'a tail of NULs',
      new Blob([lines(HEADER, ...Array.from({ length: 200 }, (_, i) => row(i))), new Uint8Array(999)]),
      'unknown_encoding',
    ],
    [
      'a workbook under the name of a CSV',
      new Blob([new Uint8Array([0x50, 0x4b, 3, 4]), '[Content_Types].xml']),
      'broken_workbook',
    ],
  ])('%s', async (_, data, code) => {
    expect(await sent(data)).toEqual({ refused: code });
  });
});
