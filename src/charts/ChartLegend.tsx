import { type LegendEntry, SWATCH_HEIGHT, SWATCH_WIDTH } from './legend';

const source = (swatch: string): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="${SWATCH_WIDTH}" height="${SWATCH_HEIGHT}">${swatch}</svg>`)}`;

/** What the signs and colours of a chart mean. */
export function ChartLegend({ entries }: { entries: readonly LegendEntry[] }) {
  return (
    <ul className="kp-chart-legend" aria-label="图例">
      {entries.map(({ swatch, words }) => (
        <li key={words}>
          <img src={source(swatch)} width={SWATCH_WIDTH} height={SWATCH_HEIGHT} alt="" />
          {words}
        </li>
      ))}
    </ul>
  );
}
