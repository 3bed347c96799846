import { describe, expect, test } from 'vitest';
import { assessment, office, table } from '../../../tests/support/totals';
import { table as cells, assessment as whole } from '../../ui/testing/assessedUnits';
import { renderAt } from '../../ui/testing/renderAt';
import { tableOf } from '../../ui/testing/tableOf';
import { ComparePanel } from './ComparePanel';

const compared = (id: string) =>
  renderAt(`/indicators?period=2016H1&id=${id}`, <ComparePanel assessment={assessment} table={table} />, {}, office);

describe('a rate', () => {
  test('stands with its interval and n, the whole last', async () => {
    const html = await renderAt(
      '/indicators?period=2017H1&id=closure_on_time',
      <ComparePanel assessment={whole} table={cells} />,
    );
    const areas = tableOf(html, '各市州按期办结率谁高谁低，差别是不是偶然？');
    expect(areas.columns).toEqual(['地区', '指标值', '95% 区间（Wilson）', 'n']);
    expect(areas.texts('西宁市', ['指标值', '95% 区间（Wilson）', 'n'])).toEqual(['90.00%', '59.58%–98.21%', '10']);
    expect(areas.texts('海东市', ['指标值', 'n'])).toEqual(['无案件', '0']);
    expect(areas.lines.at(-1)).toEqual(['全省', '79.41%', '—', '—']);
    expect(html).toContain('其中省本级 n=6 不在图中');
  });

  test('is held against its target, with who says so', async () => {
    const html = await compared('disclosure_on_time');
    const areas = tableOf(html, '各区、管委会公示及时率谁高谁低，差别是不是偶然？');
    expect(areas.lines.slice(-2)).toEqual([
      ['全市', '80.00%', '—', '—'],
      ['目标 95.00%', '95.00%', '—', '—'],
    ]);
    expect(html).toContain('目标值依据：办字〔2017〕33号');
  });
});

describe('a total', () => {
  test('of who has not reported is no zero, and that of who has nothing is one', async () => {
    const areas = tableOf(await compared('fine_total'), '各区、管委会罚没款谁多谁少？');
    expect(areas.columns).toEqual(['地区', '合计（元）', 'n']);
    expect(areas.texts('思明区', ['合计（元）', 'n'])).toEqual(['12,345,678.90', '12']);
    expect(areas.texts('海沧区', ['合计（元）'])).toEqual(['0.00']);
    expect(areas.texts('湖里区', ['合计（元）', 'n'])).toEqual(['未报送', '—']);
  });

  test('has no line of the whole: each is a part of it', async () => {
    const html = await compared('fine_total');
    expect(html).toContain('全市为各地相加，不作参照');
    // What its line would be called in the legend.
    expect(html).not.toContain('全市 12,345,678.90');
  });
});
