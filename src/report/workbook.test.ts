import readExcelFile from 'read-excel-file/node';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Problem } from '../domain/problems';
import { countProblems } from './tables';
import { assessed } from './testing/assessed';
import { unitWorkbook } from './unitWorkbook';
import { assessmentWorkbook, tableWorkbook } from './workbook';

type Sheets = Map<string, unknown[][]>;

const readBack = async (blob: Blob): Promise<Sheets> => {
  const sheets = await readExcelFile(Buffer.from(await blob.arrayBuffer()));
  return new Map(sheets.map(({ sheet, data }) => [sheet, data as unknown[][]]));
};

/** Rows of a sheet as objects by its header. */
const records = (sheets: Sheets, name: string): Record<string, unknown>[] => {
  const [head, ...rows] = sheets.get(name) as [string[], ...unknown[][]];
  return rows.map((row) => Object.fromEntries(head.map((label, i) => [label, row[i]])));
};

const problem = (code: Problem['code'], severity: Problem['severity'], message: string): Problem => ({
  file: 'a.csv',
  sheet: null,
  row: 2,
  column: '县区',
  value: 'x',
  code,
  severity,
  message,
});

const given = assessed();
const problems = countProblems([
  problem('merged_county', 'warning', 'w'),
  problem('unknown_county', 'error', '=1+1'),
  problem('unknown_county', 'error', 'second'),
]);
const book = readBack(await assessmentWorkbook({ ...given, problems }));

describe('the workbook read back', () => {
  it('has its sheets in order', async () => {
    expect([...(await book).keys()]).toEqual([
      '封面',
      '市州排名',
      '市州得分',
      '部门排名',
      '部门得分',
      '指标',
      '问题汇总',
    ]);
  });

  it('says on its cover what it is about, and which file counted', async () => {
    const cover = (await book).get('封面') as unknown[][];
    const facts = new Map(cover.map((row) => [row[0], row[1]]));
    expect(cover[1]?.[0]).toBe('2017年第三季度绩效考核结果');
    expect(facts.get('数据截止日')).toBe('2017-10-10');
    expect(facts.get('口径配置')).toBe('青海省 2017（qinghai-2017）');
    expect(facts.get('方案说明')).toBe(given.scheme.caution);
    expect(facts.get('片区口径')).toContain(given.office.profile.zones.version);
    expect(facts.get('报送文件')).toBe('共 5 个，计入 3 个');
    expect(facts.get('计入文件的行数')).toBe('读取 200 行 = 计入 196 行 + 搁置 4 行');
    expect(facts.get('发现问题')).toBe('错误 2 个，提示 1 个');
    const head = cover.findIndex((row) => row[0] === '文件');
    const listed = cover.slice(head + 1).map((row) => [row[0], row[1], row[7] ?? null, row[8], row[9]]);
    expect(listed).toEqual(
      given.submissions
        .map((s, i) => [
          s.file,
          ['西宁市', '海南藏族自治州', '海南藏族自治州', '海东市', '工商'][i],
          s.receivedOn,
          ['计入', '已被更新版本替代', '计入', '零申报', '已撤回'][i],
          s.sha256,
        ])
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    );
  });

  it('ranks as the assessment does, scores as numbers, blank with its reason where not assessed', async () => {
    for (const [sheet, group] of [
      ['市州排名', 'prefectures'],
      ['部门排名', 'departments'],
    ] as const) {
      const rows = records(await book, sheet).map((r) => [r.名次, r.代码, r.得分, r.满分, r.等次, r.备注]);
      const expected = given.assessment.ranking.filter((r) => r.group === group);
      expect(rows).toEqual(expected.map((r) => [r.rank, r.id, r.score, r.full, r.grade, r.note || null]));
    }
    const rows = records(await book, '市州排名');
    expect(rows).toHaveLength(8);
    expect(rows[0]?.得分).toBeTypeOf('number');
    expect(rows.filter((r) => r.得分 === null).map((r) => r.备注)).toEqual([
      '无案件，不参评',
      ...Array(5).fill('未报送，不参评'),
    ]);
    expect(rows.every((r) => String(r.考核方案).endsWith('，不作为考核依据'))).toBe(true);
  });

  it('breaks every score down to numerator, denominator and points', async () => {
    const rows = records(await book, '市州得分').filter((r) => r.名称 === '西宁市');
    expect(rows).toHaveLength(given.scheme.groups.prefectures.length);
    const closure = rows.find((r) => r.考核项 === '按期办结率');
    expect([closure?.分子, closure?.分母, closure?.指标值]).toEqual([90, 100, 0.9]);
    const item = given.assessment.scores.find((s) => s.id === '630100' && s.item === 'closure_on_time');
    expect(closure?.得分).toBe(item?.points);
    expect(Number(closure?.得分) + Number(closure?.失分)).toBeCloseTo(item?.full ?? Number.NaN, 2);
    const total = rows.reduce((sum, r) => sum + Number(r.得分 ?? 0), 0);
    expect(total).toBeCloseTo(given.assessment.ranking.find((r) => r.id === '630100')?.score ?? Number.NaN, 8);
    const days = rows.find((r) => r.考核项 === '办理时长（中位数）');
    expect([days?.分子, days?.分母, days?.指标值]).toEqual([null, 6, 15.5]);
  });

  it('never prints 100.00 % for less', async () => {
    const row = records(await book, '市州得分').find((r) => r.名称 === '西宁市' && r.考核项 === '受理及时率');
    expect([row?.分子, row?.分母, row?.指标值]).toEqual([99_999, 100_000, 0.9999]);
  });

  it('lists every figure, blank for no case', async () => {
    const rows = records(await book, '指标');
    expect(new Set(rows.map((r) => r.期限未定未计))).toEqual(new Set([0]));
    expect(rows).toHaveLength(given.assessment.indicators.length);
    const row = (name: string, id: string) => rows.find((r) => r.名称 === name && r.指标 === id);
    expect(row('西宁市', '办理时长（中位数）')).toMatchObject({
      分子: null,
      指标值: 15.5,
      '中位数（工作日）': 15.5,
      '90分位（工作日）': 21,
    });
    expect(row('海东市', '按期办结率')).toMatchObject({ 分子: 0, 分母: 0, 指标值: null, '95%区间下限': null });
    expect(row('全省', '按期办结率')).toBeUndefined();
    expect(row('青海省', '按期办结率')).toMatchObject({ 层级: '全省', 分子: 130, 分母: 150 });
  });

  it('counts problems by rule, as text even where they look like a formula', async () => {
    expect(records(await book, '问题汇总')).toEqual([
      { 级别: '错误', 规则: 'unknown_county', 件数: 2, 示例: '=1+1' },
      { 级别: '提示', 规则: 'merged_county', 件数: 1, 示例: 'w' },
    ]);
  });
});

it('is stored with number formats, a bold frozen header and no formula', async () => {
  const { unzipSync, strFromU8 } = await import('fflate');
  const blob = await assessmentWorkbook({ ...given, problems });
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  const text = (name: string) => strFromU8(files[name] as Uint8Array);
  expect(text('xl/styles.xml')).toContain('0.00%');
  expect(text('xl/styles.xml')).toContain('<b');
  expect(text('xl/worksheets/sheet2.xml')).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  for (const name of Object.keys(files).filter((n) => n.startsWith('xl/worksheets/sheet')))
    expect(text(name)).not.toContain('<f>');
});

it('writes any table as a workbook, dropping characters that XML cannot hold', async () => {
  const blob = await tableWorkbook('案件', {
    columns: [{ label: '编号', width: 10 }],
    rows: [['a\u0001b<&>"'], [{ number: 12, format: 'count' }], [null]],
  });
  expect((await readBack(blob)).get('案件')?.slice(0, 3)).toEqual([['编号'], ['ab<&>"'], [12]]);
});

describe('the bytes of a workbook', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    vi.useRealTimers();
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });
  const bytesAt = async (instant: string, TZ: string, make: () => Promise<Blob>): Promise<Buffer> => {
    process.env.TZ = TZ;
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(instant) });
    return Buffer.from(await (await make()).arrayBuffer());
  };

  it.each<[string, () => Promise<Blob>]>([
    ['an assessment', () => assessmentWorkbook({ ...assessed(), problems: [] })],
    [
      'submissions in another order',
      () => {
        const given = assessed();
        return assessmentWorkbook({ ...given, submissions: [...given.submissions].reverse(), problems: [] });
      },
    ],
    [
      'a unit',
      () => {
        const given = assessed();
        return unitWorkbook({ ...given, problems: [] }, { group: 'prefectures', id: '630100' });
      },
    ],
    ['a table', () => tableWorkbook('x', { columns: [{ label: 'A', width: 9 }], rows: [['b']] })],
  ])('are those of %s, not of the moment and the zone', async (_, make) => {
    const [first, ...others] = [
      await bytesAt('2017-10-10T08:00:00Z', 'UTC', make),
      await bytesAt('2017-10-10T08:00:07Z', 'Asia/Shanghai', make),
      await bytesAt('2026-01-01T00:30:00Z', 'America/Los_Angeles', make),
    ];
    for (const other of others) expect(other.equals(first as Buffer)).toBe(true);
    expect((await readBack(new Blob([first as Uint8Array<ArrayBuffer>]))).size).toBeGreaterThan(0);
  });

  it('do not depend on the order in which submissions came', async () => {
    const given = assessed();
    const of = async (submissions: typeof given.submissions) =>
      Buffer.from(await (await assessmentWorkbook({ ...given, submissions, problems: [] })).arrayBuffer());
    expect((await of([...given.submissions].reverse())).equals(await of(given.submissions))).toBe(true);
  });
});

it('says of a text that it could not hold', async () => {
  const long = 'x'.repeat(40_000);
  const sheets = await readBack(await tableWorkbook('x', { columns: [{ label: 'A', width: 9 }], rows: [[long]] }));
  const cell = String(sheets.get('x')?.[1]?.[0]);
  expect(cell.length).toBeLessThanOrEqual(32_767);
  expect(cell).toContain('共 40000 字');
});
