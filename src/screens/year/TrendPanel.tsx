import { Select } from 'antd';
import { useMemo } from 'react';
import type { Area } from '../../assessment/assess';
import { ChartPanel, trendOption } from '../../charts';
import type { Tabulation } from '../../domain/cells';
import { countText } from '../../domain/display';
import { type IndicatorId, shownAt } from '../../domain/indicators';
import { leadIndicator } from '../../domain/lead';
import { useOffice, useView, useWords } from '../../ui/data';
import { useScreenSearch, useSetSearch } from '../../ui/navigation';
import { quartersTotal, trendOf } from '../../ui/quarterRows';

/** The whole by quarter, over the whole year of the view. Quarters without a case stay open. */
export function TrendPanel({ table }: { table: Tabulation }) {
  const office = useOffice();
  const { profile, catalogue } = office;
  const first = leadIndicator(office, 'province');
  const view = useView();
  const { trend } = useScreenSearch('year');
  const setSearch = useSetSearch('year');
  const shown = catalogue.listed(trend) ?? first;
  const { province } = profile.regions;
  const { whole } = useWords();
  const area = useMemo<Area>(() => ({ level: 'province', id: province.code, name: whole }), [province, whole]);
  const chart = useMemo(
    () => trendOption(trendOf(catalogue, table, [area], shown, view.year)),
    [table, area, shown, view.year, catalogue],
  );
  const n = quartersTotal(table, area, shown, view.year);
  return (
    <ChartPanel
      title={`${whole}${shown.name}各季度怎样变化？`}
      subject={{ unit: whole, period: `${view.year}年`, asOf: view.asOf }}
      note={`全年 n=${countText(n)}，按${shown.words.period}归季`}
      chart={chart}
      controls={
        <Select
          size="small"
          aria-label="趋势图指标"
          className="kp-trend-select"
          popupMatchSelectWidth={false}
          value={shown.id}
          onChange={(id: IndicatorId) => setSearch({ trend: id === first.id ? undefined : id })}
          options={catalogue.indicators
            .filter((i) => shownAt(i, 'province'))
            .map((i) => ({ value: i.id, label: i.name }))}
        />
      }
    />
  );
}
