import { wrapText } from './wrapText';
import { escapeXml } from './xml';

/** Width of a picture on paper: the text area of an A4 page of the usual margins. */
const WIDTH_CM = 17;
const DPI = 300;
const PX_PER_CM = 96 / 2.54;
/** The picture is laid out at the size it is printed: a CSS pixel is 0.75 pt, and 11 of them 8.25 pt. */
const WIDTH = WIDTH_CM * PX_PER_CM;
const MARGIN = 12;
const INNER = WIDTH - 2 * MARGIN;

interface Style {
  size: number;
  weight: number;
  leading: number;
  colour: string;
}
const TITLE: Style = { size: 16, weight: 600, leading: 24, colour: '#1b2430' };
const SUBJECT: Style = { size: 12, weight: 400, leading: 19, colour: '#1b2430' };
const MARK: Style = { size: 12, weight: 600, leading: 22, colour: '#a3261b' };
const LEGEND: Style = { size: 11, weight: 400, leading: 19, colour: '#1b2430' };
const NOTE: Style = { size: 11, weight: 400, leading: 17, colour: '#4a5768' };

export interface PictureInput {
  /** Draws the chart at a width in CSS pixels: SVG shapes without the `<svg>` around them. */
  draw: (width: number) => string;
  /** Height of the chart in CSS pixels. */
  height: number;
  legend: readonly { swatch: string; words: string }[];
  /** Box of the legend's swatches. */
  swatch: { width: number; height: number };
  /** CSS font family. */
  font: string;
  title: string;
  /** Whose figures, of when, as of which day. */
  subject: string;
  /** The line below: n, 口径, what is left out. */
  note: string;
  /** Stands above all, as 示例数据（非真实）; null for real data. */
  mark: string | null;
  /** Width of a text in CSS pixels, in a CSS `font`. */
  measure: (text: string, font: string) => number;
}

export interface Picture {
  /** 17 cm wide: to be put into a document as it is. */
  svg: string;
  /** The same at 300 dpi, to be drawn as pixels. */
  pixels: { svg: string; width: number; height: number; dpi: number };
}

/** A chart that can stand alone, as SVG on white ground: mark of the sample, title, subject, chart, legend, note; all words are text. */
export function chartPicture(input: PictureInput): Picture {
  const { font, title, subject, note, mark, legend, swatch, height } = input;
  const width = (style: Style) => (text: string) => input.measure(text, `${style.weight} ${style.size}px ${font}`);
  const parts: string[] = [];
  let y = MARGIN;
  const write = (style: Style, text: string) => {
    for (const line of wrapText(text, INNER, width(style))) {
      parts.push(textAt(style, MARGIN, y + style.leading / 2, line));
      y += style.leading;
    }
  };
  if (mark) write(MARK, mark);
  write(TITLE, title);
  write(SUBJECT, subject);
  y += 6;
  parts.push(`<g transform="translate(${MARGIN} ${y})">${input.draw(INNER)}</g>`);
  y += height + 6;
  let x = MARGIN;
  for (const { swatch: shapes, words } of legend) {
    const wide = swatch.width + 6 + width(LEGEND)(words) + 18;
    if (x > MARGIN && x + wide > WIDTH - MARGIN) {
      x = MARGIN;
      y += LEGEND.leading;
    }
    parts.push(`<g transform="translate(${round(x)} ${y + (LEGEND.leading - swatch.height) / 2})">${shapes}</g>`);
    parts.push(textAt(LEGEND, round(x + swatch.width + 6), y + LEGEND.leading / 2, words));
    x += wide;
  }
  if (legend.length) y += LEGEND.leading + 4;
  if (note) write(NOTE, note);
  const total = Math.ceil(y + MARGIN);
  const words = [mark, title, subject].filter((part) => part !== null).join('；');
  const body = [
    `<title>${escapeXml(words)}</title>`,
    `<desc>${escapeXml(note)}</desc>`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    ...parts,
  ].join('\n');
  const svg = (wide: string | number, high: string | number) =>
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" lang="zh-CN" width="${wide}" height="${high}" viewBox="0 0 ${round(WIDTH)} ${total}" font-family="${escapeXml(font)}">\n${body}\n</svg>\n`;
  const pixels = { width: toPixels(WIDTH), height: toPixels(total), dpi: DPI };
  return {
    svg: `<?xml version="1.0" encoding="UTF-8"?>\n${svg(`${WIDTH_CM}cm`, `${round(total / PX_PER_CM)}cm`)}`,
    pixels: { ...pixels, svg: svg(pixels.width, pixels.height) },
  };
}

const round = (n: number): number => Math.round(n * 1000) / 1000;
const toPixels = (css: number): number => Math.round((css / PX_PER_CM / 2.54) * DPI);

/** A line of text whose middle lies at `y`. */
const textAt = ({ size, weight, colour }: Style, x: number, y: number, text: string): string =>
  `<text x="${x}" y="${y}" dy="0.35em" font-size="${size}px" font-weight="${weight}" fill="${colour}">${escapeXml(text)}</text>`;
