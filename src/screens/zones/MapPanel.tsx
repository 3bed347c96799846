import { useMemo } from 'react';
import type { Assessment } from '../../assessment/assess';
import { ChartPanel, tileMapOption } from '../../charts';
import { countText } from '../../domain/display';
import { measureOf } from '../../domain/measures';
import { valueColumn } from '../../domain/measures/texts';
import { figureOf, useOffice, useView } from '../../ui/data';
import { useSetSearch } from '../../ui/navigation';
import { tilesOf } from './tiles';
import { useChosen } from './useChosen';

/** The counties as tiles, coloured by the indicator, the chosen zone outlined. A click opens the county. */
export function MapPanel({ assessment }: { assessment: Assessment }) {
  const { profile, catalogue } = useOffice();
  const view = useView();
  const { indicator, zone } = useChosen();
  const setSearch = useSetSearch('zones');
  const chart = useMemo(
    () =>
      zone &&
      tileMapOption({
        measure: measureOf(indicator),
        tiles: tilesOf(assessment, profile, indicator.id, zone),
        outline: zone.name,
        description: `${view.name}各县区${indicator.name}示意图，勾出${zone.name}`,
        unit: catalogue.countUnit(indicator),
      }),
    [assessment, profile, indicator, zone, view.name, catalogue.countUnit],
  );
  if (!zone || !chart) return null;
  const { denominator } = figureOf(assessment, 'province', profile.regions.province.code, indicator.id);
  return (
    <ChartPanel
      title={`${zone.name}的县区在${indicator.name}上处在什么位置？`}
      subject={{ unit: '全省', period: view.name, asOf: view.asOf }}
      note={`方格为县区的示意位置，非地图${measureOf(indicator).words.unit && `；数字为${valueColumn(measureOf(indicator))}`}；全省 n=${countText(denominator)}`}
      hint="点方格看该县区"
      chart={chart}
      onOpen={(county) => setSearch({ county })}
    />
  );
}
