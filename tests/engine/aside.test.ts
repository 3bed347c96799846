import { describe, expect, it } from 'vitest';
import type { AsideRow, ShownCell } from '../../src/domain/aside';
import type { Declared } from '../../src/workspace/workspace';
import { book, sheet } from '../corpus/books';
import { accepted, emptyEngine, fileOf, HEADER, row } from './clerk';

const { db, engine } = await emptyEngine();

async function hold(data: string | Blob, path?: string, declared?: Declared): Promise<void> {
  await engine.setCurrent([await accepted(engine, fileOf(1, data, declared, path), 7)]);
}

const ask = (n: number, persons = false, sheet = 0): Promise<AsideRow> =>
  engine.asideRow({ submission: 7, sheet, row: n }, persons);
/** A编号=T-1; of a faulty cell with `!`. */
const said = ({ cells }: AsideRow) =>
  cells?.map((c: ShownCell) => `${c.letters}${c.header}=${c.text}${c.isFaulty ? '!' : ''}`) ?? null;

describe('a row that was put aside', () => {
  it('is kept whole, cell by header, with the faulty ones marked; an accepted row is not', async () => {
    await hold(`${HEADER},备注\n${row(1, ',甲')}\nT-2,投诉,某县,工商,下周,"乙,""丙"\n${row(3)}\nT-4,投,某县,工商\n`);
    expect(await db.rows('SELECT "row" FROM aside WHERE header IS NOT NULL ORDER BY ALL')).toEqual([
      { row: 3 },
      { row: 5 },
    ]);
    const second = await ask(3);
    expect(said(second)).toEqual([
      'A编号=T-2',
      'B类型=投诉',
      'C县区=某县!',
      'D承办部门=工商',
      'E接收日期=下周!',
      'F备注=乙＊＊',
    ]);
    expect(second.cells?.map((c) => c.column)).toEqual(['编号', '类型', '县区', '承办部门', '接收日期', null]);
    expect(second.problems.map((p) => p.code).sort()).toEqual(['not_a_date', 'unknown_county']);
    expect(second.isDoubtful).toBe(false);
    // A column that is not read can hold anyone's name.
    expect(said(await ask(3, true))?.at(-1)).toBe('F备注=乙,"丙');
    expect(said(await ask(5))).toEqual([
      'A编号=T-4',
      'B类型=投!',
      'C县区=某县!',
      'D承办部门=工商',
      'E接收日期=!',
      'F备注=',
    ]);
    expect(await ask(2)).toEqual({ cells: null, problems: [], isDoubtful: false });
  });

  it('shows what stands beyond the header, and masks every word where its cut is in doubt', async () => {
    const header = '案号,办案部门,县区,当事人,处罚决定日期';
    await hold(
      `${header}\nP-1,工商,海晏县,李某某,王某,2017-03-05\nP-2,工商,某县,李某某,2017-03-05\nP-3,工商,海晏县,"李"某某,2017-03-05\n`,
      '2017Q1_632200_penalties.csv',
    );
    const slipped = await ask(2);
    expect(slipped.isDoubtful).toBe(true);
    expect(said(slipped)).toEqual([
      'A案号=P-1',
      'B办案部门=工＊＊',
      'C县区=海＊＊',
      'D当事人=李＊＊',
      'E处罚决定日期=王＊＊',
      'F=2017-03-05!',
    ]);
    expect(slipped.cells?.map((c) => c.isMasked)).toEqual([false, true, true, true, true, false]);
    expect(said(await ask(2, true))).toContain('E处罚决定日期=王某');
    expect(said(await ask(3))).toEqual([
      'A案号=P-2',
      'B办案部门=工商',
      'C县区=某县!',
      'D当事人=李＊＊',
      'E处罚决定日期=2017-03-05',
    ]);
    expect((await ask(4)).isDoubtful).toBe(true);
    expect(JSON.stringify([await ask(2), await ask(3), await ask(4)])).not.toMatch(/李某|某某|王某/);
  });

  it('keeps of a very long cell the beginning, and says how long it is; of a masked one not even that', async () => {
    const long = '长'.repeat(2_000_000);
    await hold(`${HEADER},来源渠道,说明\nT-1,投诉,某县,工商,2017-03-05,${long},${long}\n`);
    const [channel, remark] = (await ask(2)).cells?.slice(-2) ?? [];
    expect(channel).toMatchObject({ text: '长'.repeat(1000), length: 2_000_000, isMasked: false });
    expect(remark).toMatchObject({ text: '长＊＊', length: null, isMasked: true });
    const [held] = await db.rows('SELECT CAST(sum(length(cells)) AS INTEGER) AS n FROM aside');
    expect(held?.n).toBeLessThan(3000);
  });

  it('is found by its sheet, and under the header of its own table', async () => {
    const text = book({
      sheets: [
        sheet('甲', '标题', HEADER, 'T-1,投诉,某县,工商,2017-03-05'),
        sheet(
          '乙',
          HEADER,
          'T-2,投诉,某乙县,工商,2017-03-05',
          '',
          '接收日期,编号,类型,县区,承办部门',
          '2017-03-05,T-3,投诉,某丙县,工商',
        ),
      ],
    });
    await hold(text, '2017Q1_632200_complaints.xlsx');
    expect(said(await ask(3))).toContain('C县区=某县!');
    expect(said(await ask(2, false, 1))).toContain('C县区=某乙县!');
    expect(said(await ask(5, false, 1))).toEqual([
      'A接收日期=2017-03-05',
      'B编号=T-3',
      'C类型=投诉',
      'D县区=某丙县!',
      'E承办部门=工商',
    ]);
  });

  it('is forgotten with its file, and asked of no file that does not count', async () => {
    await hold(`${HEADER}\nT-1,投诉,某县,工商,2017-03-05\n`);
    const [{ key } = {}] = await db.rows('SELECT DISTINCT submission AS key FROM aside');
    await engine.setCurrent([]);
    await expect(ask(2)).rejects.toThrow(RangeError);
    await engine.remove(key as number);
    expect(await db.rows('FROM aside')).toEqual([]);
  });
});
