import { expect, test } from 'vitest';
import { office as city, submissions, table as totals } from '../../../tests/support/totals';
import { quartersOf } from '../../domain/period';
import { register } from '../../domain/register';
import { HAINAN, office, table, XINING } from '../../ui/testing/assessedUnits';
import { renderAt } from '../../ui/testing/renderAt';
import { tableOf } from '../../ui/testing/tableOf';
import { AttentionPanel } from './AttentionPanel';
import { attentionRows } from './attention';

const NAME = '到 2017-07-10 各单位需要关注的事项';

test('each unit has its cases with their rows behind them, and what it did not report; all add up to the whole', async () => {
  const rows = attentionRows(office, table, register(office, [], 2017, '2017-07-10'), quartersOf('2017H1'));
  const attention = tableOf(await renderAt('/year?period=2017H1', <AttentionPanel rows={rows} />), NAME);
  const column = (of: string) => attention.rows.map((row) => Number(attention.texts(row, [of])[0]?.split(' ')[0]) || 0);
  expect(attention.texts('全省', ['超期未办结（件）'])).toEqual(['3']);
  expect(attention.texts('海南藏族自治州', ['超期未办结（件）'])).toEqual(['3']);
  for (const of of ['超期未办结（件）', '未报送（份）']) {
    const [whole, ...parts] = column(of);
    expect(whole).toBeGreaterThan(0);
    expect(parts.reduce((sum, n) => sum + n, 0)).toBe(whole);
  }
  expect(attention.cell('海南藏族自治州', '超期未办结（件）').link).toContain(
    `side=numerator&level=prefecture&id=${HAINAN}`,
  );
  expect(attention.cell('西宁市', '未报送（份）').link).toContain(`unit=${XINING}`);
  // 省本级 submits nothing, and the departments together have no cases of their own.
  expect(attention.texts('省本级', ['未报送（份）', '迟报（份）'])).toEqual(['—', '—']);
});

test('who has never reported has no zero', async () => {
  const rows = attentionRows(city, totals, register(city, submissions, 2016, '2016-07-10'), quartersOf('2016H1'));
  const html = await renderAt('/year?period=2016H1', <AttentionPanel rows={rows} />, {}, city);
  const attention = tableOf(html, '到 2016-07-10 各单位需要关注的事项');
  const [of] = attention.columns.filter((c) => c.startsWith('应公示未公示')) as [string];
  expect(attention.texts('海沧区', [of])).toEqual(['0']);
  expect(attention.texts('湖里区', [of])).toEqual(['未报送']);
});
