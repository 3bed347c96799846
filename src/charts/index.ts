/** Charts: pure builders (`…Option(input) → Chart`) and the panel that shows one with title, note, legend, table and picture. */
export { ChartPanel } from './ChartPanel';
export { compareOption } from './compare';
export { type HistogramInput, histogramOption } from './histogram';
export { type SaveChart, SaveChartContext, subjectText } from './SaveChartContext';
export { stackedPointsOption } from './stackedPoints';
export { type Tile, tileMapOption } from './tileMap';
export { trendOption } from './trend';
