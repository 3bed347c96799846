import { describe, expect, it } from 'vitest';
import { ledgerField } from '../../src/domain/ledgers';
import { masked, mayBePerson } from '../../src/domain/persons';
import type { ProblemGroup } from '../../src/domain/problemGroups';
import { countedRows } from '../../src/domain/rowRuns';
import { maskedText } from '../../src/engine/sql/persons';
import { literal } from '../../src/engine/sql/text';
import type { Declared } from '../../src/workspace/workspace';
import { catalogue } from '../support/catalogue';
import { accepted, emptyEngine, fileOf, HEADER, row } from './clerk';

const { db, engine } = await emptyEngine();

/** Takes files in, as submissions 1, 2, … */
async function hold(...files: readonly { text: string; path?: string; declared?: Declared }[]): Promise<void> {
  const counting = [];
  for (const [i, { text, path, declared }] of files.entries())
    counting.push(await accepted(engine, fileOf(i + 1, text, declared, path), i + 1));
  await engine.setCurrent(counting);
}

const csv = (header: string, rows: readonly string[]) => ({ text: `${header}\n${rows.join('\n')}\n` });
const groups = async (): Promise<ProblemGroup[]> => (await engine.problemGroups({}, 0, 1000)).groups;
const places = (of: readonly ProblemGroup[]) =>
  of.map((g) => `${g.code} ${g.letters ?? '-'} ${g.count} ${g.runs.length ? countedRows(g.runs, g.rows) : '-'}`);

describe('groups of problems', () => {
  it('say once what is wrong with a column, with rows, values and their number', async () => {
    const bad = Array.from(
      { length: 30 },
      (_, i) => `T-${i},投诉,海晏县,工商,${i % 3 ? '下周' : i % 2 ? '待定' : `x${i}`}`,
    );
    await hold(csv(HEADER, [row('a'), ...bad, row('b'), 'T-c,投诉,海晏县,工商,下周']));
    const page = await engine.problemGroups({}, 0, 10);
    expect(page).toMatchObject({ total: 1, problems: 31 });
    expect(page.groups).toMatchObject([
      {
        submission: 1,
        file: '2017Q1_632200_complaints_1.csv',
        sheet: null,
        letters: 'E',
        column: '接收日期',
        code: 'not_a_date',
        severity: 'error',
        count: 31,
        runs: [
          [3, 32],
          [34, 34],
        ],
        rows: 31,
        values: [
          { value: '下周', count: 21 },
          { value: '待定', count: 5 },
          { value: 'x0', count: 1 },
        ],
        kinds: 7,
        message:
          '「接收日期」有 31 格（「下周」21 格、「待定」5 格、「x0」1 格，另有 4 种）不是有效日期。请填写如 2017-03-05、2017/3/5、20170305 或 2017年3月5日。',
      },
    ]);
  });

  it('of one row reads as the problem itself', async () => {
    await hold(csv(`${HEADER},备注`, [row(1, ',x'), 'T-2,投诉,某县,工商,2017-03-05,x']));
    const { rows } = await engine.problems({}, 0, 10);
    const found = await groups();
    expect(found.map((g) => g.message)).toEqual(rows.map((p) => p.message));
    expect(found).toMatchObject([
      { code: 'ignored_column', rows: 0, runs: [], values: [{ value: '备注（F列）', count: 1 }] },
      {
        code: 'unknown_county',
        rows: 1,
        runs: [[3, 3]],
        letters: 'C',
        values: [{ value: '某县', count: 1 }],
        kinds: 1,
      },
    ]);
  });

  it('part what is another cause: file, column, code, and the column that a day is before', async () => {
    const header = `${HEADER},受理决定日期,办结日期`;
    const rows = [
      ...['1', '2'].map((n) => `T-${n},投诉,某县,工商,2017-03-05,2017-03-01,`),
      ...['3', '4'].map((n) => `T-${n},投诉,海晏县,某局,2017-03-05,,2017-03-0${n}`),
      'T-5,投诉,海晏县,工商,2017-02-05,2017-03-05,2017-03-01',
      'T-6,投诉,海晏县,工商,2017-02-05,2017-03-06,2017-03-02',
    ];
    await hold(csv(header, rows), {
      ...csv(HEADER, ['T-1,投诉,某县,工商,2017-03-05']),
      path: '2017Q2_632200_投诉举报台账.csv',
    });
    expect(places(await groups())).toEqual([
      'date_order F 2 第 2–3 行，共 2 行',
      'unknown_county C 2 第 2–3 行，共 2 行',
      'closed_without_acceptance F 2 第 4–5 行，共 2 行',
      'date_order G 2 第 4–5 行，共 2 行',
      'unknown_department D 2 第 4–5 行，共 2 行',
      'date_order G 2 第 6–7 行，共 2 行',
      'unknown_county C 1 第 2 行',
    ]);
    const order = (await groups()).filter((g) => g.code === 'date_order').map((g) => g.message);
    expect(order).toEqual([
      '「受理决定日期」有 2 格（都是「2017-03-01」）早于同一行的「接收日期」。请核对两个日期的先后。',
      '「办结日期」有 2 格（如「2017-03-03」「2017-03-04」）早于同一行的「接收日期」。请核对两个日期的先后。',
      '「办结日期」有 2 格（如「2017-03-01」「2017-03-02」）早于同一行的「受理决定日期」。请核对两个日期的先后。',
    ]);
  });

  it('hold every problem once, page by page, and open to just their own rows', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, i) => `T-${i % 30},${i % 2 ? '投诉' : '投'},${i % 3 ? '某县' : '海晏县'},工商,2017-0${i % 5}-05`,
    );
    await hold(csv(HEADER, rows), csv(`${HEADER},联系人`, rows.slice(0, 9)));
    const all = await engine.problems({}, 0, 1000);
    const whole = await engine.problemGroups({}, 0, 1000);
    expect(whole.problems).toBe(all.total);
    expect(whole.groups.reduce((n, g) => n + g.count, 0)).toBe(all.total);
    const paged = [];
    for (let at = 0; at < whole.total; at += 3) paged.push(...(await engine.problemGroups({}, at, 3)).groups);
    expect(paged).toEqual(whole.groups);
    const opened = [];
    for (const { submission, code, id, count, runs } of whole.groups) {
      const page = await engine.problems({ submissions: [submission], codes: [code], group: id }, 0, 1000);
      expect(page.total).toBe(count);
      if (runs.length) expect(page.rows[0]?.row).toBe(runs[0]?.[0]);
      opened.push(...page.rows);
    }
    const key = (p: object) => JSON.stringify(p);
    expect(opened.map(key).sort()).toEqual(all.rows.map(key).sort());
  });

  it('are none of a submission that does not count, and none where nothing is asked', async () => {
    await hold(csv(HEADER, ['T-1,投诉,某县,工商,2017-03-05']));
    expect(await engine.problemGroups({ submissions: [] }, 0, 9)).toEqual({ total: 0, problems: 0, groups: [] });
    expect(await engine.problemGroups({}, 0, 0)).toEqual({ total: 1, problems: 1, groups: [] });
    await engine.setCurrent([]);
    expect(await engine.problemGroups({}, 0, 9)).toEqual({ total: 0, problems: 0, groups: [] });
  });

  it('name the first runs only, and count all rows', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => (i % 2 ? row(i) : `T-${i},投诉,某县,工商,2017-03-05`));
    await hold(csv(HEADER, rows));
    expect(places(await groups())).toEqual(['unknown_county C 30 第 2、4、6、8、10、12、14、16 行等，共 30 行']);
  });
});

describe('values that can be a person', () => {
  const field = (name: string) => ledgerField(catalogue.ledger('penalties'), name);
  const texts = [
    '李某某',
    ' 李某某',
    '\u3000甲',
    '2017年3月5日',
    '2017-03-05',
    '乙 2017',
    'x',
    '𠮷田',
    '',
    ' ',
    '年月',
    '3月5',
    'Ａ',
  ];
  const cases = texts.flatMap((text) =>
    ['party', 'filed_on', 'decided_on'].flatMap((name) => [true, false].map((slipped) => ({ text, name, slipped }))),
  );

  it('are masked alike in SQL and in the domain', async () => {
    const sql = maskedText(catalogue, 'v.text', 'v.ledger', 'v.field', 'v.slipped');
    const rows = cases.map((c) => `(${literal(c.text)}, 'penalties', ${literal(c.name)}, ${c.slipped})`);
    const found = await db.rows(
      `SELECT ${sql} AS shown FROM (VALUES ${rows.join(', ')}) v(text, ledger, field, slipped)`,
    );
    expect(found.map((r) => r.shown)).toEqual(
      cases.map(({ text, name, slipped }) => (mayBePerson(field(name), slipped) ? masked(text) : text)),
    );
  });

  it('are counted by what is shown of them', async () => {
    const header = '案号,办案部门,县区,当事人,立案日期,处罚决定日期';
    const rows = ['李甲', '李乙', '王丙', '3月'].map((p, i) => `P-${i},工商,海晏县,某某,${p},2017-03-05`);
    await hold({ ...csv(header, rows), path: '2017Q1_632200_penalties.csv' });
    const [group] = await groups();
    expect(group).toMatchObject({
      code: 'not_a_date',
      count: 4,
      kinds: 3,
      values: [
        { value: '李＊＊', count: 2 },
        { value: '3月', count: 1 },
        { value: '王＊＊', count: 1 },
      ],
    });
    expect(JSON.stringify(group)).not.toMatch(/李[甲乙]/);
  });
});
