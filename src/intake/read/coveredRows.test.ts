import fc from 'fast-check';
import { expect, it } from 'vitest';
import { coveredRows } from './coveredRows';

const area = fc.record({
  firstRow: fc.integer({ min: 1, max: 30 }),
  more: fc.integer({ min: 0, max: 9 }),
  firstColumn: fc.integer({ min: 0, max: 2 }),
});

it('names every row that an area covers below its first, once', () => {
  fc.assert(
    fc.property(fc.array(area), fc.integer({ min: 1, max: 20 }), (areas, from) => {
      const merged = areas.map(({ firstRow, more, firstColumn }) => ({
        firstRow,
        lastRow: firstRow + more,
        firstColumn,
        lastColumn: 2,
      }));
      const spans = coveredRows(merged, 1, from);
      const named = spans.flatMap((s) => Array.from({ length: s.last - s.first + 1 }, (_, i) => s.first + i));
      const covered = new Set<number>();
      for (const m of merged)
        if (m.firstColumn === 1)
          for (let row = m.firstRow + 1; row <= m.lastRow; row++) if (row >= from) covered.add(row);
      expect(named).toEqual([...covered].sort((a, b) => a - b));
    }),
  );
});

it('covers nothing of a field that has no column', () => {
  expect(coveredRows([{ firstRow: 2, lastRow: 9, firstColumn: 0, lastColumn: 0 }], null, 1)).toEqual([]);
});
