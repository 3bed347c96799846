import { expect, test } from 'vitest';
import { submissionOf } from '../../../tests/support/submission';
import { renderAt } from '../../ui/testing/renderAt';
import { tableOf } from '../../ui/testing/tableOf';
import { RegisterPanel } from './RegisterPanel';

const HAINAN = '632500';
const submissions = [
  submissionOf({ id: 1, unit: HAINAN }),
  submissionOf({ id: 2, unit: HAINAN, period: '2017Q2', receivedOn: '2017-07-14' }),
  submissionOf({ id: 3, unit: HAINAN, period: '2017Q2', version: 2, receivedOn: '2017-08-01' }),
  submissionOf({ id: 4, unit: HAINAN, period: '2017Q3', ledger: 'penalties', receivedOn: '2017-10-10', rowsRead: 0 }),
  submissionOf({ id: 5, unit: 'aic', period: '2017Q1', ledger: 'penalties', receivedOn: null }),
];
const AT = '/submissions?period=2017&asOf=2017-10-31';

test('every unit has its line and every quarter its two ledgers, each with its own state', async () => {
  const html = await renderAt(AT, <RegisterPanel />, { submissions });
  const prefectures = tableOf(html, '2017年市州报送登记');
  expect(prefectures.rows).toHaveLength(8);
  expect(prefectures.columns.slice(1, 4)).toEqual([
    '2017年一季度 投诉举报',
    '2017年一季度 行政处罚',
    '2017年二季度 投诉举报',
  ]);
  expect(prefectures.texts('海南藏族自治州', prefectures.columns.slice(1))).toEqual([
    '✓ 按时',
    '✕ 未报',
    '▲ 迟报 4 个工作日 · 2 个版本',
    '✕ 未报',
    '✕ 未报',
    '✓ 按时 零申报',
    '○ 未到期',
    '○ 未到期',
  ]);
  const left = prefectures.texts('西宁市', prefectures.columns.slice(1));
  expect(left).toEqual([...Array(6).fill('✕ 未报'), '○ 未到期', '○ 未到期']);
  const departments = tableOf(html, '2017年部门报送登记');
  expect(departments.cell('工商', '2017年一季度 行政处罚').text).toBe('？ 日期不明');
  expect(departments.cell('质监', '2017年一季度 行政处罚').text).toBe('✕ 未报');
});

test.each<[string, object, boolean]>([
  ['before anything was read', { revision: 0 }, true],
  ['while some of it is read', { loading: { done: 0, total: 1 } }, true],
  ['once it was read', {}, false],
  ['of the sample', { revision: 0, kind: 'sample' }, false],
])('says %s what is not proven yet', async (_, state, isSaid) => {
  const html = await renderAt(AT, <RegisterPanel />, { submissions, ...state });
  expect(html.includes('还没有核实')).toBe(isSaid);
});

test('the counts of all states add up to what is expected', async () => {
  const html = await renderAt(AT, <RegisterPanel />, { submissions });
  const counts = [...html.matchAll(/<\/span> ([^<> ]+) (\d+) 份<\/button>/g)].map(([, name, n]) => [name, Number(n)]);
  // 8 prefectures and 8 departments, 4 quarters, 2 ledgers; the last quarter is not due.
  expect(Object.fromEntries(counts)).toMatchObject({ 按时: 2, 迟报: 1, 未报: 92, 未到期: 32 });
  expect(counts.reduce((sum, [, n]) => sum + (n as number), 0)).toBe(128);
});
