import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeDatabase } from './node/duckdb';
import { Cancelled, type Database } from './port';
import { QueryError, withQueryErrors } from './queryError';

const failing = (error: unknown): Database => {
  const fail = () => Promise.reject(error);
  return { run: fail, rows: fail, append: fail, close: async () => undefined };
};
const thrownBy = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

describe('the native adapter', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openNodeDatabase({ threads: 1 });
  });
  afterAll(() => db.close());

  it.each<[string, (db: Database) => Promise<unknown>]>([
    ['run', (d) => d.run('SELECT no_column')],
    ['rows', (d) => d.rows('SELECT no_column')],
  ])('%s throws one error with the statement and the cause', async (_, work) => {
    const error = (await thrownBy(work(db))) as QueryError;
    expect(error).toBeInstanceOf(QueryError);
    expect(error).toMatchObject({ statement: 'SELECT no_column', fault: 'failed' });
    expect(error.message).toMatch(/^计算引擎执行查询时出错.*请重试/);
    expect(error.message).not.toMatch(/[a-z]{3}/);
    expect(error.details).toContain('SELECT no_column');
    expect(error.details).toContain('Binder Error');
    expect(error.cause).toBeInstanceOf(Error);
  });

  it('goes on after an error', async () => {
    await thrownBy(db.run('SELECT no_column'));
    expect(await db.rows('SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });
});

it.each([
  'Uncaught RuntimeError: unreachable',
  'unreachable',
  'memory access out of bounds',
  'FATAL Error: Failed: database has been invalidated because of a previous fatal error.',
])('after "%s" every call fails at once with the same sentence', async (message) => {
  let calls = 0;
  const raw = { ...failing(new Error(message)), rows: async () => [{ calls: ++calls }] };
  const db = withQueryErrors(raw);
  const first = (await thrownBy(db.run('SELECT 1'))) as QueryError;
  const later = (await thrownBy(db.rows('SELECT 2'))) as QueryError;
  expect(first.fault).toBe('stopped');
  expect(first.message).toContain('请刷新本页');
  expect(later.message).toBe(first.message);
  expect(later.details).toContain('SELECT 2');
  expect(later.details).toContain(message);
  expect(calls).toBe(0);
});

it('does not wait for an answer of a worker that has died', async () => {
  const never: Database = { ...failing(null), rows: () => new Promise(() => undefined) };
  let die: (cause: unknown) => void = () => undefined;
  const db = withQueryErrors(never, new Promise((resolve) => (die = resolve)));
  const waiting = thrownBy(db.rows('SELECT 1'));
  die(new Error('Uncaught RuntimeError: unreachable'));
  expect(await waiting).toMatchObject({ name: 'QueryError', fault: 'stopped', statement: 'SELECT 1' });
  expect(await thrownBy(db.rows('SELECT 2'))).toMatchObject({ fault: 'stopped', statement: 'SELECT 2' });
});

it('says what DuckDB-WASM hands out as JSON', () => {
  const cause = new Error(
    '{"exception_type":"Not implemented","exception_message":"Unsupported Internal Arrow Type e"}',
  );
  expect(new QueryError('x', cause).reason).toBe('Unsupported Internal Arrow Type e');
});

it('shows no more of a statement than tells which one it was', () => {
  const { details } = new QueryError(`INSERT ${'x'.repeat(100_000)}`, new Error('no'));
  expect(details.length).toBeLessThan(5000);
  expect(details).toContain('共 100007 字');
});

it('leaves a cancellation as it is', async () => {
  const error = new Cancelled();
  expect(await thrownBy(withQueryErrors(failing(error)).run('x'))).toBe(error);
});
