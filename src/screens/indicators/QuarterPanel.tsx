import { useMemo } from 'react';
import { ChartPanel, trendOption } from '../../charts';
import type { Tabulation } from '../../domain/cells';
import { useOffice, useView } from '../../ui/data';
import { trendOf } from '../../ui/quarterRows';
import { useShown } from './useShown';

/** The indicator of the province in each quarter of the view's year. */
export function QuarterPanel({ table }: { table: Tabulation }) {
  const { catalogue } = useOffice();
  const { province } = useOffice().profile.regions;
  const view = useView();
  const { indicator } = useShown();
  const chart = useMemo(() => {
    const area = { level: 'province', id: province.code, name: '全省' } as const;
    return trendOption(trendOf(catalogue, table, [area], indicator, view.year));
  }, [table, province, indicator, view.year, catalogue]);
  return (
    <ChartPanel
      title={`全省${indicator.name}各季度怎样变化？`}
      subject={{ unit: '全省', period: `${view.year}年`, asOf: view.asOf }}
      note={`按${indicator.words.period}归季`}
      chart={chart}
    />
  );
}
