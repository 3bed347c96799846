import { useMemo } from 'react';
import type { Assessment } from '../../assessment/assess';
import { ChartPanel, tileMapOption } from '../../charts';
import { countText, noneText } from '../../domain/display';
import type { CaseIndicator } from '../../domain/indicators';
import { measureOf } from '../../domain/measures';
import { valueColumn } from '../../domain/measures/texts';
import { figureOf, useOffice, useView } from '../../ui/data';
import { useSetSearch } from '../../ui/navigation';
import { tilesOf } from './tiles';
import { useChosen } from './useChosen';

/** The smallest areas as tiles, coloured by the indicator, the chosen zone outlined. A click opens one. */
export function MapPanel({ assessment, indicator }: { assessment: Assessment; indicator: CaseIndicator }) {
  const office = useOffice();
  const { whole, smallest } = office.words;
  const view = useView();
  const { zone } = useChosen();
  const setSearch = useSetSearch('zones');
  const chart = useMemo(
    () =>
      tileMapOption({
        measure: measureOf(indicator),
        none: noneText(indicator),
        tiles: tilesOf(assessment, office, indicator.id, zone),
        outline: zone?.name ?? null,
        areas: smallest,
        description: `${view.name}各${smallest}${indicator.name}示意图${zone ? `，勾出${zone.name}` : ''}`,
        unit: office.catalogue.countUnit(indicator),
      }),
    [assessment, office, indicator, zone, smallest, view.name],
  );
  const { denominator } = figureOf(assessment, 'province', office.regions.province.code, indicator.id);
  return (
    <ChartPanel
      title={
        zone
          ? `${zone.name}的${smallest}在${indicator.name}上处在什么位置？`
          : `各${smallest}的${indicator.name}是多少？`
      }
      subject={{ unit: whole, period: view.name, asOf: view.asOf }}
      note={`方格为${smallest}的示意位置，非地图${measureOf(indicator).words.unit && `；数字为${valueColumn(measureOf(indicator))}`}；${whole} n=${countText(denominator)}`}
      hint={`点方格看该${smallest}`}
      chart={chart}
      onOpen={(county) => setSearch({ county })}
    />
  );
}
