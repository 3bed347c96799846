import fc from 'fast-check';
import { expect, it } from 'vitest';
import { IdSet, type Ids } from './idSet';

/** What a plain map says of the same ids. */
function firstsOf(ids: readonly string[]) {
  const seen = new Map<string, number>();
  const alike = new Map<string, number>();
  return ids.map((id, row) => {
    const small = id.replace(/[A-Z]/g, (c) => c.toLowerCase());
    const same = seen.get(id);
    const first = same ?? alike.get(small);
    if (same === undefined) seen.set(id, row);
    if (first === undefined) alike.set(small, row);
    return first === undefined ? null : { sheet: 0, row: first, isSame: same !== undefined };
  });
}
const idsOf = (ids: readonly string[]): Ids => ({ put: (row, into) => into.push(ids[row] as string) });
const added = (ids: readonly string[]) => {
  const set = new IdSet();
  return ids.map((_, row) => set.add(idsOf(ids), row, 0, row));
};

it('knows of every id the row that bore it first, in whatever order they come', () => {
  const id = fc.oneof(
    fc.nat(50).map((n) => `T-${n}`),
    fc.nat(50).map((n) => `t-${n}`),
    fc.constantFrom('', '青工投〔2017〕1号', '青工投〔2017〕2号', 'é', '😀'),
    fc.string(),
  );
  fc.assert(fc.property(fc.array(id, { maxLength: 300 }), (ids) => void expect(added(ids)).toEqual(firstsOf(ids))));
});

it('finds an id in other capitals though the bytes rise', () => {
  const ids = ['A-1', 'A-2', 'a-1', 'a-1'];
  expect(added(ids)).toEqual([null, null, { sheet: 0, row: 0, isSame: false }, { sheet: 0, row: 2, isSame: true }]);
});

it('while ids rise nothing is looked up, and what comes behind is held against all of them', () => {
  const rising = Array.from({ length: 5000 }, (_, i) => `T-${i}`);
  const ids = [...rising, 'T-17', 'A', 'T-4999', 'A', ...rising];
  expect(added(ids)).toEqual(firstsOf(ids));
});

it('tells two ids apart of which one begins with the other, and the same id in another sheet as repeated', () => {
  const set = new IdSet();
  const ids = idsOf(['T-1', 'T-10', 'T-1']);
  expect([set.add(ids, 0, 0, 2), set.add(ids, 1, 0, 3), set.add(ids, 2, 1, 2)]).toEqual([
    null,
    null,
    { sheet: 0, row: 2, isSame: true },
  ]);
});
