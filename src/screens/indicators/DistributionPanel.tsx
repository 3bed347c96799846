import { useMemo } from 'react';
import { figure } from '../../assessment/assess';
import { ChartPanel, type HistogramInput, histogramOption } from '../../charts';
import type { Tabulation } from '../../domain/cells';
import { countText } from '../../domain/display';
import { useOffice, useView, useWords } from '../../ui/data';
import { useShown } from './useShown';

/** How many cases of the whole have which value. */
export function DistributionPanel({ table, measure }: { table: Tabulation; measure: HistogramInput['measure'] }) {
  const { catalogue, regions } = useOffice();
  const { province } = regions;
  const { whole } = useWords();
  const view = useView();
  const { indicator } = useShown();
  const { chart, n } = useMemo(() => {
    const area = { level: 'province', id: province.code, name: province.name } as const;
    const counts = table.counts('province', province.code, indicator.id, view.quarters);
    const { median, p90, denominator, undated } = figure(indicator, area, view.period, counts);
    const histogram = counts.histogram ?? new Map<number, number>();
    return {
      n: denominator,
      chart: histogramOption({
        measure,
        unit: catalogue.countUnit(indicator),
        histogram,
        median,
        p90,
        undated,
        area: whole,
        description: `${whole}${view.name}${measure.distribution.name}的分布`,
      }),
    };
  }, [table, province, indicator, view, whole, measure, catalogue]);
  return (
    <ChartPanel
      title={measure.distribution.asked}
      subject={{ unit: whole, period: view.name, asOf: view.asOf }}
      note={`${indicator.words.denominator}，n=${countText(n)}；${measure.distribution.note}`}
      chart={chart}
    />
  );
}
