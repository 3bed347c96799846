import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { qinghai } from '../../tests/support/profile';
import { type FileName, readFileName } from './fileName';

const read = (path: string) => readFileName(qinghai, path);

describe('readFileName', () => {
  it.each<[string, string | null, string | null, string | null]>([
    ['2017Q3_632500_complaints.csv', '632500', '2017Q3', 'complaints'],
    ['2017q3_632500_COMPLAINTS.CSV', '632500', '2017Q3', 'complaints'],
    ['2017年第三季度_海南州_投诉举报台账.csv', '632500', '2017Q3', 'complaints'],
    ['2017年三季度海南州投诉举报台账.csv', '632500', '2017Q3', 'complaints'],
    ['2017年 第3季度 海南藏族自治州 行政处罚案件台账.csv', '632500', '2017Q3', 'penalties'],
    ['２０１７Ｑ３＿６３２５００＿complaints.csv', '632500', '2017Q3', 'complaints'],
    ['2017H1_aic_penalties.parquet', 'aic', '2017H1', 'penalties'],
    ['2017年上半年_工商_行政处罚.csv', 'aic', '2017H1', 'penalties'],
    ['2017年下半年（质监）处罚台账.csv', 'quality', '2017H2', 'penalties'],
    ['报送/2017/西宁市-2017-Q4-投诉台账.csv', '630100', '2017Q4', 'complaints'],
    ['省农牧厅_2017年一季度_举报台账.csv', 'agriculture', '2017Q1', 'complaints'],
    ['2017Q1_海东地区_complaints.csv', '630200', '2017Q1', 'complaints'],
    // Silent, or as good as silent: to be asked.
    ['台账.csv', null, null, null],
    ['2017Q3.csv', null, '2017Q3', null],
    ['2017_632500_complaints.csv', '632500', null, 'complaints'],
    ['2017Q5_632500_complaints.csv', '632500', null, 'complaints'],
    ['12017Q3_632500_complaints.csv', '632500', null, 'complaints'],
    ['632500_complaints', '632500', null, 'complaints'],
    ['2017Q3_工商质监_complaints.csv', null, '2017Q3', 'complaints'],
  ])('%s', (path, unit, period, ledger) => {
    expect(read(path)).toMatchObject({ unit, period, ledger });
  });

  it.each<[string, number]>([
    ['2017Q3_632500_complaints.csv', 1],
    ['2017Q3_632500_complaints_v2.csv', 2],
    ['2017Q3_632500_complaints_V12.csv', 12],
    ['2017Q3_632500_complaints(v3).csv', 3],
    ['2017年第三季度_海南州_投诉举报台账_第2版.csv', 2],
    ['2017年第三季度_海南州_投诉举报台账_更正.csv', 2],
    ['2017年第三季度_海南州_投诉举报台账（更正版）.csv', 2],
    ['2017年第三季度_海南州_投诉举报台账_更正2.csv', 3],
    ['v2_2017Q3_632500_complaints.csv', 1],
  ])('version of %s is %i', (path, version) => {
    expect(read(path)).toMatchObject({ version, unit: '632500', period: '2017Q3', ledger: 'complaints' });
  });

  it('names a unit that is none', () => {
    expect(read('2017Q3_火星州_complaints.csv')).toMatchObject({ unit: null, unknownUnit: '火星州' });
    expect(read('2017Q3_complaints.csv')).toMatchObject({ unit: null, unknownUnit: null });
  });

  it.each<[string, Partial<FileName['readings']>]>([
    // Two units, however they are said.
    ['2017Q3_西宁市_工商局_投诉举报台账.csv', { unit: ['西宁市', '工商'] }],
    ['2017Q3_630100_aic_complaints.csv', { unit: ['西宁市', '工商'] }],
    ['2017Q3_西宁市、海东市_complaints.csv', { unit: ['西宁市', '海东市'] }],
    ['2017Q3_西宁+海东_complaints.csv', { unit: ['西宁市', '海东市'] }],
    ['2017Q3_工商_质监_complaints.csv', { unit: ['工商', '质监'] }],
    ['2017Q3_632500_西宁市汇总_complaints.csv', { unit: ['海南藏族自治州', '西宁市'] }],
    // A unit, and what reports through another or none.
    ['2017Q3_西宁市_城东区_complaints.csv', { unit: ['西宁市', '城东区'] }],
    ['2017Q3_630100_630102_complaints.csv', { unit: ['西宁市', '630102'] }],
    ['2017Q3_630100_西宁市城东区_complaints.csv', { unit: ['西宁市', '西宁市城东区'] }],
    ['2017Q3_aic_西宁市工商局_complaints.csv', { unit: ['工商', '西宁市工商局'] }],
    ['2017Q3_630100_西宁工商局_complaints.csv', { unit: ['西宁市', '西宁工商局'] }],
    ['2017Q3_西宁市_城东区市场监督管理局_complaints.csv', { unit: ['西宁市', '城东区市场监督管理局'] }],
    ['2017Q3_西宁市_工商质监_complaints.csv', { unit: ['西宁市', '工商质监'] }],
    ['2017Q3_海东市_西宁市双打办_complaints.csv', { unit: ['海东市', '西宁市双打办'] }],
    ['2017Q3_西宁市_共和_complaints.csv', { unit: ['西宁市', '共和'] }],
    // Two periods, two ledgers.
    ['2017Q3_2017H1_632500_complaints.csv', { period: ['2017年第三季度', '2017年上半年'] }],
    ['2017年三季度和四季度_海南州_投诉台账.csv', { period: ['2017年第三季度', '2017年第四季度'] }],
    ['2017Q3-Q4_632500_complaints.csv', { period: ['2017年第三季度', '2017年第四季度'] }],
    ['2017Q1-3_632500_complaints.csv', { period: ['2017年第一季度', '2017年第三季度'] }],
    ['2016Q4_2017Q4_632500_complaints.csv', { period: ['2016年第四季度', '2017年第四季度'] }],
    ['2017Q3_632500_投诉举报和行政处罚.csv', { ledger: ['投诉举报台账', '行政处罚案件台账'] }],
    ['2017Q3_632500_complaints_penalties.csv', { ledger: ['投诉举报台账', '行政处罚案件台账'] }],
  ])('%s says two things and is asked', (path, readings) => {
    const found = read(path);
    for (const part of ['unit', 'period', 'ledger'] as const) {
      const several = readings[part];
      if (several) expect(found.readings[part]).toEqual(several);
      else expect(found.readings[part]).toHaveLength(1);
      expect(found[part] === null, part).toBe(several !== undefined);
    }
  });

  it.each([
    '2017Q3_2017年第三季度_632500_海南州_complaints_投诉举报台账.csv',
    '青海省_2017年三季度_海南州_投诉举报台账汇总表_定稿.csv',
    '2017Q3_海南州汇总_投诉台账（最终版）.csv',
    '20171009_2017Q3_632500_投诉举报_报表_1.csv',
    '2017Q3_632500_海南州双打办_complaints_2017年10月9日.csv',
    '2017Q3_632500_海南_侵犯知识产权_complaints.csv',
    '2017Q3_青海省海南州_complaints.csv',
  ])('%s says one thing, in whatever words', (path) => {
    expect(read(path)).toMatchObject({ unit: '632500', period: '2017Q3', ledger: 'complaints', unknownUnit: null });
  });

  it('reads every name of the sample, by its own spelling of the parts', () => {
    const files = readdirSync(new URL('../../datasets/qinghai-2017-sample/', import.meta.url)).filter(
      (name) => name !== 'received.csv',
    );
    expect(files).toHaveLength(119);
    const units = [
      ...qinghai.profile.regions.prefectures.map((p) => [p.code, p.code, p.name, p.short]),
      ...qinghai.profile.departments.departments.map((d) => [d.id, d.id, d.name, d.office]),
    ];
    const ledgers = {
      complaints: 'complaints',
      penalties: 'penalties',
      投诉举报台账: 'complaints',
      行政处罚案件台账: 'penalties',
    };
    for (const file of files) {
      const [period = '', unit = '', ledger = '', more] = file.replace(/\.\w+$/, '').split('_');
      const quarter = /Q(\d)/.exec(period)?.[1] ?? '一二三四'.indexOf(/([一二三四])季/.exec(period)?.[1] ?? '') + 1;
      expect(read(file), file).toMatchObject({
        unit: units.find(([, ...names]) => names.includes(unit))?.[0],
        period: `2017Q${quarter}`,
        ledger: ledgers[ledger as keyof typeof ledgers],
        version: more === undefined ? 1 : 2,
      });
    }
  });

  it.each(["2017Q3_632500_complaints'; DROP TABLE complaints--.csv", '2017Q3_632500_complaints 100% 😀 "x".csv'])(
    'is not put off by %s',
    (path) => {
      expect(read(path)).toMatchObject({ unit: '632500', period: '2017Q3', ledger: 'complaints' });
    },
  );
});
