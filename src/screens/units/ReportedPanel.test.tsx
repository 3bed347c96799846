import { expect, test } from 'vitest';
import { submissionOf } from '../../../tests/support/submission';
import { PREFECTURES } from '../../../tests/support/unitViews';
import { assessment, HAINAN } from '../../ui/testing/assessedUnits';
import { renderAt } from '../../ui/testing/renderAt';
import { tableOf } from '../../ui/testing/tableOf';
import { ReportedPanel } from './ReportedPanel';

const submissions = [
  submissionOf({ id: 1, unit: HAINAN, rowsRead: 10, rowsRejected: 3 }),
  submissionOf({ id: 2, unit: HAINAN, period: '2017Q2', receivedOn: '2017-07-14', rowsRead: 77 }),
  submissionOf({
    id: 3,
    unit: HAINAN,
    period: '2017Q2',
    version: 2,
    receivedOn: '2017-08-01',
    rowsRead: 1234,
    rowsRejected: 0,
  }),
  submissionOf({ id: 4, unit: HAINAN, period: '2017Q3', receivedOn: '2017-10-10', rowsRead: 0, rowsRejected: 0 }),
];

test('every expected ledger of the year has its state, where it counts and its rows', async () => {
  const unit = { group: PREFECTURES, id: HAINAN, name: '海南州' };
  const html = await renderAt(
    '/prefectures?period=2017H1&asOf=2017-10-31',
    <ReportedPanel unit={unit} assessment={assessment} />,
    { submissions },
  );
  expect(html).toContain('海南州 报送及时率 1/2 份');
  const register = tableOf(html, '海南州2017年报送情况');
  expect(register.columns).toEqual(['报送期', '台账', '期限，计入', '首次收到', '状态', '版本', '读取行', '搁置行']);
  expect(register.lines).toEqual([
    ['一季度', '投诉举报台账', '2017-04-10 计入二季度', '2017-04-05', '按时', '1', '10', '3'],
    ['一季度', '行政处罚案件台账', '2017-04-10 计入二季度', '—', '未报送', '—', '—', '—'],
    // Late by its first version, with the rows of its last. Mondays to Fridays: the 10th is a Monday, the 14th a Friday.
    ['二季度', '投诉举报台账', '2017-07-10 计入三季度，不在本期', '2017-07-14', '迟报 4 个工作日', '2', '1,234', '0'],
    ['二季度', '行政处罚案件台账', '2017-07-10 计入三季度，不在本期', '—', '未报送', '—', '—', '—'],
    ['三季度', '投诉举报台账', '2017-10-10 计入四季度，不在本期', '2017-10-10', '按时 · 零申报', '1', '0', '0'],
    ['三季度', '行政处罚案件台账', '2017-10-10 计入四季度，不在本期', '—', '未报送', '—', '—', '—'],
    ['四季度', '投诉举报台账', '2018-01-10 不计', '—', '未到期', '—', '—', '—'],
    ['四季度', '行政处罚案件台账', '2018-01-10 不计', '—', '未到期', '—', '—', '—'],
  ]);
  expect(html).toContain('aria-label="搁置 3 行，查看问题"');
});
