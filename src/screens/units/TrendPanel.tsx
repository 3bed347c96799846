import { Select } from 'antd';
import { useMemo } from 'react';
import type { Area } from '../../assessment/assess';
import { ChartPanel, trendOption } from '../../charts';
import type { Tabulation } from '../../domain/cells';
import { countText } from '../../domain/display';
import { type IndicatorId, shownAt } from '../../domain/indicators';
import { measureOf } from '../../domain/measures';
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
    // The whole of a sum is no measure of one of its parts: the parts would lie flat at the bottom.
    const beside = measureOf(shown).addsUp || !shownAt(shown, 'province') ? [] : [province];
    return trendOption(trendOf(catalogue, table, [area, ...beside], shown, view.year));
  }, [area, table, shown, view.year, regions, words, catalogue]);
  return (
    <ChartPanel
      title={`${shown.name}各季度怎样变化？`}
      subject={{ unit: area.name, period: `${view.year}年`, asOf: view.asOf }}
      note={`${measureOf(shown).addsUp ? '' : `与${words.whole}比较，`}${area.name}全年 n=${countText(n)}，按${shown.words.period}归季`}
      chart={chart}
      controls={
        <Select
          size="small"
          aria-label="趋势图指标"
          popupMatchSelectWidth={false}
          value={chosen}
          onChange={onChoose}
          options={catalogue.indicators
            .filter((i) => shownAt(i, area.level))
            .map((i) => ({ value: i.id, label: i.name }))}
        />
      }
    />
  );
}
