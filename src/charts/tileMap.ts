import { daysText, NO_CASE, rateText } from '../domain/display';
import { baseOption, type Chart } from './base';
import { INK, INK_2, inkOn, NONE, SEQUENTIAL } from './palette';

/** One county's tile, with its place in the grid and its figure. */
export interface Tile {
  code: string;
  name: string;
  /** Name on the tile: 城东, 化隆. */
  short: string;
  row: number;
  column: number;
  value: number | null;
  n: number;
  /** Lies in the outlined zone. */
  outlined: boolean;
}

export interface TileMapInput {
  kind: 'rate' | 'duration';
  tiles: readonly Tile[];
  /** Upper bounds of the colour steps, rising; one fewer than the colours used. See `tileBounds`. */
  bounds: readonly number[];
  description: string;
}

/** Bounds of the colour steps for the values at hand: quantiles of the distinct values, so that differences show. */
export function tileBounds(values: readonly (number | null)[], steps: number = SEQUENTIAL.length): number[] {
  const sorted = [...new Set(values.filter((v): v is number => v !== null))].sort((a, b) => a - b);
  if (sorted.length <= 1) return [];
  const bounds = Array.from(
    { length: steps - 1 },
    (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / steps)] as number,
  );
  return [...new Set(bounds)].filter((b) => b > (sorted[0] as number));
}

/** Colour step of a value: 0 below the first bound. */
export const tileStep = (value: number, bounds: readonly number[]): number => bounds.filter((b) => value >= b).length;

/** The steps with their colours and words, for the legend that stands beside the map. */
export function tileLegend(kind: TileMapInput['kind'], bounds: readonly number[]): { color: string; words: string }[] {
  const text = (v: number) => (kind === 'rate' ? rateText(v) : `${daysText(v)}日`);
  const steps = bounds.map((b, i) => ({
    color: SEQUENTIAL[i] as string,
    words: i === 0 ? `低于 ${text(b)}` : `${text(bounds[i - 1] as number)} 至 ${text(b)}`,
  }));
  const last = bounds.at(-1);
  return [
    ...steps,
    { color: SEQUENTIAL[bounds.length] as string, words: last === undefined ? '有案件' : `${text(last)} 及以上` },
    { color: NONE, words: NO_CASE },
  ];
}

const SIZE = 54;

/** The counties as a grid of tiles: a scheme of where they lie, with no borders. Click opens the county. */
export function tileMapOption({ kind, tiles, bounds, description }: TileMapInput): Chart {
  const text = (v: number | null) => (kind === 'rate' ? rateText(v) : daysText(v));
  const rows = 1 + Math.max(0, ...tiles.map((t) => t.row));
  const columns = 1 + Math.max(0, ...tiles.map((t) => t.column));
  return {
    height: rows * SIZE + 16,
    targets: tiles.map((t) => t.code),
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
          if (!t) return '';
          return `${t.name}\n${text(t.value)}${kind === 'duration' && t.value !== null ? ' 个工作日' : ''}\nn=${t.n}`;
        },
      },
      series: [
        {
          type: 'custom',
          name: '县区',
          data: tiles.map((t) => [t.column, t.row]),
          renderItem: (params, api) => {
            const tile = tiles[params.dataIndex] as Tile;
            const [left, top] = api.coord([tile.column, tile.row]) as [number, number];
            const [width, height] = (api.size?.([1, 1]) ?? [0, 0]) as [number, number];
            const gap = 2;
            const box = { x: left + gap, y: top + gap, width: width - 2 * gap, height: height - 2 * gap };
            const step = tile.value === null ? 0 : tileStep(tile.value, bounds);
            const ink = tile.value === null ? INK_2 : inkOn(step);
            const middle = box.x + box.width / 2;
            return {
              type: 'group',
              children: [
                {
                  type: 'rect',
                  shape: { ...box, r: 2 },
                  style: {
                    fill: tile.value === null ? NONE : (SEQUENTIAL[step] as string),
                    stroke: tile.outlined ? INK : 'transparent',
                    lineWidth: tile.outlined ? 2.5 : 0,
                  },
                },
                ...(tile.value === null ? hatch(box) : []),
                {
                  type: 'text',
                  x: middle,
                  y: box.y + box.height / 2 - 1,
                  style: { text: tile.short, align: 'center', verticalAlign: 'bottom', fill: ink, fontSize: 12 },
                },
                {
                  type: 'text',
                  x: middle,
                  y: box.y + box.height / 2 + 2,
                  style: {
                    text: tile.value === null ? '—' : text(tile.value),
                    align: 'center',
                    verticalAlign: 'top',
                    fill: ink,
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
      columns: ['县区', kind === 'rate' ? '指标值' : '中位数（工作日）', 'n'],
      rows: tiles.map((t) => [t.name, text(t.value), t.n]),
    },
  };
}

/** Diagonals over a tile without a case: grey alone could be taken for a low value. */
function hatch({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  const side = Math.min(width, height);
  return [0.25, 0.5, 0.75].map((share) => ({
    type: 'line' as const,
    shape: { x1: x, y1: y + side * share, x2: x + side * share, y2: y },
    style: { stroke: '#b8c0ca', lineWidth: 1 },
  }));
}
