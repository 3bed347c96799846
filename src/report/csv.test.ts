import papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { rankingCsv, recordsCsv, scoreCsv } from './csv';
import { assessed } from './testing/assessed';

const given = assessed();
const parse = (csv: string) =>
  papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true }).data;

describe('ranking.csv', () => {
  it('has a BOM, both lists, and blanks where a unit is not assessed', async () => {
    const csv = await rankingCsv(given.office.groups, given.scheme, given.assessment);
    expect(csv.codePointAt(0)).toBe(0xfeff);
    expect(csv.endsWith('\r\n')).toBe(true);
    const rows = parse(csv);
    expect(rows.map((r) => [r.组别, r.代码, r.得分, r.名次, r.等次, r.备注])).toEqual(
      given.assessment.ranking.map((r) => [
        r.group === 'prefectures' ? '市州' : '部门',
        r.id,
        r.score === null ? '' : String(r.score),
        r.rank === null ? '' : String(r.rank),
        r.grade ?? '',
        r.note,
      ]),
    );
    expect(rows.find((r) => r.代码 === '632600')).toMatchObject({ 得分: '', 名次: '', 备注: '未报送，不参评' });
  });
});

describe('score sheet', () => {
  it('prints rates as percent, never 100 % for less', async () => {
    const rows = parse(await scoreCsv(given.office, given.scheme, given.assessment));
    expect(rows).toHaveLength(given.assessment.sheets.length);
    const row = (item: string) => rows.find((r) => r.名称 === '西宁市' && r.考核项 === item);
    expect(row('受理及时率')).toMatchObject({ 分子: '99999', 分母: '100000', 指标值: '99.99%' });
    expect(row('办理时长（中位数）')).toMatchObject({ 分子: '', 指标值: '15.5' });
    expect(row('报送及时率')).toMatchObject({ 指标值: '无应报', 得分: '', 失分: '' });
  });
});

describe('formulas', () => {
  const written = async (value: string | number | null) =>
    parse(
      await recordsCsv(
        [
          { key: 'a', label: 'A' },
          { key: 'b', label: 'B' },
        ],
        [{ a: value, b: 'x' }],
      ),
    )[0]?.A ?? '';

  // Before each sign what a spreadsheet may pass over: line feed, return, tab, blanks, characters without width.
  const HIDDEN = [
    '\n',
    '\r',
    '\t',
    ' ',
    '  ',
    '\u3000',
    '\u00a0',
    '\u200b',
    '\u200d',
    '\ufeff',
    '\u2060',
    '\u00ad',
    '\u202e',
    '\u0000',
    '\u180e',
    '\ufe0f',
    ' \u200b\n',
  ].flatMap((before) => ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦'].map((sign) => `${before}${sign}SUM(A1)`));

  it.each(['=1+1', '+cmd', '-1+2', '@SUM(A1)', '\t=1', '＝1+1', '=HYPERLINK("http://x","y")', '-', ...HIDDEN])(
    '%j is made harmless',
    async (text) => {
      expect(await written(text)).toBe(`'${text}`);
    },
  );

  it.each([
    ' -3.5 ',
    ' 青海',
    '\u200b青海',
    '-3.5',
    '-5',
    '+86',
    '-1.5',
    '-12,345.00',
    '-3%',
    '青海',
    "O'Brien",
    'a=b',
    '1-2',
    '',
  ])('%j stays', async (text) => {
    expect(await written(text)).toBe(text);
  });

  it('numbers stay, null is blank', async () => {
    expect(await written(-5)).toBe('-5');
    expect(await written(null)).toBe('');
  });

  it('quotes commas, quotes and line breaks', async () => {
    expect(await written('甲,"乙"\n丙')).toBe('甲,"乙"\n丙');
  });
});
