import { PARTLY_NOTE } from '../domain/display';
import { FONT, INK, UNREPORTED } from './palette';

/** What a sign of a chart means. */
export interface LegendEntry {
  /** SVG shapes within a box of `SWATCH_WIDTH` × `SWATCH_HEIGHT`. */
  swatch: string;
  words: string;
}

export const SWATCH_WIDTH = 28;
export const SWATCH_HEIGHT = 14;

/** Signs of a line's points; each has a hollow form, and a letter-like twin for texts. */
export const SYMBOLS = [
  { name: 'circle', hollow: 'emptyCircle', letter: '●' },
  { name: 'rect', hollow: 'emptyRect', letter: '■' },
  { name: 'triangle', hollow: 'emptyTriangle', letter: '▲' },
  { name: 'diamond', hollow: 'emptyDiamond', letter: '◆' },
] as const;
export const DASHES = ['solid', 'dashed', 'dotted'] as const;
const STROKES = { solid: '', dashed: '5 3', dotted: '2 2' } as const;

const line = (x1: number, y1: number, x2: number, y2: number, stroke: string, width: number, dashes = '') =>
  `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${stroke}" stroke-width="${width}"${dashes && ` stroke-dasharray="${dashes}"`}/>`;

const DIAGONALS = [4, 10, 16, 22].map((x) => [x, 12, x + 8, 2] as const);

/** A filled box; hatched, outlined or edged by dashes as the bar or tile is. */
export function boxSwatch(
  fill: string,
  { hatch, outline, dashed }: { hatch?: string; outline?: boolean; dashed?: boolean } = {},
): string {
  const thin = dashed
    ? `stroke="${UNREPORTED}" stroke-width="1" stroke-dasharray="4 3"`
    : 'stroke="#b8c0ca" stroke-width="1"';
  const edge = outline ? `stroke="${INK}" stroke-width="2.5"` : thin;
  const box = `<rect x="2" y="2" width="24" height="10" fill="${fill}" ${edge}/>`;
  return (
    box + (hatch ? DIAGONALS.map(([x1, y1, x2, y2]) => line(x1, y1, Math.min(x2, 26), y2, hatch, 1)).join('') : '')
  );
}

/** A line, with the sign of its points where it has any. */
export function lineSwatch(
  color: string,
  {
    dash = 'solid',
    width = 2,
    symbol,
  }: { dash?: keyof typeof STROKES; width?: number; symbol?: string | undefined } = {},
): string {
  const signs: Record<string, string> = {
    circle: `<circle cx="14" cy="7" r="4" fill="${color}"/>`,
    rect: `<rect x="10" y="3" width="8" height="8" fill="${color}"/>`,
    triangle: `<path d="M14 2L18.5 11H9.5Z" fill="${color}"/>`,
    diamond: `<path d="M14 2L18.5 7L14 12L9.5 7Z" fill="${color}"/>`,
  };
  return line(1, 7, 27, 7, color, width, STROKES[dash]) + (symbol ? (signs[symbol] ?? '') : '');
}

export const dotSwatch = (color: string): string => `<circle cx="14" cy="7" r="4.5" fill="${color}"/>`;

const hollowSwatch = (color: string): string =>
  `<circle cx="14" cy="7" r="4" fill="#fff" stroke="${color}" stroke-width="2"/>`;

/** What a hollow point is: one of a unit that has not sent all that was due. @param color that of the points */
export const hollowLegend = (color: string): LegendEntry => ({
  swatch: hollowSwatch(color),
  words: `空心：${PARTLY_NOTE}`,
});

/** Stands behind a value where there is no point to be hollow, as in tables. */
export const PARTLY_SIGN = '†';

/** What the sign is. */
export const PARTLY_LEGEND: LegendEntry = {
  swatch: `<text x="14" y="11" text-anchor="middle" style="font-family:${FONT};font-size:12px" fill="${INK}">${PARTLY_SIGN}</text>`,
  words: PARTLY_NOTE,
};

/** An upright line with caps, as an interval is drawn at a point. */
export const whiskerSwatch = (color: string): string =>
  line(14, 1, 14, 13, color, 1.5) + line(10, 1, 18, 1, color, 1.5) + line(10, 13, 18, 13, color, 1.5);
