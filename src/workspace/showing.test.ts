import { expect, it } from 'vitest';
import { qinghai } from '../../tests/support/profile';
import { Archive } from '../archive/archive';
import { MemoryStore } from '../archive/memory';
import { officeMark } from '../archive/officeMark';
import { AS_OF, accepted, begun, csv, NAME, open, row, take, until, waitingFor } from './testing/desks';

it('takes notice of what another tab took in', async () => {
  const store = new MemoryStore();
  const one = await begun(store);
  const two = await open(store);
  await take(one, NAME, csv(row(1)));
  await two.refresh();
  expect(await accepted(two)).toEqual([[1, 1]]);
  // The other tab's file has the number that this one had in mind.
  await take(one, '2017Q2_632200_complaints.csv', csv(row(2)));
  await take(two, '2017Q3_632200_complaints.csv', csv(row(3)));
  expect(await accepted(two)).toEqual([[3, 3]]);
  expect(two.state().submissions.map((s) => s.id)).toEqual([1, 2, 3]);
});

it('destroys nothing that another tab took in since', async () => {
  const store = new MemoryStore();
  const stale = await open(store);
  await stale.cells(AS_OF);
  const { seen } = stale.state();
  const one = await begun(store);
  await take(one, NAME, csv(row(1)));
  // The stale tab still shows the sample, and its person has agreed to empty that.
  await expect(stale.empty(seen)).rejects.toMatchObject({ code: 'changed_elsewhere' });
  expect(stale.state()).toMatchObject({ kind: 'real', submissions: [{ file: NAME }] });
  expect(await accepted(stale)).toEqual([[1, 1]]);
  await expect(stale.openSample(stale.state().seen)).rejects.toMatchObject({ code: 'not_empty' });
  // A file handed to a tab that still shows the sample joins the others.
  const late = await open(store);
  await take(late, '2017Q2_632200_complaints.csv', csv(row(2)));
  expect(await accepted(late)).toEqual([[2, 2]]);
});

it('has seen only what it shows, also where it corrected a count meanwhile', async () => {
  const store = new MemoryStore();
  const first = await begun(store);
  await take(first, NAME, csv(row(1)));
  const archive = await Archive.open(store, await officeMark(qinghai));
  await archive.recount(new Map([[1, { rowsRead: 9, rowsAccepted: 9, rowsRejected: 0 }]]));
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const slow = await open(store, { reader: waitingFor(held) });
  await until(() => expect(slow.state().loading).toEqual({ done: 0, total: 1 }));
  const other = await open(store);
  await take(other, '2017Q2_632200_complaints.csv', csv(row(2)));
  release();
  await until(() => expect(slow.state().revision).toBe(1));
  expect(slow.state().submissions).toMatchObject([{ rowsRead: 1 }]);
  await expect(slow.empty(slow.state().seen)).rejects.toMatchObject({ code: 'changed_elsewhere' });
  expect(slow.state().submissions).toHaveLength(2);
  expect(await accepted(slow)).toEqual([[2, 2]]);
});
