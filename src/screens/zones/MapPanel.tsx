import { useMemo } from 'react';
import type { Assessment } from '../../assessment/assess';
import { ChartPanel, tileBounds, tileLegend, tileMapOption } from '../../charts';
import { countText } from '../../domain/display';
import { figureOf, useOffice, useView } from '../../ui/data';
import { useSetSearch } from '../../ui/navigation';
import { tilesOf } from './tiles';
import { useChosen } from './useChosen';

/** The counties as tiles, coloured by the indicator, the chosen zone outlined. A click opens the county. */
export function MapPanel({ assessment }: { assessment: Assessment }) {
  const { profile } = useOffice();
  const view = useView();
  const { indicator, zone } = useChosen();
  const setSearch = useSetSearch('zones');
  const drawn = useMemo(() => {
    if (!zone) return null;
    const tiles = tilesOf(assessment, profile, indicator.id, zone);
    const bounds = tileBounds(tiles.map((t) => t.value));
    return {
      legend: tileLegend(indicator.kind, bounds),
      chart: tileMapOption({
        kind: indicator.kind,
        tiles,
        bounds,
        description: `${view.name}各县区${indicator.name}示意图，勾出${zone.name}`,
      }),
    };
  }, [assessment, profile, indicator, zone, view.name]);
  if (!zone || !drawn) return null;
  const { denominator } = figureOf(assessment, 'province', profile.regions.province.code, indicator.id);
  return (
    <ChartPanel
      title={`${zone.name}的县区在${indicator.name}上处在什么位置？`}
      note={`粗框为${zone.name}；方格为县区的示意位置，非地图；全省 n=${countText(denominator)}；截止 ${view.asOf}；点方格看该县区`}
      chart={drawn.chart}
      onOpen={(county) => setSearch({ county })}
    >
      <ul className="kp-tile-legend" aria-label="图例">
        {drawn.legend.map(({ color, words }) => (
          <li key={words}>
            <span style={{ background: color }} aria-hidden="true" />
            {words}
          </li>
        ))}
      </ul>
    </ChartPanel>
  );
}
