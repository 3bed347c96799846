import { describe, expect, it } from 'vitest';
import type { Submission } from '../../src/domain/submission';
import { Engine } from '../../src/engine/engine';
import { openNodeDatabase } from '../../src/engine/node/duckdb';
import { Cancelled } from '../../src/engine/port';
import { withQueryErrors } from '../../src/engine/queryError';
import type { FileReader } from '../../src/intake/read/reader';
import { enterFile, enterFiles } from '../../src/workspace/enterFile';
import { parquetOf } from '../support/parquetOf';
import { qinghai } from '../support/profile';
import { emptyEngine, fileOf, good, HEADER, reader, row } from './clerk';

const _AS_OF = '2018-01-10';
const { db, engine } = await emptyEngine();

/** Everything that the engine holds. */
const held = async () => ({
  complaints: await db.rows('SELECT submission, "row", complaint_id FROM complaints ORDER BY ALL'),
  penalties: await db.rows('SELECT submission, "row", case_id FROM penalties ORDER BY ALL'),
  problems: await db.rows('SELECT * FROM problem ORDER BY ALL'),
  aside: await db.rows('SELECT * FROM aside ORDER BY ALL'),
  tables: await db.rows('SELECT table_name FROM information_schema.tables ORDER BY ALL'),
});
const NOTHING = { complaints: [], penalties: [], problems: [], aside: [] };

const penalties = (id: number) =>
  fileOf(
    id,
    '案号,办案部门,县区,处罚决定日期,处罚决定\nP-1,工商,海晏县,2017-03-05,x\n',
    {},
    `2017Q1_632200_penalties_${id}.csv`,
  );
const takeMany = async (...files: ReturnType<typeof fileOf>[]) =>
  (await enterFiles(qinghai, engine, reader, files)).map((o) => {
    if ('read' in o) return o.read.flatMap(({ submission }) => [submission.rowsRead, submission.rowsAccepted]);
    return 'refused' in o ? o.refused.code : o.failed.message;
  });
/** Which files the rows are of: the ordinals of their keys. */
const files = (rows: readonly Record<string, unknown>[]) => {
  const keys = [...new Set(rows.map((r) => r.submission))];
  return rows.map((r) => keys.indexOf(r.submission));
};

describe('a batch', () => {
  it('takes in what can be read and leaves nothing of what cannot', async () => {
    const cut = await parquetOf(
      `SELECT 'T-9' AS 编号, '投诉' AS 类型, '海晏县' AS 县区, '工商' AS 承办部门, DATE '2017-03-05' AS 接收日期`,
    );
    const broken = new Blob([(await cut.arrayBuffer()).slice(0, 40), 'PAR1']);
    const outcomes = await takeMany(
      good(1, 1, 2),
      fileOf(2, ''),
      fileOf(3, broken),
      fileOf(4, `${HEADER}\n${row(1)}\r${row(2)}\n${row(3)}\n`),
      penalties(5),
      fileOf(6, `${HEADER}\n${row(1)}\nT-2,投诉,"海晏县\n`),
      good(7, 1),
      fileOf(8, cut, {}, '2017Q1.parquet'),
      // Its header tells the ledger.
      fileOf(9, cut, {}, '2017Q1_632200.parquet'),
    );
    expect(outcomes).toEqual([
      [2, 2],
      'empty_file',
      'broken_parquet',
      [3, 3],
      [1, 1],
      'broken_csv',
      [1, 1],
      'name_silent',
      [1, 1],
    ]);
    const { complaints, penalties: cases } = await held();
    expect(files(complaints)).toEqual([0, 0, 1, 1, 1, 2, 3]);
    expect(cases).toHaveLength(1);
    expect(complaints.map((r) => r.submission)).not.toContain(cases[0]?.submission);
  });

  it('in which no file can be read leaves nothing', async () => {
    const broken = new Blob(['PAR1', new Uint8Array(30), 'PAR1']);
    expect(await takeMany(fileOf(1, broken))).toEqual(['broken_parquet']);
    expect(await takeMany(fileOf(1, broken), fileOf(2, broken))).toEqual(['broken_parquet', 'broken_parquet']);
    expect(await held()).toMatchObject(NOTHING);
  });

  it('leaves no table of its own behind, taken in or refused', async () => {
    const before = (await held()).tables;
    await takeMany(good(1, 1), penalties(2), fileOf(3, 'PAR1\0\0\0\0PAR1'));
    expect((await held()).tables).toEqual(before);
  });

  it('refuses a file that the computer does not hand out, in a sentence of its own', async () => {
    const locked = () => Promise.reject(new DOMException('The requested file could not be read', 'NotReadableError'));
    for (const reading of [
      { ...reader, hash: locked },
      { ...reader, read: locked },
    ]) {
      const [outcome] = await enterFiles(qinghai, engine, reading, [good(1, 1)]);
      expect(outcome).toMatchObject({
        refused: { code: 'unreadable', message: expect.stringMatching(/^文件无法读取：文件可能已被移动/) },
      });
    }
  });

  it('does not take altered bytes for those that once came', async () => {
    const files = [good(1, 1), { ...good(2, 2), sha256: '0'.repeat(64) }, good(3, 3)];
    const outcomes = await enterFiles(qinghai, engine, reader, files);
    expect(outcomes[1]).toMatchObject({ failed: { code: 'original_altered' } });
    expect((await held()).complaints.map((r) => r.complaint_id)).toEqual(['T-1', 'T-3']);
  });

  it('says of altered bytes that they are, whatever else is wrong with them', async () => {
    const file = { ...fileOf(1, '没有表头的文件'), sha256: '0'.repeat(64) };
    // The hash comes last.
    const hash = (data: Blob) => new Promise<string>((done) => setTimeout(() => done(reader.hash(data)), 50));
    const [outcome] = await enterFiles(qinghai, engine, { ...reader, hash }, [file]);
    expect(outcome).toMatchObject({ failed: { code: 'original_altered' } });
    expect(await held()).toMatchObject(NOTHING);
  });

  it('is hashed while it is read', async () => {
    let begun = () => {};
    const reading = new Promise<void>((done) => (begun = done));
    const beside: FileReader = {
      hash: (data) => reading.then(() => reader.hash(data)),
      read: (...file) => {
        begun();
        return reader.read(...file);
      },
    };
    const [outcome] = await enterFiles(qinghai, engine, beside, [good(1, 1)]);
    expect(outcome).toMatchObject({ read: [{ submission: { sha256: await reader.hash(good(1, 1).data) } }] });
  });

  it('is not read where it is held; where only its size is, it is', async () => {
    let reads = 0;
    const counting: FileReader = {
      ...reader,
      read: (...file) => {
        reads++;
        return reader.read(...file);
      },
    };
    const file = good(1, 1);
    const submission = { id: 7 } as Submission;
    const sha256 = await reader.hash(file.data);
    const holding = (of: string) => ({
      held: {
        ofSize: (bytes: number) => bytes === file.data.size,
        find: (f: { sha256: string }) => (f.sha256 === of ? submission : undefined),
      },
    });
    expect(await enterFile(qinghai, engine, counting, file, holding(sha256))).toEqual({ held: submission });
    expect(reads).toBe(0);
    expect(await enterFile(qinghai, engine, counting, file, holding('another'))).toHaveProperty('read');
    expect(reads).toBe(1);
  });
});

describe('cancelling', () => {
  it.each([1, 2, 3])('after %i of three files leaves everything as it was', async (after) => {
    await takeMany(good(9, 9));
    const before = await held();
    const cancel = new AbortController();
    let seen = 0;
    const counting: FileReader = {
      ...reader,
      read: async (...file) => {
        const read = await reader.read(...file);
        if (++seen === after) cancel.abort();
        return read;
      },
    };
    const files = [good(1, 1), good(2, 2), penalties(3)];
    await expect(enterFiles(qinghai, engine, counting, files, { signal: cancel.signal })).rejects.toThrow(Cancelled);
    expect(await held()).toEqual(before);
  });

  it('in the middle of a file takes back what was handed over of it', async () => {
    const cancel = new AbortController();
    const onProgress = (phase: string) => {
      if (phase === 'checking') cancel.abort();
    };
    const options = { signal: cancel.signal, onProgress };
    await expect(enterFile(qinghai, engine, reader, good(1, 1), options)).rejects.toThrow(Cancelled);
    expect(await held()).toMatchObject(NOTHING);
  });
});

describe('a file on its way in', () => {
  const failing = (error: unknown) => withQueryErrors({ ...db, append: () => Promise.reject(error) }).append;
  /** An engine whose database fails where rows are added, and nowhere else. */
  const taking = async (error: unknown) => {
    const db = await openNodeDatabase({ threads: 1 });
    const engine = await Engine.start({ ...db, append: failing(error) }, qinghai);
    try {
      const file = fileOf(1, `${HEADER}\n${row(1)}\n`);
      const outcome = await enterFile(qinghai, engine, reader, file).catch((e: unknown) => e);
      return { outcome, held: await db.rows('SELECT submission FROM complaints') };
    } finally {
      await engine.close();
    }
  };

  it.each([
    ['Out of Memory Error: failed', 'no_room'],
    ['Uncaught RuntimeError: unreachable', 'stopped'],
    ['Binder Error: no such column', 'failed'],
  ])('is not blamed for the engine: %s', async (message, fault) => {
    expect(await taking(new Error(message))).toMatchObject({ outcome: { name: 'QueryError', fault }, held: [] });
  });
});
