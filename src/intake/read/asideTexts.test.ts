import { expect, it } from 'vitest';
import { catalogue } from '../../../tests/support/catalogue';
import type { AsideRows } from '../../domain/aside';
import type { Table } from '../table/table';
import { AsideTexts, MOST_KEPT } from './asideTexts';
import { Part } from './part';

const table = {
  header: { first: 3, last: 4 },
  columns: { first: 1, last: 2 },
  headers: ['编号', '备注'],
  fields: { complaint_id: 1 },
} as unknown as Table;

function kept() {
  const told: AsideRows[] = [];
  const part = new Part(0, catalogue.ledger('complaints'), {
    rows: async () => {},
    problems: async () => {},
    restart: async () => {},
    aside: async (_, rows) => void told.push(rows),
  });
  return { told, aside: new AsideTexts(table, 2, part) };
}

it('hands over rows with the header that they stand under, which is told once', async () => {
  const { told, aside } = kept();
  await aside.flush();
  aside.add(7, ['', 'T-1', '甲', '', ''], 4);
  aside.add(8, ['', 'T-2'], 2);
  await aside.flush();
  aside.add(9, ['', '', '', '丙'], 3);
  await aside.flush();
  const at = { sheet: 2, header: 4 };
  expect(told).toEqual([
    {
      ...at,
      columns: [
        ['', null],
        ['编号', 'complaint_id'],
        ['备注', null],
      ],
      rows: [
        { row: 7, cells: ['', 'T-1', '甲', ''] },
        { row: 8, cells: ['', 'T-2'] },
      ],
    },
    { ...at, columns: null, rows: [{ row: 9, cells: ['', '', '', '丙'] }] },
  ]);
});

it('keeps the beginning of a long cell, and no more of a file than there is room for', async () => {
  const { told, aside } = kept();
  // One text in very many cells, as shared strings have it.
  const texts = Array<string>(200).fill('长'.repeat(30_000));
  const rows = MOST_KEPT / 200_000 + 10;
  for (let row = 5; row < 5 + rows; row++) aside.add(row, texts, texts.length);
  aside.add(999, ['small'], 1);
  await aside.flush();
  const [{ rows: held } = { rows: [] }] = told;
  expect(held[0]?.cells[0]).toEqual(['长'.repeat(1000), 30_000]);
  expect(held.length).toBeLessThan(rows - 5);
  expect(held.length).toBeGreaterThan(rows - 20);
  // The first rows, without gaps.
  expect(held.map((r) => r.row)).toEqual(held.map((_, i) => 5 + i));
});
