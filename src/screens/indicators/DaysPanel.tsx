import { useMemo } from 'react';
import { figure } from '../../assessment/assess';
import { ChartPanel, histogramOption } from '../../charts';
import type { Tabulation } from '../../domain/cells';
import { countText } from '../../domain/display';
import { useOffice, useView, useWords } from '../../ui/data';
import { useShown } from './useShown';

/** How many cases of the province took how many working days. */
export function DaysPanel({ table }: { table: Tabulation }) {
  const { province } = useOffice().regions;
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
        histogram,
        median,
        p90,
        undated,
        area: whole,
        description: `${whole}${view.name}办理工作日的分布`,
      }),
    };
  }, [table, province, indicator, view, whole]);
  return (
    <ChartPanel
      title="案件多少个工作日办结？"
      subject={{ unit: whole, period: view.name, asOf: view.asOf }}
      note={`期内办结的案件，n=${countText(n)}；首日不计`}
      chart={chart}
    />
  );
}
