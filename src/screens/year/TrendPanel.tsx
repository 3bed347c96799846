import { Select } from 'antd';
import { useMemo } from 'react';
import { figure } from '../../assessment/assess';
import { ChartPanel, trendOption } from '../../charts';
import type { Tabulation } from '../../domain/cells';
import { countText, noneText } from '../../domain/display';
import { INDICATORS, type IndicatorId, indicator } from '../../domain/indicators';
import { periodShortName, quarterPeriod, quartersOf } from '../../domain/period';
import { useOffice, useView } from '../../ui/data';
import { useScreenSearch, useSetSearch } from '../../ui/navigation';

const DEFAULT: IndicatorId = 'closure_on_time';

/** 全省 by quarter, over the whole year of the view. Quarters without a case stay open. */
export function TrendPanel({ table }: { table: Tabulation }) {
  const { profile } = useOffice();
  const view = useView();
  const { trend = DEFAULT } = useScreenSearch('year');
  const setSearch = useSetSearch('year');
  const shown = indicator(trend);
  const { province } = profile.regions;
  const { chart, n } = useMemo(() => {
    const quarters = quartersOf(`${view.year}`);
    const area = { level: 'province', id: province.code, name: province.name } as const;
    const of = (qs: number[]) =>
      figure(shown, area, `${view.year}`, table.counts('province', province.code, shown.id, qs));
    return {
      n: of(quarters).denominator,
      chart: trendOption({
        kind: shown.kind,
        none: noneText(shown.id),
        periods: quarters.map((q) => periodShortName(quarterPeriod(q))),
        series: [
          {
            name: '全省',
            points: quarters.map((q) => {
              const value = of([q]);
              return { value: value.value, n: value.denominator };
            }),
          },
        ],
        description: `全省${view.year}年各季度${shown.name}`,
      }),
    };
  }, [shown, table, view.year, province]);
  return (
    <ChartPanel
      title={`全省${shown.name}各季度怎样变化？`}
      note={`${view.year}年，n=${countText(n)}，按${shown.words.period}归季；数据截止日 ${view.asOf}`}
      chart={chart}
      controls={
        <Select
          size="small"
          aria-label="趋势图指标"
          className="kp-trend-select"
          popupMatchSelectWidth={false}
          value={trend}
          onChange={(id: IndicatorId) => setSearch({ trend: id === DEFAULT ? undefined : id })}
          options={INDICATORS.map((i) => ({ value: i.id, label: i.name }))}
        />
      }
    />
  );
}
