import { expect, it, vi } from 'vitest';
import { qinghai } from '../../../tests/support/profile';
import { FileRefused } from '../../domain/problems';
import { parquetModule } from '../node/parquetModule';
import type { ReadRequest } from '../read/readFile';
import { answering } from './answering';
import { ReaderThreads, type Thread } from './asking';
import { AHEAD, overPort, takeOver } from './handover';

const REQUEST: ReadRequest = {
  unit: '632200',
  period: '2017Q1',
  receivedOn: null,
  ledger: null,
  namedLedger: null,
  answers: {},
};
const HEADER = '编号,类型,县区,承办部门,接收日期';
const lines = (from: number, to: number, day = '2017-03-05') =>
  Array.from({ length: to - from }, (_, i) => `T-${from + i},投诉,海晏县,工商,${day}\n`).join('');
const fileOf = (...parts: string[]) => new Blob([`${HEADER}\n`, ...parts]);

/** Threads within this one: messages are copied on their way, as between real ones. */
function threadsHere(ready = false) {
  const seen = { started: 0, ended: 0, waited: 0 };
  let died: (reason: Error) => void;
  const start = (): Thread => {
    seen.started++;
    const { port1, port2 } = new MessageChannel();
    answering(port2, { blobOf: async (file) => file as Blob, parquetModule });
    return {
      line: port1,
      watch: (to, isAwaited) => {
        died = to;
        if (!isAwaited) seen.waited++;
      },
      end: () => {
        port1.close();
        seen.ended++;
      },
    };
  };
  const threads = new ReaderThreads(start, () => '', ready);
  return { threads, read: threads.readerOf(qinghai), seen, die: () => died(new Error('gone')) };
}

/** Counts what is handed over, each batch in its time. */
function slowSink() {
  const got = { rows: 0, problems: 0, restarts: 0, inside: 0 };
  const turn = async (take: () => void) => {
    expect(got.inside++).toBe(0);
    await new Promise((done) => setTimeout(done, 5));
    take();
    got.inside--;
  };
  return {
    got,
    rows: (_: number, __: string, rows: { rows: number }) => turn(() => (got.rows += rows.rows)),
    problems: (_: number, found: readonly unknown[]) => turn(() => (got.problems += found.length)),
    restart: () =>
      turn(() => {
        got.restarts++;
        got.rows = 0;
      }),
  };
}

it('hands over all rows and problems, one after the other', async () => {
  const { read, seen } = threadsHere();
  const sink = slowSink();
  const shares: (number | null)[] = [];
  const file = fileOf(lines(0, 60_000), lines(60_000, 60_100, '三月'), lines(60_100, 80_000));
  const options = { onProgress: (share: number | null) => void shares.push(share) };
  const { parts } = await read(file, REQUEST, sink, options);
  expect(parts).toMatchObject([{ rowsRead: 80_000, rowsAccepted: 79_900, rowsRejected: 100 }]);
  expect(sink.got).toMatchObject({ rows: 79_900, problems: 100, inside: 0 });
  expect(shares.length).toBeGreaterThan(1);
  // The same thread reads the next file.
  await read(fileOf(lines(0, 3)), REQUEST, slowSink());
  expect(seen).toMatchObject({ started: 1, ended: 0 });
});

it('tells that a file is read anew', async () => {
  const { read } = threadsHere();
  const sink = slowSink();
  // Taken for rounded until the other shows that ids of this form are exact.
  const rows = ['2017063250000010', '2017063250000011'].map((id) => `${id},投诉,海晏县,工商,2017-03-05\n`);
  const { parts } = await read(fileOf(...rows), REQUEST, sink);
  expect(parts).toMatchObject([{ rowsRead: 2, rowsAccepted: 2 }]);
  expect(sink.got).toMatchObject({ rows: 2, restarts: 1 });
});

it('refuses as it does without a thread, with facts and questions, and reads the next file', async () => {
  const { read, seen } = threadsHere();
  const refused = await read(new Blob(['姓名,年龄\n甲,3\n']), REQUEST, slowSink()).catch((e) => e);
  expect(refused).toBeInstanceOf(FileRefused);
  expect(refused).toMatchObject({ code: 'no_header', asks: expect.any(Array) });
  const differs = { ...REQUEST, namedLedger: 'penalties' as const };
  const asked = await read(fileOf(lines(0, 3)), differs, slowSink()).catch((e) => e);
  expect(asked.asks).not.toEqual([]);
  await read(fileOf(lines(0, 3)), REQUEST, slowSink());
  expect(seen).toMatchObject({ started: 1, ended: 0 });
});

it('what the sink throws ends the thread; the next file has another', async () => {
  const { read, seen } = threadsHere();
  const failing = { ...slowSink(), rows: () => Promise.reject(new Error('full')) };
  await expect(read(fileOf(lines(0, 60_000)), REQUEST, failing)).rejects.toThrow('full');
  expect(seen).toMatchObject({ started: 1, ended: 1 });
  await read(fileOf(lines(0, 3)), REQUEST, slowSink());
  expect(seen).toMatchObject({ started: 2, ended: 1 });
});

it('cancelling ends the thread at once', async () => {
  const { read, seen } = threadsHere();
  const cancel = new AbortController();
  const sink = { ...slowSink(), rows: async () => cancel.abort(new Error('enough')) };
  const cancelled = read(fileOf(lines(0, 60_000)), REQUEST, sink, { signal: cancel.signal });
  await expect(cancelled).rejects.toThrow('enough');
  expect(seen).toMatchObject({ started: 1, ended: 1 });
  const late = read(fileOf(lines(0, 3)), REQUEST, sink, { signal: cancel.signal });
  await expect(late).rejects.toThrow('enough');
  expect(seen.started).toBe(1);
});

it('a thread that dies is an error of the file that it reads', async () => {
  let batches = 0;
  const { read, seen, die } = threadsHere();
  const sink = { ...slowSink(), rows: async () => void (++batches === 2 && die()) };
  await expect(read(fileOf(lines(0, 60_000)), REQUEST, sink)).rejects.toThrow('gone');
  expect(seen).toMatchObject({ started: 1, ended: 1 });
});

it.each([
  ['and the next file has another', false],
  ['and another is ready for the next file', true],
])('a thread that dies while it waits is ended %s', async (_, ready) => {
  const { threads, read, seen, die } = threadsHere(ready);
  await threads.warm();
  die();
  expect(seen.ended).toBe(1);
  if (ready) await expect.poll(() => seen.waited).toBe(2);
  const { parts } = await read(fileOf(lines(0, 3)), REQUEST, slowSink());
  expect(parts).toMatchObject([{ rowsAccepted: 3 }]);
  expect(seen).toMatchObject({ started: 2, ended: 1 });
});

it('leaves nothing on the signal of files that are done', async () => {
  const { read } = threadsHere();
  const { signal } = new AbortController();
  const listening = new Set<unknown>();
  const add = vi.spyOn(signal, 'addEventListener').mockImplementation((_, listener, options) => {
    listening.add(listener);
    (options as { signal?: AbortSignal }).signal?.addEventListener('abort', () => listening.delete(listener));
  });
  await read(fileOf(lines(0, 3)), REQUEST, slowSink(), { signal });
  expect(add).toHaveBeenCalled();
  expect(listening.size).toBe(0);
});

it('nothing more goes into the sink of a file that has failed: its rows are forgotten by then', async () => {
  const taken: number[] = [];
  const { read, die } = threadsHere();
  const sink = {
    ...slowSink(),
    rows: async (part: number) => {
      taken.push(part);
      // By then the next batch has come over and waits.
      await new Promise((done) => setTimeout(done, 50));
      die();
      await new Promise((done) => setTimeout(done, 5));
    },
  };
  await expect(read(fileOf(lines(0, 120_000)), REQUEST, sink)).rejects.toThrow('gone');
  await new Promise((done) => setTimeout(done, 100));
  expect(taken).toHaveLength(1);
});

it('started ahead it waits for a file', async () => {
  const { threads, read, seen } = threadsHere();
  await Promise.all([threads.warm(), threads.warm()]);
  // Of two that were started at once one is kept.
  expect(seen).toMatchObject({ started: 2, ended: 1 });
  await read(fileOf(lines(0, 3)), REQUEST, slowSink());
  await threads.warm();
  expect(seen).toMatchObject({ started: 2, ended: 1 });
});

it('hands over no more than a few ahead, and waits until all are taken', async () => {
  const { port1, port2 } = new MessageChannel();
  let [handed, taken, most] = [0, 0, 0];
  const failed: unknown[] = [];
  const restart = async () => {
    await new Promise((done) => setTimeout(done, 5));
    taken++;
  };
  takeOver(port1, { ...slowSink(), restart }, (error) => failed.push(error));
  const { sink, allTaken } = overPort(port2);
  while (handed < 10) {
    await sink.restart();
    handed++;
    most = Math.max(most, handed - taken);
  }
  await allTaken();
  expect({ taken, most, failed }).toEqual({ taken: 10, most: AHEAD, failed: [] });
  port1.close();
});
