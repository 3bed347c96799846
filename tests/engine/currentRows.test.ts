import { describe, expect, it } from 'vitest';
import { HeldRows } from '../../src/workspace/heldRows';
import { accepted, emptyEngine, fileOf, good, HEADER, row } from './clerk';

const AS_OF = '2018-01-10';
const { db, engine } = await emptyEngine();

describe('submissions', () => {
  const acceptances = async () => {
    const { cells } = await engine.cells(AS_OF);
    return cells.filter((c) => c.indicator === 'acceptance_on_time').reduce((n, c) => n + c.denominator, 0);
  };

  it('count only while they are current, and not once they are removed', async () => {
    const first = await accepted(engine, good(1, 1, 2));
    const second = await accepted(engine, { ...good(2, 3), path: '2017Q2_632200_complaints.csv' }, 2);
    expect(await acceptances()).toBe(0);
    await engine.setCurrent([first, second]);
    expect(await acceptances()).toBe(3);
    await engine.setCurrent([second]);
    expect(await acceptances()).toBe(1);
    await engine.setCurrent([first, second]);
    await engine.remove(first.key);
    expect(await acceptances()).toBe(1);
  });

  it('bear the archive’s number in evidence and problems, whatever their key', async () => {
    await accepted(engine, good(1, 7));
    const second = await accepted(engine, fileOf(2, `${HEADER}\n${row(1)}\nT-2,投诉,海晏县,工商,bad\n`), 4711);
    await engine.setCurrent([second]);
    expect(await acceptances()).toBe(1);
    const question = { submissions: [4711] };
    expect((await engine.problems(question, 0, 10)).rows).toMatchObject([
      { file: second.submission.file, row: 3, code: 'not_a_date' },
    ]);
    const page = await engine.evidence(
      {
        indicator: 'acceptance_on_time',
        side: 'denominator',
        level: 'province',
        id: '630000',
        period: null,
        asOf: AS_OF,
      },
      0,
      10,
    );
    expect(page).toMatchObject({ total: 1, rows: [{ complaint_id: 'T-1', submission: 4711, row: 2 }] });
  });

  it('never share a key, also after one was removed', async () => {
    const first = await accepted(engine, good(1, 1));
    await engine.remove(first.key);
    const second = await accepted(engine, good(2, 2));
    expect(second.key).toBeGreaterThan(first.key);
  });

  it('of a case in two periods counts the row of the later one, whichever came first', async () => {
    const later = await accepted(engine, {
      ...fileOf(1, `${HEADER},受理日期\n${row(1, ',2017-03-06')}\n`),
      path: '2017Q2_632200_complaints.csv',
    });
    const earlier = await accepted(engine, good(2, 1), 2);
    for (const order of [
      [later, earlier],
      [earlier, later],
    ]) {
      await engine.setCurrent(order);
      const { cells } = await engine.cells(AS_OF);
      expect(cells.filter((c) => c.indicator === 'acceptance_on_time')).toMatchObject([
        { numerator: 1, denominator: 1 },
      ]);
    }
  });

  it('settle: forgets the version that is replaced', async () => {
    const first = await accepted(engine, good(1, 1, 2));
    const second = await accepted(engine, { ...good(2, 1), path: '2017Q1_632200_complaints_v2.csv' }, 2);
    const rows = new HeldRows(engine);
    for (const { key, submission } of [first, second]) rows.add(submission.id, key);
    await rows.settle([first.submission, second.submission]);
    expect([rows.has(1), rows.has(2)]).toEqual([false, true]);
    expect((await db.rows('SELECT submission FROM complaints')).map((r) => r.submission)).toEqual([second.key]);
    expect(await acceptances()).toBe(1);
  });

  it('settle: counts none where the latest version cannot be read', async () => {
    const first = await accepted(engine, good(1, 1, 2));
    const second = await accepted(engine, { ...good(2, 1), path: '2017Q1_632200_complaints_v2.csv' }, 2);
    const rows = new HeldRows(engine);
    rows.add(1, first.key);
    await rows.settle([first.submission, { ...second.submission, unreadable: true }]);
    expect(await acceptances()).toBe(0);
  });
});

describe('facts', () => {
  it('are refused where a look-up would count a case twice', async () => {
    await engine.setCurrent([await accepted(engine, good(1, 1, 2))]);
    await db.run('INSERT INTO deadline FROM deadline');
    try {
      await expect(engine.cells('2018-01-09')).rejects.toThrow('计算自检未通过：投诉举报台账应计 2 件，得到 32 件。');
    } finally {
      const [rules] = await db.rows('SELECT CAST(count(*) / 2 AS INTEGER) AS n FROM deadline');
      await db.run(`DELETE FROM deadline WHERE rowid >= ${rules?.n}`);
    }
    expect((await engine.cells('2018-01-09')).cells).not.toEqual([]);
  });

  it('are refused where a look-up would lose a case', async () => {
    await engine.setCurrent([await accepted(engine, good(1, 1, 2))]);
    await db.run('CREATE TABLE whole AS FROM deadline');
    await db.run('DELETE FROM deadline WHERE key = 0');
    try {
      await expect(engine.cells('2018-01-09')).rejects.toThrow('计算自检未通过：投诉举报台账应计 2 件，得到 0 件。');
    } finally {
      await db.run('DELETE FROM deadline');
      await db.run('INSERT INTO deadline FROM whole');
      await db.run('DROP TABLE whole');
    }
    expect((await engine.cells('2018-01-09')).cells).not.toEqual([]);
  });
});

describe('problems', () => {
  it('come page by page in order, filtered by submission and code', async () => {
    const bad = Array.from({ length: 25 }, (_, i) => `T-${i},投诉,某县,工商,bad`);
    const first = await accepted(engine, fileOf(1, `${HEADER},备注\n${bad.join('\n')}\n`));
    const second = await accepted(
      engine,
      {
        ...fileOf(2, `${HEADER}\n${bad.slice(0, 3).join('\n')}\n`),
        path: '2017Q2_632200_complaints.csv',
      },
      2,
    );
    await engine.setCurrent([first, second]);
    const whole = await engine.problems({}, 0, 1000);
    // A row that is put aside is not said to be short as well.
    expect(whole.total).toBe(1 + 50 + 6);
    expect(whole.rows).toHaveLength(57);
    expect(whole.rows[0]).toMatchObject({
      code: 'ignored_column',
      row: null,
      severity: 'warning',
      column: null,
      value: '备注（F列）',
    });
    expect(whole.rows.slice(1, 51).map((p) => p.row)).toEqual(bad.flatMap((_, i) => [i + 2, i + 2]));

    const paged = [];
    for (let at = 0; at < whole.total; at += 10) paged.push(...(await engine.problems({}, at, 10)).rows);
    expect(paged).toEqual(whole.rows);

    expect((await engine.problems({ submissions: [2] }, 0, 2)).total).toBe(6);
    expect((await engine.problems({ codes: ['unknown_county'] }, 0, 2)).total).toBe(28);
    expect((await engine.problems({ submissions: [2], codes: ['not_a_date'] }, 0, 9)).rows).toHaveLength(3);
    expect(await engine.problems({ submissions: [] }, 0, 9)).toEqual({ total: 0, rows: [] });
    expect(await engine.problems({ codes: [] }, 0, 9)).toEqual({ total: 0, rows: [] });
  });

  it('are as many as the pages hold while a submission is not current', async () => {
    const first = await accepted(engine, fileOf(1, `${HEADER}\nT-1,投诉,某县,工商,bad\n`));
    expect(await engine.problems({}, 0, 9)).toEqual({ total: 0, rows: [] });
    await engine.setCurrent([first]);
    expect(await engine.problems({}, 0, 9)).toMatchObject({ total: 2 });
  });
});
