import { useMemo } from 'react';
import { ChartPanel, trendOption } from '../../charts';
import type { Tabulation } from '../../domain/cells';
import { useOffice, useView, useWords } from '../../ui/data';
import { trendOf } from '../../ui/quarterRows';
import { useShown } from './useShown';

/** The indicator of the province in each quarter of the view's year. */
export function QuarterPanel({ table }: { table: Tabulation }) {
  const { catalogue } = useOffice();
  const { province } = useOffice().regions;
  const { whole } = useWords();
  const view = useView();
  const { indicator } = useShown();
  const chart = useMemo(() => {
    const area = { level: 'province', id: province.code, name: whole } as const;
    return trendOption(trendOf(catalogue, table, [area], indicator, view.year));
  }, [table, province, indicator, view.year, whole, catalogue]);
  return (
    <ChartPanel
      title={`${whole}${indicator.name}各季度怎样变化？`}
      subject={{ unit: whole, period: `${view.year}年`, asOf: view.asOf }}
      note={`按${indicator.words.period}归季`}
      chart={chart}
    />
  );
}
