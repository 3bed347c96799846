import { expect, test } from 'vitest';
import { assessment, HAICANG, office, SIMING } from '../../tests/support/totals';
import { indicatorTable } from './tables';

test('a value stands with what it is in; of who has not reported neither value nor counts are a zero', () => {
  const { columns, rows } = indicatorTable(office, assessment);
  const at = (label: string) => columns.findIndex((c) => c.label === label);
  const fines = (id: string) => {
    const row = rows.find(
      (r) => r[at('代码')] === id && r[at('指标')] === '罚没款' && r[at('报送期')] === '2016年上半年',
    );
    return ['分子', '分母', '指标值', '单位'].map((label) => row?.[at(label)]);
  };
  const count = (number: number) => ({ number, format: 'count' });
  const yuan = (number: number) => ({ number, format: 'amount2' });
  expect(fines(SIMING)).toEqual([count(9), count(12), yuan(12_345_678.9), '元']);
  expect(fines(HAICANG)).toEqual([count(0), count(0), yuan(0), '元']);
  expect(fines('350206')).toEqual([null, null, '未报送', '元']);
});
