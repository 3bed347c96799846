import { describe, expect, it } from 'vitest';
import { qinghai } from '../../tests/support/profile';
import { Engine } from '../engine/engine';
import { openNodeDatabase } from '../engine/node/duckdb';
import { Cancelled } from '../engine/port';
import { nodeReader } from '../intake/node/reader';
import { enterFile, enterFiles } from './enterFile';

describe('the hash beside the reading', () => {
  /** A hash that ends only where it is told to. */
  const endless = (begun: AbortSignal[]) => ({
    ...nodeReader(qinghai),
    hash: (_: Blob, signal?: AbortSignal) =>
      new Promise<string>((_, reject) => {
        if (!signal) return reject(new Error('without a signal'));
        begun.push(signal);
        signal.addEventListener('abort', () => reject(signal.reason));
      }),
  });
  const file = (text: string, n = 0) => ({
    path: `2017Q1_632200_complaints_v${n}.csv`,
    data: new Blob([text]),
    declared: {},
    at: '2017-04-05T08:00:00.000Z',
  });

  it('ends with a file that is refused', async () => {
    const engine = await Engine.start(await openNodeDatabase({ threads: 1 }), qinghai);
    const begun: AbortSignal[] = [];
    const files = Array.from({ length: 5 }, (_, n) => file('%PDF-1.7', n));
    const outcomes = await enterFiles(qinghai, engine, endless(begun), files);
    expect(outcomes.map((o) => 'refused' in o)).toEqual([true, true, true, true, true]);
    expect(begun.map((signal) => signal.aborted)).toEqual([true, true, true, true, true]);
    await engine.close();
  });

  it('ends where the whole is cancelled', async () => {
    const engine = await Engine.start(await openNodeDatabase({ threads: 1 }), qinghai);
    const begun: AbortSignal[] = [];
    const given = new AbortController();
    const whole = '编号,类型,县区,承办部门,接收日期\nT-1,投诉,海晏县,工商,2017-03-05\n';
    const taking = enterFile(qinghai, engine, endless(begun), file(whole), {
      signal: given.signal,
      held: { ofSize: () => true, find: () => undefined },
    });
    setTimeout(() => given.abort(), 0);
    await expect(taking).rejects.toThrow(Cancelled);
    expect(begun.map((signal) => signal.aborted)).toEqual([true]);
    await engine.close();
  });
});
