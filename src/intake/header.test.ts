import { describe, expect, it } from 'vitest';
import { cellCount, findHeader } from './header';

const HEADER = ['编号', '类型', '县区', '承办部门', '接收日期'];
const ROW = ['T-1', '投诉', '海晏县', '工商', '2017-03-05'];
const csv = (delimiter: string, ...rows: string[][]) => rows.map((r) => `${r.join(delimiter)}\n`).join('');

describe('findHeader', () => {
  it.each<[string, string, object]>([
    ['a plain file', csv(',', HEADER, ROW), { delimiter: ',', row: 1, names: HEADER, fewestCells: 5 }],
    ['a header alone', HEADER.join(','), { delimiter: ',', row: 1, names: HEADER, fewestCells: null }],
    ['tabs', csv('\t', HEADER, ROW), { delimiter: '\t', names: HEADER }],
    ['semicolons', csv(';', HEADER, ROW), { delimiter: ';', names: HEADER }],
    ['bars', csv('|', HEADER, ROW), { delimiter: '|', names: HEADER }],
    ['title rows above', `海南州台账,,\n填报单位：海南州\n${csv(',', HEADER, ROW)}`, { row: 3, names: HEADER }],
    ['blank lines above', `\n\r\n${csv(',', HEADER, ROW)}`, { row: 3, names: HEADER }],
    ['a title over two lines', `"海南州\n台账"\n${csv(',', HEADER, ROW)}`, { row: 2, names: HEADER }],
    ['a title that names two columns', `编号说明,类型\n${csv(',', HEADER, ROW)}`, { row: 2, names: HEADER }],
    [
      'headers in quotes',
      csv(
        ',',
        HEADER.map((h) => `"${h}"`),
        ROW,
      ),
      { row: 1, names: HEADER },
    ],
    ['a comma within a quoted header', `"编号",类型,"批准延期,天"\n`, { names: ['编号', '类型', '批准延期,天'] }],
    ['returns before line ends', csv(',', HEADER, ROW).replaceAll('\n', '\r\n'), { names: HEADER, fewestCells: 5 }],
    ['a title that ends otherwise than the rest', `台账\r\n${csv(',', HEADER, ROW)}`, { row: 2, names: HEADER }],
    ['a header that ends otherwise than the rest', `${HEADER.join(',')}\r\n${csv(',', ROW, ROW)}`, { names: HEADER }],
  ])('finds the header of %s', async (_, text, header) => {
    expect(await findHeader(new Blob([text]))).toMatchObject(header);
  });

  it.each<[string, string]>([
    ['a file of another kind', 'name,price\nx,1\n'],
    ['a file with one known header', '编号,价格\n1,2\n'],
    ['blanks', '   \n \n'],
    ['one endless line', 'x'.repeat(300_000)],
    ['a header below the twentieth row', `${'说明\n'.repeat(20)}${csv(',', HEADER, ROW)}`],
  ])('refuses %s', async (_, text) => {
    await expect(findHeader(new Blob([text]))).rejects.toMatchObject({ code: 'no_header' });
  });

  it('knows how few cells a row has, blank lines and the last row aside', async () => {
    const rows = csv(',', HEADER, ROW, ['T-2', '投诉'], [''], ROW, ['T-3']).trimEnd();
    expect(await findHeader(new Blob([rows]))).toMatchObject({ fewestCells: 2 });
  });
});

it.each<[string, string, number]>([
  ['a,b,c', ',', 3],
  ['"a,b",c', ',', 2],
  ['a\tb', '\t', 2],
  ['', ',', 0],
])('cellCount of %j under %j is %i', (record, delimiter, cells) => {
  expect(cellCount(record, delimiter)).toBe(cells);
});
