import { expect, it, vi } from 'vitest';
import { qinghai } from '../../tests/support/profile';
import { MemoryStore } from '../archive/memory';
import type { DeskParts } from './deskParts';
import { encodeCells } from './keptCells';
import {
  AS_OF,
  accepted,
  begun,
  csv,
  NAME,
  open,
  PROGRAM,
  parts,
  reader,
  row,
  SAMPLE,
  take,
  until,
  waitingFor,
} from './testing/desks';

it('opens by itself, takes no files, and gives way to a real workspace and back', async () => {
  const desk = await open();
  expect(desk.state().kind).toBe('sample');
  expect(await accepted(desk)).toEqual([[2, 2]]);
  expect(desk.state().submissions).toMatchObject([
    { rowsRead: 3, rowsAccepted: 2, rowsRejected: 1, receivedOn: '2017-04-05' },
  ]);
  expect(await (await desk.original(1)).text()).toBe(SAMPLE[NAME]);
  await expect(take(desk, NAME, csv(row(1)))).rejects.toThrow('示例工作区');

  await desk.empty(desk.state().seen);
  expect(desk.state()).toMatchObject({ kind: 'real', submissions: [] });
  expect(await accepted(desk)).toEqual([]);

  await desk.openSample(desk.state().seen);
  expect(desk.state().kind).toBe('sample');
  expect(await accepted(desk)).toEqual([[2, 2]]);
});

it('is shown from what the build computed until its files are read, and only where that is of this profile', async () => {
  const first = await open();
  const set = await first.cells(AS_OF);
  const LATER = '2018-04-10';
  const later = await first.cells(LATER);
  const { submissions } = first.state();
  const kept = await encodeCells(PROGRAM, qinghai, submissions, set);
  const keptLater = await encodeCells(PROGRAM, qinghai, submissions, later);
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const slow = (cells: unknown): Partial<DeskParts> => ({
    reader: waitingFor(held),
    sample: async () => ({
      ...(await parts(new MemoryStore()).sample()),
      kept: {
        submissions: [...submissions],
        years: [
          { asOf: AS_OF, cells },
          { asOf: LATER, cells: keptLater },
        ],
      },
    }),
  });
  const shown = await open(new MemoryStore(), slow(kept));
  await until(() => expect(shown.state().submissions).toEqual(submissions));
  expect(await shown.cells(AS_OF)).toEqual(set);
  expect(await shown.cells(LATER)).toEqual(later);
  expect(shown.state().revision).toBe(0);

  const foreign = await encodeCells(
    PROGRAM,
    { ...qinghai, profile: { ...qinghai.profile, id: 'other' } },
    submissions,
    set,
  );
  const unshown = await open(new MemoryStore(), slow(foreign));
  await until(() => expect(unshown.state().loading).toEqual({ done: 0, total: 1 }));
  expect(unshown.state().submissions).toEqual([]);
  release();
  expect(await accepted(unshown)).toEqual([[2, 2]]);
});

it('does not take the place of submissions', async () => {
  const desk = await begun();
  await take(desk, NAME, csv(row(1)));
  await expect(desk.openSample(desk.state().seen)).rejects.toMatchObject({ code: 'not_empty' });
  expect(await accepted(desk)).toEqual([[1, 1]]);
});

it('begins real work at once, however long the sample would take to read', async () => {
  const reading = vi.fn(
    (_file: Blob, signal?: AbortSignal) =>
      new Promise<never>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
  );
  const desk = await open(new MemoryStore(), { reader: { ...reader, hash: reading } });
  await until(() => expect(reading).toHaveBeenCalled());
  await desk.empty(desk.state().seen);
  expect(desk.state()).toMatchObject({ kind: 'real', submissions: [], loading: null });
});

it('stays where it is while the server does not hand out the sample', async () => {
  const desk = await begun(new MemoryStore());
  const other = await begun(new MemoryStore(), { sample: () => Promise.reject(new Error('away')) });
  await expect(other.openSample(other.state().seen)).rejects.toThrow('away');
  expect(other.state()).toMatchObject({ kind: 'real', submissions: [] });
  expect(await take(other, NAME, csv(row(1)))).toMatchObject({ outcome: 'accepted' });
  expect(desk.state().kind).toBe('real');
});
