import type { Merged } from '../sheet';
import type { Span } from '../table/table';

/** Rows from `from` on that areas merged downwards cover in their first column, each once however many areas lie over each other. */
export function coveredRows(merged: readonly Merged[], column: number | null, from: number): Span[] {
  const spans: Span[] = [];
  const own = merged.filter((m) => m.firstColumn === column && m.lastRow > m.firstRow && m.lastRow >= from);
  for (const m of own.sort((a, b) => a.firstRow - b.firstRow)) {
    const first = Math.max(m.firstRow + 1, from);
    const before = spans.at(-1);
    if (before && first <= before.last + 1) before.last = Math.max(before.last, m.lastRow);
    else spans.push({ first, last: m.lastRow });
  }
  return spans;
}
