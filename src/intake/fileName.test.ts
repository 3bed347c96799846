import { describe, expect, it } from 'vitest';
import { qinghai } from '../../tests/support/profile';
import { readFileName } from './fileName';

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

  it.each(["2017Q3_632500_complaints'; DROP TABLE complaints--.csv", '2017Q3_632500_complaints 100% 😀 "x".csv'])(
    'is not put off by %s',
    (path) => {
      expect(read(path)).toMatchObject({ unit: '632500', period: '2017Q3', ledger: 'complaints' });
    },
  );
});
