import { useMemo } from 'react';
import { ChartPanel, trendOption } from '../../charts';
import type { Tabulation } from '../../domain/cells';
import { noneText } from '../../domain/display';
import { periodShortName } from '../../domain/period';
import { useOffice, useView } from '../../ui/data';
import { quarterFigures } from './quarters';
import { useShown } from './useShown';

/** The indicator of the province in each quarter of the view's year. */
export function QuarterPanel({ table }: { table: Tabulation }) {
  const { province } = useOffice().profile.regions;
  const view = useView();
  const { indicator } = useShown();
  const chart = useMemo(() => {
    const area = { level: 'province', id: province.code, name: province.name } as const;
    const quarters = quarterFigures(table, area, indicator, view.year);
    return trendOption({
      kind: indicator.kind,
      none: noneText(indicator.id),
      periods: quarters.map((q) => periodShortName(q.period)),
      series: [{ name: '全省', points: quarters.map((q) => ({ value: q.value, n: q.denominator })) }],
      description: `全省${view.year}年各季度${indicator.name}`,
    });
  }, [table, province, indicator, view.year]);
  return (
    <ChartPanel
      title={`全省${indicator.name}各季度怎样变化？`}
      note={`${view.year}年，按${indicator.words.period}归季，各季 n 见数据表；数据截止日 ${view.asOf}`}
      chart={chart}
    />
  );
}
