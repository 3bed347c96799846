import type { Chart } from './base';
import { init } from './echarts';
import { SWATCH_HEIGHT, SWATCH_WIDTH } from './legend';
import { FONT } from './palette';
import type { ChartDrawing } from './SaveChartContext';

/** A chart as a picture takes it in. */
export const drawingOf = (chart: Chart): ChartDrawing => ({
  draw: (width) => drawChart(chart, width),
  height: chart.height,
  legend: chart.legend,
  swatch: { width: SWATCH_WIDTH, height: SWATCH_HEIGHT },
  font: FONT,
});

/**
 * A chart drawn off the page, always at the width asked for: a picture does not depend on the window.
 * @param width in CSS pixels; the height is the chart's own
 * @returns the SVG shapes of the drawing, without the `<svg>` around them
 */
export function drawChart(chart: Chart, width: number): string {
  const { height } = chart;
  const held = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    held.setOption(chart.option);
    return (
      held
        .renderToSVGString()
        .replace(/^<svg[^>]*>\s*|\s*<\/svg>\s*$/g, '')
        // What the pointer would do to it, and what ECharts would find its items by: no part of a picture.
        .replace(/<style[\s\S]*?<\/style>\s*/g, '')
        .replace(/ (?:class|pointer-events|ecmeta_\w+)="[^"]*"/g, '')
        // Word processors do not know the attribute, and would set every text too high.
        .replaceAll('dominant-baseline="central"', 'dy="0.35em"')
    );
  } finally {
    held.dispose();
  }
}
