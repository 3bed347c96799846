import { expect, it } from 'vitest';
import { Book } from '../testing/readBook';
import { daySerial } from './layout';
import { writeBook } from './writeBook';

const paper = { title: 'x & y', office: 'A&B <办>', line: '2017年', sample: false, madeAt: '2018-01-12 09:30' };

it('writes any table, dropping characters that XML cannot hold', async () => {
  const book = await Book.of(
    await writeBook(
      [
        {
          name: '案件',
          title: 't',
          table: {
            columns: [
              { label: '编号', width: 10 },
              { label: '日期', width: 12 },
            ],
            rows: [
              ['a\u0001b<&>"', { day: '2017-02-28' }],
              [{ number: 12, format: 'count' }, null],
              ['=1+1', ''],
            ],
          },
        },
      ],
      paper,
    ),
  );
  expect(book.records('案件', '编号')).toEqual([
    { 编号: 'ab<&>"', 日期: new Date('2017-02-28') },
    { 编号: 12, 日期: null },
    { 编号: '=1+1', 日期: null },
  ]);
});

it('says of a text that it could not hold', async () => {
  const table = {
    columns: [
      { label: 'A', width: 9 },
      { label: 'B', width: 9 },
    ],
    rows: [['x'.repeat(40_000), 'b']],
  };
  const book = await Book.of(await writeBook([{ name: 'x', title: 't', table }], paper));
  const cell = String(book.records('x', 'A')[0]?.A);
  expect(cell.length).toBeLessThanOrEqual(32_767);
  expect(cell).toContain('共 40000 字');
});

it.each([
  ['1900-03-01', 61],
  ['2017-10-10', 43018],
])('holds %s as the day that a spreadsheet counts as %i', (day, serial) => {
  expect(daySerial(day)).toBe(serial);
});
