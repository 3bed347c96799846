import { expect, it } from 'vitest';
import { MemoryStore } from '../archive/memory';
import {
  AS_OF,
  accepted,
  begun,
  cases,
  csv,
  kept,
  NAME,
  open,
  reader,
  row,
  take,
  until,
  waitingFor,
} from './testing/desks';

it('answers from the cells of the last visit before the rows are there', async () => {
  const { store, asked } = await kept();
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const desk = await open(store, { reader: waitingFor(held) });
  expect(await desk.cells(AS_OF)).toEqual(asked);
  expect(desk.state().revision).toBe(0);
  release();
});

it('does not answer from the cells of other submissions', async () => {
  const { store, before } = await kept();
  const cells = await store.read(`cache/cells-${AS_OF}.json`);
  const other = await begun(store);
  await take(other, NAME, csv(row(1)));
  await store.write(`cache/cells-${AS_OF}.json`, cells as Blob);
  const desk = await open(store);
  expect(await accepted(desk)).toEqual([[1, 1]]);
  expect(await cases(desk)).not.toEqual(before);
});

it('keeps no cells of what was not read to its end', async () => {
  const store = new MemoryStore();
  const first = await begun(store);
  await take(first, NAME, csv(row(1)));
  let stuck = true;
  const desk = await open(store, {
    reader: {
      ...reader,
      read: (file, request, sink, options) =>
        stuck
          ? new Promise((_resolve, reject) =>
              options?.signal?.addEventListener('abort', () => reject(options.signal?.reason)),
            )
          : reader.read(file, request, sink, options),
    },
  });
  await until(() => expect(desk.state().loading).toEqual({ done: 0, total: 1 }));
  const asked = desk.cells(AS_OF).catch((error) => error);
  await new Promise((resolve) => setTimeout(resolve, 20));
  const refused = desk.empty('not what is there').catch((error) => error);
  stuck = false;
  expect(await refused).toMatchObject({ code: 'changed_elsewhere' });
  expect(await asked).toBeInstanceOf(Error);
  expect(await accepted(desk)).toEqual([[1, 1]]);
  expect(await accepted(await open(store))).toEqual([[1, 1]]);
});
