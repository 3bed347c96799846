import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { catalogueFiles } from '../../tests/support/catalogue';
import { profileFiles } from '../../tests/support/profile';
import { submissionOf } from '../../tests/support/submission';
import { readCatalogue } from '../domain/catalogue/readCatalogue';
import { officeOf } from '../domain/office';
import { quartersOf } from '../domain/period';
import { readProfile } from '../domain/readProfile';
import { CommonQuestions } from '../screens/cases/CommonQuestions';
import IndicatorsScreen from '../screens/indicators/IndicatorsScreen';
import { RegisterPanel } from '../screens/submissions/RegisterPanel';
import { UnitsScreen } from '../screens/units/UnitsScreen';
import YearScreen from '../screens/year/YearScreen';
import ZonesScreen from '../screens/zones/ZonesScreen';
import { renderAt } from '../ui/testing/renderAt';
import { tableOf } from '../ui/testing/tableOf';

/** The office of the tests, as if it kept the penalties alone. */
const office = (() => {
  const shipped = catalogueFiles();
  const indicators = [
    ...readCatalogue(shipped)
      .countedOf('penalties')
      .map((i) => i.id),
    'submission_on_time',
  ];
  const choice = { ledgers: ['penalties'], indicators };
  const catalogue = readCatalogue(shipped, { choice, own: { ledgers: {}, indicators: {} } });
  const files = profileFiles();
  const { profile, deadlines, scheme } = files;
  profile.reporting = profile.reporting.filter((r: { ledger: string }) => r.ledger === 'penalties');
  deadlines.rules = deadlines.rules.filter(
    (r: { step: string; ledger?: string }) =>
      catalogue.steps.includes(r.step) && (r.ledger ?? 'penalties') === 'penalties',
  );
  for (const [group, items] of Object.entries<{ indicator: string; weight: number }[]>(scheme.groups)) {
    const [first, ...rest] = items.filter((i) => indicators.includes(i.indicator));
    const weight = scheme.full - rest.reduce((sum, i) => sum + i.weight, 0);
    scheme.groups[group] = [{ ...first, weight }, ...rest];
  }
  return officeOf(readProfile(catalogue, files), catalogue);
})();

const [quarter] = quartersOf('2017Q1') as [number];
const at = { quarter, place: '630102', department: 'aic', numerator: 7, denominator: 10 };
const cells = { cells: [{ indicator: 'disclosure_rate', ...at }], durations: [], undated: [] };

const screenAt = (address: string, screen: ReactNode) =>
  renderAt(address, screen, { submissions: [submissionOf({ ledger: 'penalties' })], cells }, office);

describe('an office without the ledgers that another keeps', () => {
  it('sees in the year what its own indicators ask for', async () => {
    const html = await screenAt('/year?period=2017Q1', <YearScreen />);
    const attention = tableOf(html, '到 2017-04-10 各单位需要关注的事项');
    expect(attention.columns).toEqual(['范围', '应公示未公示（件）', '未报送（份）', '迟报（份）']);
    expect(attention.texts('全省', ['应公示未公示（件）'])).toEqual(['3']);
    expect(html).toContain('全省处罚信息公示率各季度怎样变化？');
  });

  it('ranks its units by them, and shows each', async () => {
    const list = await screenAt('/prefectures?period=2017Q1', <UnitsScreen groupId="prefectures" />);
    expect(list).not.toContain('超期未办结');
    expect(tableOf(list, '2017年第一季度市州排名', '市州').texts('西宁市', ['处罚信息公示率'])).toEqual([
      '70.00% 7/10',
    ]);
    const unit = await screenAt('/prefectures?period=2017Q1&id=630100', <UnitsScreen groupId="prefectures" />);
    expect(unit).not.toContain('超期未办结');
    expect(unit).toContain('处罚信息公示率');
  });

  it.each([
    ['indicators', <IndicatorsScreen key="i" />, '指标：处罚信息公示率'],
    ['zones', <ZonesScreen key="z" />, '处罚信息公示率'],
    ['cases', <CommonQuestions key="c" />, '应公示未公示'],
    ['submissions?tab=register', <RegisterPanel key="s" />, '行政处罚'],
  ])('reads %s', async (address, screen, says) => {
    const html = await screenAt(`/${address}${address.includes('?') ? '&' : '?'}period=2017Q1`, screen);
    expect(html).toContain(says);
    expect(html).not.toMatch(/超期未办结|投诉举报/);
  });
});
