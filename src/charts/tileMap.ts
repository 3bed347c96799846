import { blankWord, NO_CASE, type Untold, whyUntold } from '../domain/display';
import type { CountUnit } from '../domain/indicators';
import type { Measure } from '../domain/measures';
import { valueColumn } from '../domain/measures/texts';
import { baseOption, type Chart } from './base';
import { boxSwatch, type LegendEntry, PARTLY_LEGEND, PARTLY_SIGN } from './legend';
import { FONT, INK, INK_2, inkOn, NONE, NONE_HATCH, SEQUENTIAL, UNREPORTED } from './palette';
import { countCell, figureLines, leftOut, type Plotted, plainValue, reportedColumn } from './words';

/** One county's (district's) tile, with its place in the grid and its figure. */
export interface Tile extends Plotted {
  code: string;
  name: string;
  /** Name on the tile: 城东, 化隆. */
  short: string;
  row: number;
  column: number;
  /** Lies in the outlined zone. */
  outlined: boolean;
}

export interface TileMapInput {
  measure: Measure;
  /** What stands for 0/0, where not 无案件: see `noneText`. */
  none?: string;
  tiles: readonly Tile[];
  /** Name of the zone that is outlined; null where none is. */
  outline: string | null;
  /** What the tiles are: 县区. */
  areas: string;
  description: string;
  unit?: CountUnit;
}

/**
 * Bounds of the colour steps for the values at hand: quantiles of the distinct values as printed, so that differences show,
 * and colour, number and legend of a tile agree.
 */
export function tileBounds(
  { printed }: Measure,
  values: readonly (number | null)[],
  steps: number = SEQUENTIAL.length,
): number[] {
  const known = values.filter((v): v is number => v !== null);
  const sorted = [...new Set(known.map(printed))].sort((a, b) => a - b);
  if (sorted.length <= 1) return [];
  const bounds = Array.from(
    { length: steps - 1 },
    (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / steps)] as number,
  );
  return [...new Set(bounds)].filter((b) => b > (sorted[0] as number));
}

/** Colour step of a value as it is printed: 0 below the first bound. */
export const tileStep = ({ printed }: Measure, value: number, bounds: readonly number[]): number =>
  bounds.filter((b) => printed(value) >= b).length;

/** The steps with their colours and words. @param only a value, which is that of all where there are no bounds; absent: there is none */
function stepLegend({ brief }: Measure, bounds: readonly number[], only: number | undefined): LegendEntry[] {
  if (only === undefined) return [];
  const entry = (step: number, words: string) => ({ swatch: boxSwatch(SEQUENTIAL[step] as string), words });
  const last = bounds.at(-1);
  return [
    ...bounds.map((b, i) =>
      entry(i, i === 0 ? `低于 ${brief(b)}` : `${brief(bounds[i - 1] as number)} 至低于 ${brief(b)}`),
    ),
    entry(bounds.length, last === undefined ? brief(only) : `${brief(last)} 及以上`),
  ];
}

const SIZE = 54;

/** The counties as a grid of tiles: a scheme of where they lie, with no borders. Click opens the county. */
export function tileMapOption(input: TileMapInput): Chart {
  const { measure, none = NO_CASE, tiles, outline, areas, description, unit = '件' } = input;
  const bounds = tileBounds(
    measure,
    tiles.map((t) => t.value),
  );
  const reported = reportedColumn(tiles);
  const rows = 1 + Math.max(0, ...tiles.map((t) => t.row));
  const columns = 1 + Math.max(0, ...tiles.map((t) => t.column));
  return {
    height: rows * SIZE + 16,
    targets: tiles.map((t) => t.code),
    legend: [
      ...stepLegend(measure, bounds, tiles.find((t) => t.value !== null)?.value ?? undefined),
      { swatch: boxSwatch(NONE, { hatch: NONE_HATCH }), words: none },
      ...WITHOUT_FILE.filter((why) => tiles.some((t) => t[why])).map((why) => ({
        swatch: boxSwatch('#fff', { dashed: true }),
        words: blankWord({ [why]: true }, none),
      })),
      ...(tiles.some((t) => t.partly) ? [PARTLY_LEGEND] : []),
      ...(outline === null ? [] : [{ swatch: boxSwatch('#fff', { outline: true }), words: `粗框：${outline}` }]),
    ],
    leftOut: leftOut(tiles.map((t) => ({ ...t, unit }))),
    option: {
      ...baseOption(description),
      grid: { left: 4, right: 4, top: 8, bottom: 8 },
      xAxis: { type: 'value', min: 0, max: columns, show: false },
      yAxis: { type: 'value', min: 0, max: rows, inverse: true, show: false },
      tooltip: {
        ...baseOption(description).tooltip,
        trigger: 'item',
        formatter: (p) => {
          const t = tiles[(Array.isArray(p) ? p[0] : p)?.dataIndex ?? 0];
          return t ? [t.name, ...figureLines(measure, t, unit, none)].join('\n') : '';
        },
      },
      series: [
        {
          type: 'custom',
          name: areas,
          data: tiles.map((t) => [t.column, t.row]),
          renderItem: (params, api) => {
            const tile = tiles[params.dataIndex] as Tile;
            const [left, top] = api.coord([tile.column, tile.row]) as [number, number];
            const [width, height] = (api.size?.([1, 1]) ?? [0, 0]) as [number, number];
            const gap = 2;
            const box = { x: left + gap, y: top + gap, width: width - 2 * gap, height: height - 2 * gap };
            const step = tile.value === null ? 0 : tileStep(measure, tile.value, bounds);
            const ink = tile.value === null ? INK_2 : inkOn(step);
            const middle = box.x + box.width / 2;
            return {
              type: 'group',
              children: [
                {
                  type: 'rect',
                  shape: { ...box, r: 2 },
                  style: {
                    ...fillOf(tile, step),
                    ...(tile.outlined && { stroke: INK, lineWidth: 2.5 }),
                  },
                },
                ...(tile.value === null && !isWithoutFile(tile) ? hatch(box) : []),
                {
                  type: 'text',
                  x: middle,
                  y: box.y + box.height / 2 - 1,
                  style: {
                    text: tile.short,
                    align: 'center',
                    verticalAlign: 'bottom',
                    fill: ink,
                    fontFamily: FONT,
                    fontSize: 12,
                  },
                },
                {
                  type: 'text',
                  x: middle,
                  y: box.y + box.height / 2 + 2,
                  style: {
                    text: `${tileText(measure, tile)}${tile.partly ? PARTLY_SIGN : ''}`,
                    align: 'center',
                    verticalAlign: 'top',
                    fill: ink,
                    fontFamily: FONT,
                    fontSize: 11,
                  },
                },
              ],
            };
          },
        },
      ],
    },
    table: {
      columns: [areas, valueColumn(measure), 'n', ...reported.head],
      rows: tiles.map((t) => [t.name, plainValue(measure, t, none), countCell(t), ...reported.cell(t)]),
    },
  };
}

/** Why there may be cases of which no file tells. */
const WITHOUT_FILE: readonly Untold[] = ['unreported', 'unreadable'];
const isWithoutFile = (tile: Tile): boolean => WITHOUT_FILE.some((why) => why === whyUntold(tile));

/** A tile's colour: white with a dashed edge where no file tells, which is neither a low value nor none. */
function fillOf(tile: Tile, step: number) {
  const { value } = tile;
  if (isWithoutFile(tile)) return { fill: '#fff', stroke: UNREPORTED, lineWidth: 1, lineDash: [4, 3] };
  return { fill: value === null ? NONE : (SEQUENTIAL[step] as string), stroke: 'transparent', lineWidth: 0 };
}

/** What stands on a tile: a value by its size, for a sum to the last decimal is wider than the tile. */
function tileText({ addsUp, brief, text, words }: Measure, tile: Tile): string {
  const { value } = tile;
  if (value === null) return isWithoutFile(tile) ? blankWord(tile, '—') : '—';
  return addsUp ? brief(value).slice(0, -words.unit.length) : text(value);
}

/** Diagonals over a tile without a case: grey alone could be taken for a low value. */
function hatch({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  const side = Math.min(width, height);
  return [0.25, 0.5, 0.75].map((share) => ({
    type: 'line' as const,
    shape: { x1: x, y1: y + side * share, x2: x + side * share, y2: y },
    style: { stroke: NONE_HATCH, lineWidth: 1 },
  }));
}
