import { expect, it } from 'vitest';
import { catalogue } from '../../../tests/support/catalogue';
import { cellsOf, head, sheet } from '../testing/sheets';
import { findTables } from './findTables';
import type { Table } from './table';
import { readTotal, type Total } from './totals';

const HEADER = '案件编号|办案部门|县区|处罚决定日期|罚没金额|货值金额';
const plain = findTables(catalogue, head([HEADER]), sheet())[0] as Table;
const scaled = findTables(catalogue, head(['单位：万元', HEADER]), sheet())[0] as Table;

it.each<[string, Table, Total]>([
  ['合计||||3,000.5|', plain, { sums: [{ field: 'fine_yuan', value: 3000.5 }], count: null, words: '合计' }],
  [
    '合计：12件|||| 1.13 |２',
    scaled,
    {
      sums: [
        { field: 'fine_yuan', value: 11_300 },
        { field: 'goods_value_yuan', value: 20_000 },
      ],
      count: 12,
      words: '合计:12件',
    },
  ],
  [
    '小计|12件|共和县||300元|—',
    scaled,
    { sums: [{ field: 'fine_yuan', value: 300 }], count: 12, words: '小计　共和县' },
  ],
  [
    '合计||||1.5亿元|3千元',
    plain,
    {
      sums: [
        { field: 'fine_yuan', value: 150_000_000 },
        { field: 'goods_value_yuan', value: 3000 },
      ],
      count: null,
      words: '合计',
    },
  ],
  ['共计处罚案件1,204件|||||', plain, { sums: [], count: 1204, words: '共计处罚案件1,204件' }],
  ['合计|12|||||', plain, { sums: [], count: 12, words: '合计' }],
  ['合计||||约3万|', plain, { sums: [], count: null, words: '合计　约3万' }],
])('%s', (line, table, total) => {
  expect(readTotal(cellsOf(line), table)).toEqual(total);
});
