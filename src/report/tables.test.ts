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

test('what a unit has not sent stands beside its figures, where there is any such', () => {
  const labels = (of: typeof assessment) => indicatorTable(office, of).columns.map((c) => c.label);
  expect(labels(assessment)).not.toContain('报送');
  const [first, ...rest] = assessment.indicators as [(typeof assessment.indicators)[number]];
  const partly = { ...assessment, indicators: [{ ...first, partly: { sent: 2, due: 4 } }, ...rest] };
  expect(labels(partly).at(-1)).toBe('报送');
  expect(
    indicatorTable(office, partly)
      .rows.slice(0, 2)
      .map((r) => r.at(-1)),
  ).toEqual(['仅报送 2/4 季度', null]);
});
