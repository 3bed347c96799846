import { Select } from 'antd';
import { useMemo } from 'react';
import type { Area } from '../../assessment/assess';
import { ChartPanel, trendOption } from '../../charts';
import type { Tabulation } from '../../domain/cells';
import { countText } from '../../domain/display';
import type { IndicatorId } from '../../domain/indicators';
import { useOffice, useView } from '../../ui/data';
import { quartersTotal, trendOf } from '../../ui/quarterRows';

export interface TrendPanelProps {
  area: Area;
  table: Tabulation;
  chosen: IndicatorId;
  onChoose: (indicator: IndicatorId) => void;
}

/** The chosen indicator of one unit by quarter, beside the province. */
export function TrendPanel({ area, table, chosen, onChoose }: TrendPanelProps) {
  const { regions, words, catalogue } = useOffice();
  const view = useView();
  const shown = catalogue.indicator(chosen);
  const n = quartersTotal(table, area, shown, view.year);
  const chart = useMemo(() => {
    const province: Area = { level: 'province', id: regions.province.code, name: words.whole };
    return trendOption(trendOf(catalogue, table, [area, province], shown, view.year));
  }, [area, table, shown, view.year, regions, words, catalogue]);
  return (
    <ChartPanel
      title={`${shown.name}各季度怎样变化？`}
      subject={{ unit: area.name, period: `${view.year}年`, asOf: view.asOf }}
      note={`与${words.whole}比较，${area.name}全年 n=${countText(n)}，按${shown.words.period}归季`}
      chart={chart}
      controls={
        <Select
          size="small"
          aria-label="趋势图指标"
          popupMatchSelectWidth={false}
          value={chosen}
          onChange={onChoose}
          options={catalogue.indicators.map((i) => ({ value: i.id, label: i.name }))}
        />
      }
    />
  );
}
