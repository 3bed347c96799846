import { format } from 'echarts/core';
import type { Chart } from '../base';
import { drawChart } from '../drawChart';
import { init } from '../echarts';

/** A straight line of a drawing, in its pixels. */
export interface DrawnLine {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  stroke: string;
}

/** A text of a drawing with the box that it takes. */
export interface DrawnText {
  text: string;
  size: number;
  font: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const attribute = (tag: string, name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
const unescaped = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

/** What an SVG drawing of a chart consists of, by its markup. */
export function drawn(svg: string): { lines: DrawnLine[]; texts: DrawnText[] } {
  const lines = [...svg.matchAll(/<path [^>]*>/g)].flatMap(([tag]) => {
    const d = /^M([-\d.]+) ([-\d.]+)L([-\d.]+) ([-\d.]+)$/.exec(attribute(tag, 'd'));
    if (!d) return [];
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = d.slice(1).map(Number);
    return [{ x1, y1, x2, y2, stroke: attribute(tag, 'stroke') }];
  });
  const texts = [...svg.matchAll(/(<text [^>]*>)([^<]*)<\/text>/g)].map(([, tag = '', escaped = '']) => {
    const text = unescaped(escaped);
    const style = unescaped(attribute(tag, 'style'));
    const size = Number(/font-size:([\d.]+)px/.exec(style)?.[1] ?? Number.NaN);
    const font = /font-family:([^;]*)/.exec(style)?.[1] ?? '';
    const { width } = format.getTextRect(text, `${size}px sans-serif`);
    // A turned text stands on its end, its middle where it is put.
    const turned = /matrix\(0,-1,1,0,([-\d.]+),([-\d.]+)\)/.exec(attribute(tag, 'transform'));
    const [, tx = 0, ty = 0] = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(attribute(tag, 'transform'))?.map(Number) ?? [];
    const own = (name: string) => Number(attribute(tag, name) || 0);
    if (turned) {
      const x = Number(turned[1]) + own('y');
      const y = Number(turned[2]);
      return { text, size, font, left: x - size / 2, right: x + size / 2, top: y - width / 2, bottom: y + width / 2 };
    }
    const anchor = attribute(tag, 'text-anchor');
    const x = tx + own('x');
    const left = x - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
    const middle = ty + own('y');
    return { text, size, font, left, right: left + width, top: middle - size / 2, bottom: middle + size / 2 };
  });
  return { lines, texts };
}

/** The texts that print over each other or over the edge, as pairs. */
export function overprinted(texts: readonly DrawnText[], width: number, height: number): string[] {
  const over = texts.flatMap((a, i) =>
    texts
      .slice(i + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.text} × ${b.text}`),
  );
  const cut = texts.filter((t) => t.left < 0 || t.right > width || t.top < 0 || t.bottom > height);
  return [...over, ...cut.map((t) => `${t.text} × edge`)];
}

/** A chart drawn, with the pixel that its axes give a value. */
export function measured(chart: Chart, width: number) {
  const held = init(null, null, { renderer: 'svg', ssr: true, width, height: chart.height });
  held.setOption(chart.option);
  // Axes are laid out with the first drawing.
  held.renderToSVGString();
  const pixel = (at: [number, number]) => held.convertToPixel({ gridIndex: 0 }, at) as [number, number];
  const svg = drawChart(chart, width);
  return { ...drawn(svg), svg, pixel, done: () => held.dispose() };
}
