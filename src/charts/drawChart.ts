import type { Chart } from './base';
import { init } from './echarts';

/** A chart drawn for a picture: a canvas at twice its size on the page. */
export interface ChartDrawing {
  chart: HTMLCanvasElement;
  /** Size on the page in CSS pixels. */
  width: number;
  height: number;
}

/** Draws a chart off the page, always at the same width: a picture does not depend on the window. */
export function drawChart(chart: Chart, width = 960): ChartDrawing {
  const { height } = chart;
  const held = init(document.createElement('div'), null, { renderer: 'canvas', width, height });
  try {
    held.setOption(chart.option);
    return { chart: held.renderToCanvas({ pixelRatio: 2, backgroundColor: '#fff' }), width, height };
  } finally {
    held.dispose();
  }
}
