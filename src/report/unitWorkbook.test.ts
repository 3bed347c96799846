import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { itemsOf } from '../domain/scheme';
import { tableCsv } from './csv';
import { Book } from './testing/readBook';
import { workbookOf } from './testing/workbookOf';
import { unitScoreTable } from './unit';
import { unitWorkbook } from './unitWorkbook';
import { unitWorkbooks } from './unitWorkbooks';

const given = workbookOf();
const xining = { group: 'prefectures', id: '630100' } as const;
const goluo = { group: 'prefectures', id: '632600' } as const;

describe('a unit in reports', () => {
  it('has a score sheet of its own, whose points add up to its score', async () => {
    const csv = await tableCsv(unitScoreTable(given.office, given.scheme, given.assessment, xining));
    const [head, ...lines] = csv
      .trim()
      .split('\r\n')
      .map((line) => line.split(','));
    const at = head?.indexOf('得分') ?? -1;
    expect(lines).toHaveLength(itemsOf(given.scheme, 'prefectures').length);
    expect(new Set(lines.map((l) => l[3]))).toEqual(new Set(['西宁市']));
    const score = given.assessment.ranking.find((r) => r.id === xining.id)?.score as number;
    expect(lines.reduce((sum, l) => sum + Number(l[at] ?? 0), 0)).toBeCloseTo(score, 2);
  });

  it('has no line where it is not assessed', () => {
    expect(unitScoreTable(given.office, given.scheme, given.assessment, goluo).rows).toEqual([]);
  });

  it('is taken by its group and id: a department is not looked for among the prefectures', () => {
    const rows = unitScoreTable(given.office, given.scheme, given.assessment, { group: 'departments', id: 'aic' }).rows;
    expect(new Set(rows.map((r) => r[0]))).toEqual(new Set(['部门']));
  });
});

describe('a unit’s workbook read back', () => {
  it('is called as the papers of its office are', async () => {
    const { office } = given;
    const papers = { assessment: '平安建设考评', source: '测试' };
    const book = await Book.of(
      await unitWorkbook({ ...given, office: { ...office, profile: { ...office.profile, papers } } }, xining),
    );
    expect(book.rows('封面')[0]?.[0]).toBe('西宁市2017年第三季度平安建设考评评分表');
  });

  it('names the unit with score and rank, and holds only its own rows', async () => {
    const book = await Book.of(await unitWorkbook(given, xining));
    expect([...book.sheets.keys()]).toEqual([
      ...['封面', '评分表', '指标', '待办', '报送清单', '问题汇总', '问题清单', '考核方案', '口径'],
    ]);
    const unit = given.assessment.ranking.find((r) => r.id === xining.id);
    expect(book.rows('封面')[0]?.[0]).toBe('西宁市2017年第三季度绩效考核评分表');
    for (const sheet of ['封面', '评分表']) {
      expect(book.facts(sheet).get('得分')).toBe(`${unit?.score?.toFixed(2)} / 100 分，${unit?.grade}`);
      expect(book.facts(sheet).get('名次')).toBe('1 / 2（参评市州 2 个）');
    }
    expect(book.facts('封面').get('本单位应报')).toMatch(/^2 份：按时 1，迟报 0，未报 1/);
    expect(book.facts('封面').get('本单位问题')).toMatch(/^错误 1 个，提示 1 个/);
    expect(book.facts('封面').get('全部问题')).toMatch(/^错误 301 个，提示 1 个/);
    const lines = book.records('评分表', '考核项');
    expect(lines.at(-1)).toMatchObject({ 考核项: '合计', 得分: unit?.score, 分摊后满分: 100 });
    expect(new Set(book.records('指标', '层级').map((r) => r.代码))).toEqual(new Set(['630100']));
    expect(book.records('待办', '事项')).toEqual([]);
    expect(book.records('问题汇总', '级别').map((r) => r.件数)).toEqual([1, 1]);
  });

  it('lists its own files first', async () => {
    const rows = (await Book.of(await unitWorkbook(given, xining))).records('报送清单', '报送单位');
    expect(rows.slice(0, 2).map((r) => [r.报送单位, r.台账, r.报送情况])).toEqual([
      ['西宁市', '投诉举报台账', '按时'],
      ['西宁市', '行政处罚案件台账', '未报'],
    ]);
  });

  it('says why a unit is not assessed', async () => {
    const book = await Book.of(await unitWorkbook(given, goluo));
    expect(book.facts('评分表').get('参评情况')).toBe('未报送，不参评，没有得分和名次');
    expect(book.facts('封面').get('单位')).toBe('果洛藏族自治州');
  });

  it('of a department holds the cases of its line', async () => {
    const book = await Book.of(await unitWorkbook(given, { group: 'departments', id: 'aic' }));
    expect(book.records('待办', '事项').map((r) => r.编号)).toEqual(['T-1', 'P-1']);
  });
});

describe('the workbooks of all units', () => {
  it('are one zip, a workbook for each unit in the folder of its group', async () => {
    const shares: number[] = [];
    const zip = await unitWorkbooks(given, new AbortController().signal, (share) => shares.push(share));
    const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
    const { ranking } = given.assessment;
    expect(Object.keys(files)).toHaveLength(ranking.length);
    expect(shares.at(-1)).toBe(1);
    const name = '市州/示例数据（非真实）_2017年第三季度_西宁市_评分表_截止2017-10-10.xlsx';
    const own = await unitWorkbook(given, xining);
    expect(Buffer.from(files[name] ?? []).equals(Buffer.from(await own.arrayBuffer()))).toBe(true);
    expect(strFromU8(files[name]?.slice(0, 2) ?? new Uint8Array())).toBe('PK');
  });

  it('can be given up', async () => {
    const stop = new AbortController();
    const made = unitWorkbooks(given, stop.signal, () => stop.abort());
    await expect(made).rejects.toThrow(/abort/i);
  });
});
