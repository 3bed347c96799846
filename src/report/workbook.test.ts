import { afterEach, describe, expect, it, vi } from 'vitest';
import { catalogue } from '../../tests/support/catalogue';
import { scoreSheet } from '../assessment/assess';
import { itemsOf } from '../domain/scheme';
import { Book } from './testing/readBook';
import { workbookOf } from './testing/workbookOf';
import { unitWorkbook } from './unitWorkbook';
import { unitWorkbooks } from './unitWorkbooks';
import { assessmentWorkbook } from './workbook';

const given = workbookOf();
const { assessment, scheme, office } = given;
const book = assessmentWorkbook(given).then((blob) => Book.of(blob));
const full = (id: string) => assessment.ranking.find((r) => r.id === id);

describe('the workbook read back', () => {
  it('has its sheets in order, and lists them on its cover', async () => {
    const names = [...(await book).sheets.keys()];
    expect(names).toEqual([
      '封面',
      ...['市州矩阵', '市州排名', '市州得分', '部门矩阵', '部门排名', '部门得分'],
      ...['指标', '考核方案', '口径', '报送清单', '待办', '问题汇总', '问题清单'],
    ]);
    expect((await book).records('封面', '工作表').map((r) => r.工作表)).toEqual(names.slice(1));
  });

  it('says on its cover what it is about, counted by period and cut-off', async () => {
    const facts = (await book).facts('封面');
    expect((await book).rows('封面')[0]?.[0]).toBe('2017年第三季度绩效考核结果');
    expect((await book).rows('封面')[1]?.[0]).toBe('示例数据（非真实）');
    expect(facts.get('制表单位')).toBe(office.profile.office);
    expect(facts.get('数据截止日')).toBe('2017-10-10');
    expect(facts.get('口径配置')).toBe('青海省（qinghai-2017）');
    expect(facts.get('方案说明')).toBe(scheme.caution);
    expect(facts.get('片区口径')).toContain(office.profile.zones.version);
    expect(facts.get('本期应报')).toMatch(/^32 份：按时 2，迟报 0，未报 29，未到期 0，其他 1/);
    expect(facts.get('本期文件')).toBe('共 6 个，现行版本 4 个，其中截止日后收到 1 个；其他报送期的现行版本 1 个');
    expect(facts.get('本期行数')).toBe('读取 300 行 = 计入 294 行 + 搁置 6 行（本期现行版本）');
    expect(facts.get('本期问题')).toBe('错误 301 个，提示 1 个（本期现行版本，逐行计）');
    expect(facts.get('制表时间')).toMatch(/^2018-01-12 09:30/);
    expect(facts.get('软件版本')).toMatch(/^考评 \d+\.\d+\.\d+$/);
    expect(facts.get('结果指纹')).toMatch(/^[0-9a-f]{64}（/);
  });

  it('lists what was due and what came, a file after the cut-off and one of another period told apart', async () => {
    const rows = (await book).records('报送清单', '报送单位');
    const of = (file: string) => rows.find((r) => r.文件 === file);
    expect(rows.filter((r) => r.文件 === null)).toHaveLength(27);
    expect(rows.filter((r) => r.文件 === null).every((r) => r.报送情况 === '未报')).toBe(true);
    expect(rows.filter((r) => r.文件 !== null).map((r) => [r.文件, r.状态])).toEqual(
      [
        ['2017Q3_632500_complaints_v2.csv', '计入'],
        ['2017年第三季度_630100_投诉举报台账.csv', '计入'],
        ['2017年第三季度_630200_投诉举报台账.csv', '零申报'],
        ['2017年第三季度_632600_投诉举报台账.csv', '截止日后收到'],
        ['2017年第三季度_aic_投诉举报台账.csv', '已撤回'],
        ['=2+3_海南州.csv', '已被更新版本替代'],
        ['2017Q2_630100_complaints.csv', '计入'],
      ].sort(
        ([a], [b]) =>
          Number(a === '2017Q2_630100_complaints.csv') - Number(b === '2017Q2_630100_complaints.csv') ||
          ((a as string) < (b as string) ? -1 : 1),
      ),
    );
    expect(of('2017Q2_630100_complaints.csv')).toMatchObject({ 报送情况: '其他报送期', 应报截止: null });
    expect(of('2017年第三季度_630100_投诉举报台账.csv')).toMatchObject({ 报送情况: '按时', 版本: 1, 读取行数: 100 });
    expect(of('2017年第三季度_630100_投诉举报台账.csv')?.收到日期).toEqual(new Date('2017-10-09'));
    expect(of('2017年第三季度_630100_投诉举报台账.csv')?.应报截止).toEqual(new Date('2017-10-10'));
    expect(of('2017年第三季度_630200_投诉举报台账.csv')?.收到日期).toBe('不明');
    expect(of('2017年第三季度_632600_投诉举报台账.csv')).toMatchObject({ 报送情况: '未报', '迟报（工作日）': null });
  });

  it('ranks as the assessment does, scores as numbers, blank with its reason where not assessed', async () => {
    for (const { id: group, name } of office.groups) {
      const rows = (await book)
        .records(`${name}排名`, '名次')
        .map((r) => [r.名次, r.代码, r.得分, r.满分, r.等次, r.备注]);
      const expected = assessment.ranking.filter((r) => r.group === group);
      expect(rows).toEqual(expected.map((r) => [r.rank, r.id, r.score, r.full, r.grade, r.note || null]));
    }
  });

  it('sets units against items, with the total', async () => {
    for (const { id: group, name } of office.groups) {
      const rows = (await book).rows(`${name}矩阵`);
      const at = rows.findIndex((row) => row[0] === '名次');
      const items = itemsOf(scheme, group);
      expect(rows[at]?.slice(2, 2 + items.length)).toEqual(items.map((i) => catalogue.indicator(i.indicator).name));
      expect(rows[at + 1]?.slice(2, 3 + items.length)).toEqual([...items.map((i) => i.weight), scheme.full]);
      const units = assessment.ranking.filter((r) => r.group === group);
      units.forEach((unit, i) => {
        const points = scoreSheet(assessment, group, unit.id).map(
          (l) => l.score.points ?? (l.item.indicator === 'submission_on_time' ? '无应报' : '无案件'),
        );
        const row = rows[at + 2 + i] ?? [];
        expect(row.slice(0, 2)).toEqual([unit.rank, unit.name]);
        expect(row.slice(2, 5 + items.length)).toEqual([
          ...(unit.score === null ? items.map(() => null) : points),
          unit.score,
          unit.grade,
          unit.note || null,
        ]);
      });
    }
  });

  it('breaks every score down to numerator, denominator and points, and adds up', async () => {
    const all = (await book).records('市州得分', '名称');
    const rows = all.filter((r) => r.名称 === '西宁市' && r.考核项 !== '合计');
    expect(rows).toHaveLength(itemsOf(scheme, 'prefectures').length);
    const closure = rows.find((r) => r.考核项 === '按期办结率');
    expect([closure?.分子, closure?.分母, closure?.指标值]).toEqual([90, 100, 0.9]);
    const item = assessment.sheets.find((s) => s.id === '630100' && s.item.id === 'closure_on_time')?.score;
    expect(closure?.得分).toBe(item?.points);
    expect(Number(closure?.得分) + Number(closure?.失分)).toBeCloseTo(item?.full ?? Number.NaN, 9);
    const total = all.find((r) => r.名称 === '西宁市' && r.考核项 === '合计');
    expect(total).toMatchObject({ 方案分值: scheme.full, 分摊后满分: scheme.full, 得分: full('630100')?.score });
    expect(Number(total?.得分) + Number(total?.失分)).toBeCloseTo(scheme.full, 9);
    const days = rows.find((r) => r.考核项 === '办理时长（中位数）');
    expect([days?.分子, days?.分母, days?.指标值]).toEqual([null, 6, 15.5]);
    const notes = (await book)
      .rows('市州得分')
      .flat()
      .filter((c) => String(c).startsWith('未列入'));
    expect(String(notes[0])).toContain('海东市（无案件，不参评），海北藏族自治州（未报送，不参评）');
  });

  it('never prints 100.00 % for less', async () => {
    const row = (await book).records('市州得分', '名称').find((r) => r.名称 === '西宁市' && r.考核项 === '受理及时率');
    expect([row?.分子, row?.分母, row?.指标值]).toEqual([99_999, 100_000, 0.9999]);
  });

  it('lists every figure, 无案件 for 0/0', async () => {
    const rows = (await book).records('指标', '层级');
    expect(new Set(rows.map((r) => r.期限未定未计))).toEqual(new Set([0]));
    expect(rows).toHaveLength(assessment.indicators.length);
    const row = (name: string, id: string) => rows.find((r) => r.名称 === name && r.指标 === id);
    expect(row('西宁市', '办理时长（中位数）')).toMatchObject({
      分子: null,
      指标值: 15.5,
      '中位数（工作日）': 15.5,
      '90分位（工作日）': 21,
    });
    expect(row('海东市', '按期办结率')).toMatchObject({ 分子: 0, 分母: 0, 指标值: '无案件', '95%区间下限': null });
    expect(row('全省', '按期办结率')).toBeUndefined();
    expect(row('青海省', '按期办结率')).toMatchObject({ 层级: '全省', 分子: 130, 分母: 150 });
  });

  it('counts problems by rule, as text even where they look like a formula', async () => {
    const rows = (await book).records('问题汇总', '级别');
    expect(rows.map((r) => [r.级别, r.类别, r.件数, r.示例, r.规则代码])).toEqual([
      ['错误', '地区无法识别', 301, '=1+1', 'unknown_county'],
      ['提示', '合并设立的地区', 1, 'w', 'merged_county'],
    ]);
  });

  it('lists the causes of problems, with the rows that each stands in', async () => {
    const rows = (await book).records('问题清单', '报送单位');
    expect(rows.map((r) => [r.文件, r.列号, r.行, r.个数, r.级别, r.说明])).toEqual([
      ['a.csv', 'C', '第 2 行', 1, '提示', 'w'],
      ['a.csv', 'C', '第 2 行', 1, '错误', '=1+1'],
      ['b.csv', 'C', '第 5–304 行', 300, '错误', 'second'],
    ]);
  });

  it('lists what is still to be done, with how long it is past the deadline', async () => {
    expect((await book).records('待办', '事项').map((r) => Object.values(r))).toEqual([
      [
        '超期未办结',
        '海南藏族自治州',
        '共和县',
        '工商',
        'T-1',
        new Date('2017-06-01'),
        new Date('2017-09-29'),
        11,
        '天',
        'a.csv',
        7,
      ],
      [
        '应公示未公示',
        '省本级',
        '本级',
        '工商',
        'P-1',
        new Date('2017-09-20'),
        new Date('2017-10-26'),
        '未到期',
        null,
        'b.csv',
        3,
      ],
    ]);
  });

  it('says of every indicator what it counts, when, by which limit and on what grounds', async () => {
    const rows = (await book).records('口径', '指标');
    expect(rows.map((r) => r.指标)).toContain('报送及时率');
    const closure = rows.find((r) => r.指标 === '按期办结率');
    expect(closure?.期限).toMatch(/办结（至 2019-12-31）：受理决定日.*60/);
    expect(rows.every((r) => r.分母 && r.依据 && r.可信程度 && r.计入的时期)).toBe(true);
  });
});

it('is stored to be printed: A4, fit to width, head repeated and frozen, filter, page numbers, properties', async () => {
  const { unzipSync, strFromU8 } = await import('fflate');
  const files = unzipSync(new Uint8Array(await (await assessmentWorkbook(given)).arrayBuffer()));
  const text = (name: string) => strFromU8(files[name] as Uint8Array);
  expect(text('xl/styles.xml')).toContain('0.00%');
  expect(text('xl/styles.xml')).toContain('宋体');
  const sheets = Object.keys(files).filter((n) => n.startsWith('xl/worksheets/sheet'));
  for (const name of sheets) {
    const xml = text(name);
    expect(xml, name).toMatch(/<pageSetup [^>]*paperSize="9"[^>]*orientation="landscape"[^>]*fitToWidth="1"/);
    expect(xml).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
    expect(xml).toContain('第 &amp;P 页 共 &amp;N 页');
    expect(xml).toContain('示例数据（非真实）');
    // Every formula has its value, and nothing but sums and differences of this workbook is one.
    for (const [, formula] of xml.matchAll(/<f>([^<]*)<\/f>(?!<v>-?[\d.]+<\/v>)/g))
      expect.fail(`${formula} has no value`);
    for (const [, formula] of xml.matchAll(/<f>([^<]*)<\/f>/g))
      expect(formula).toMatch(/^ROUND\((SUM\([A-Z]+\d+:[A-Z]+\d+\)|[A-Z]+\d+-[A-Z]+\d+),2\)$/);
  }
  const ranking = text('xl/worksheets/sheet3.xml');
  expect(ranking).toMatch(/<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"\/>/);
  expect(ranking).toMatch(/<autoFilter ref="A3:G11"\/>/);
  expect(text('xl/workbook.xml')).toContain(
    `<definedName name="_xlnm.Print_Titles" localSheetId="2">'市州排名'!$3:$3</definedName>`,
  );
  expect(text('xl/worksheets/sheet1.xml')).toContain(`location="'市州矩阵'!A1"`);
  expect(text('docProps/core.xml')).toContain('<dc:title>2017年第三季度绩效考核结果</dc:title>');
  expect(text('docProps/core.xml')).toContain('<dc:language>zh-CN</dc:language>');
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
    ['an assessment', () => assessmentWorkbook(workbookOf())],
    [
      'submissions in another order',
      () => {
        const given = workbookOf();
        return assessmentWorkbook({ ...given, submissions: [...given.submissions].reverse() });
      },
    ],
    [
      'a unit',
      () => {
        return unitWorkbook(workbookOf(), { group: 'prefectures', id: '630100' });
      },
    ],
    ['all units', () => unitWorkbooks(workbookOf(), new AbortController().signal, () => {})],
  ])('are those of %s, but for the time it says, not of the moment and the zone', async (_, make) => {
    const [first, ...others] = [
      await bytesAt('2017-10-10T08:00:00Z', 'UTC', make),
      await bytesAt('2017-10-10T08:00:07Z', 'Asia/Shanghai', make),
      await bytesAt('2026-01-01T00:30:00Z', 'America/Los_Angeles', make),
    ];
    for (const other of others) expect(other.equals(first as Buffer)).toBe(true);
    expect((first as Buffer).length).toBeGreaterThan(0);
  });

  it('do not depend on the order in which submissions came', async () => {
    const given = workbookOf();
    const of = async (submissions: typeof given.submissions) =>
      Buffer.from(await (await assessmentWorkbook({ ...given, submissions })).arrayBuffer());
    expect((await of([...given.submissions].reverse())).equals(await of(given.submissions))).toBe(true);
  });
});
