import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { tableCsv } from './csv';
import { assessed } from './testing/assessed';
import { unitScoreTable, unitWorkbook } from './unitWorkbook';

const given = assessed();
const xining = { group: 'prefectures', id: '630100' } as const;

describe('a unit in reports', () => {
  it('has a score sheet of its own, whose points add up to its score', async () => {
    const csv = await tableCsv(unitScoreTable(given.scheme, given.assessment, xining));
    const [head, ...lines] = csv
      .trim()
      .split('\r\n')
      .map((line) => line.split(','));
    const at = head?.indexOf('得分') ?? -1;
    expect(lines).toHaveLength(given.scheme.groups.prefectures.length);
    expect(new Set(lines.map((l) => l[3]))).toEqual(new Set(['西宁市']));
    const score = given.assessment.ranking.find((r) => r.id === xining.id)?.score as number;
    expect(lines.reduce((sum, l) => sum + Number(l[at] ?? 0), 0)).toBeCloseTo(score, 2);
  });

  it('has no line where it is not assessed', () => {
    const unreported = { group: 'prefectures', id: '632600' } as const;
    expect(unitScoreTable(given.scheme, given.assessment, unreported).rows).toEqual([]);
  });

  it('has a workbook that can be read back: cover, and only its own rows', async () => {
    const blob = await unitWorkbook({ ...given, problems: [] }, xining);
    const sheets = await readExcelFile(Buffer.from(await blob.arrayBuffer()));
    expect(sheets.map((s) => s.sheet)).toEqual(['封面', '评分表', '名次', '指标']);
    const rows = (name: string) => sheets.find((s) => s.sheet === name)?.data.slice(1) as unknown[][];
    expect(rows('名次')).toHaveLength(1);
    expect(rows('名次')[0]?.[3]).toBe('西宁市');
    expect(new Set(rows('指标').map((r) => r[1]))).toEqual(new Set(['630100']));
    expect(rows('封面').some((r) => r[0] === '数据截止日' && r[1] === '2017-10-10')).toBe(true);
  });

  it('is taken by its group and id: a department is not looked for among the prefectures', () => {
    const rows = unitScoreTable(given.scheme, given.assessment, { group: 'departments', id: 'aic' }).rows;
    expect(new Set(rows.map((r) => r[0]))).toEqual(new Set(['部门']));
  });
});
