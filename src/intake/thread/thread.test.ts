import { expect, it } from 'vitest';
import { qinghai } from '../../../tests/support/profile';
import { FileRefused } from '../../domain/problems';
import { parquetModule } from '../node/parquetModule';
import type { ReadRequest } from '../read/readFile';
import { answering } from './answering';
import { ReaderThreads, type Thread } from './asking';
import { AHEAD, type FromReader, type ToReader } from './messages';

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
function pipes(mishap?: (message: FromReader) => 'died' | undefined) {
  const seen = { started: 0, ended: 0, underWay: 0, most: 0, kinds: [] as string[] };
  const start = (): Thread => {
    seen.started++;
    let listener: Parameters<Thread['listen']>[0] = null;
    let alive = true;
    const answer = answering({
      post: (message, transfer) => {
        if (!alive) return;
        const copy = structuredClone(message, { transfer });
        seen.kinds.push(Object.keys(copy)[0] as string);
        if ('rows' in copy || 'problems' in copy || 'aside' in copy || 'restart' in copy) seen.underWay++;
        seen.most = Math.max(seen.most, seen.underWay);
        setTimeout(() => {
          if (mishap?.(copy)) listener?.died(new Error('gone'));
          else listener?.said(copy);
        });
      },
      blobOf: async (file) => file as Blob,
      parquetModule,
    });
    return {
      post: (message: ToReader) => {
        if ('taken' in message) seen.underWay--;
        setTimeout(() => void answer('read' in message ? message : structuredClone(message)));
      },
      listen: (to) => (listener = to),
      end: () => {
        alive = false;
        seen.ended++;
        seen.underWay = 0;
      },
    };
  };
  return { threads: new ReaderThreads(start, () => ''), seen };
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

it('hands over all rows and problems, one after the other, no more than a few ahead', async () => {
  const { threads, seen } = pipes();
  const sink = slowSink();
  const shares: (number | null)[] = [];
  const file = fileOf(lines(0, 60_000), lines(60_000, 60_100, '三月'), lines(60_100, 80_000));
  const options = { onProgress: (share: number | null) => void shares.push(share) };
  const { parts } = await threads.read(qinghai, file, REQUEST, sink, options);
  expect(parts).toMatchObject([{ rowsRead: 80_000, rowsAccepted: 79_900, rowsRejected: 100 }]);
  expect(sink.got).toMatchObject({ rows: 79_900, problems: 100, inside: 0 });
  expect(seen.most).toBe(AHEAD);
  expect(shares.length).toBeGreaterThan(1);
  // The same thread reads the next file.
  await threads.read(qinghai, fileOf(lines(0, 3)), REQUEST, slowSink());
  expect(seen).toMatchObject({ started: 1, ended: 0, underWay: 0 });
});

it('tells that a file is read anew', async () => {
  const { threads } = pipes();
  const sink = slowSink();
  // Taken for rounded until the other shows that ids of this form are exact.
  const rows = ['2017063250000010', '2017063250000011'].map((id) => `${id},投诉,海晏县,工商,2017-03-05\n`);
  const { parts } = await threads.read(qinghai, fileOf(...rows), REQUEST, sink);
  expect(parts).toMatchObject([{ rowsRead: 2, rowsAccepted: 2 }]);
  expect(sink.got).toMatchObject({ rows: 2, restarts: 1 });
});

it('refuses as it does without a thread, with facts and questions, and reads the next file', async () => {
  const { threads, seen } = pipes();
  const refused = await threads.read(qinghai, new Blob(['姓名,年龄\n甲,3\n']), REQUEST, slowSink()).catch((e) => e);
  expect(refused).toBeInstanceOf(FileRefused);
  expect(refused).toMatchObject({ code: 'no_header', asks: expect.any(Array) });
  const differs = { ...REQUEST, namedLedger: 'penalties' as const };
  const asked = await threads.read(qinghai, fileOf(lines(0, 3)), differs, slowSink()).catch((e) => e);
  expect(asked.asks).not.toEqual([]);
  await threads.read(qinghai, fileOf(lines(0, 3)), REQUEST, slowSink());
  expect(seen).toMatchObject({ started: 1, ended: 0 });
});

it('what the sink throws ends the thread; the next file has another', async () => {
  const { threads, seen } = pipes();
  const failing = { ...slowSink(), rows: () => Promise.reject(new Error('full')) };
  await expect(threads.read(qinghai, fileOf(lines(0, 60_000)), REQUEST, failing)).rejects.toThrow('full');
  expect(seen).toMatchObject({ started: 1, ended: 1 });
  await threads.read(qinghai, fileOf(lines(0, 3)), REQUEST, slowSink());
  expect(seen).toMatchObject({ started: 2, ended: 1 });
});

it('cancelling ends the thread at once', async () => {
  const { threads, seen } = pipes();
  const cancel = new AbortController();
  const sink = { ...slowSink(), rows: async () => cancel.abort(new Error('enough')) };
  const read = threads.read(qinghai, fileOf(lines(0, 60_000)), REQUEST, sink, { signal: cancel.signal });
  await expect(read).rejects.toThrow('enough');
  expect(seen).toMatchObject({ started: 1, ended: 1 });
  const late = threads.read(qinghai, fileOf(lines(0, 3)), REQUEST, sink, { signal: cancel.signal });
  await expect(late).rejects.toThrow('enough');
  expect(seen.started).toBe(1);
});

it('a thread that dies is an error of the file that it reads', async () => {
  let batches = 0;
  const { threads, seen } = pipes((message) => ('rows' in message && ++batches === 2 ? 'died' : undefined));
  await expect(threads.read(qinghai, fileOf(lines(0, 60_000)), REQUEST, slowSink())).rejects.toThrow('gone');
  expect(seen).toMatchObject({ started: 1, ended: 1 });
});

it('started ahead it waits for a file', async () => {
  const { threads, seen } = pipes();
  await Promise.all([threads.warm(), threads.warm()]);
  // Of two that were started at once one is kept.
  expect(seen).toMatchObject({ started: 2, ended: 1 });
  await threads.read(qinghai, fileOf(lines(0, 3)), REQUEST, slowSink());
  await threads.warm();
  expect(seen).toMatchObject({ started: 2, ended: 1 });
});
