/** Charts: pure builders (`…Option(input) → Chart`) and the panel that shows one with title, note, table and PNG. */
export { ChartPanel } from './ChartPanel';
export { compareOption } from './compare';
export { histogramOption } from './histogram';
export { type SaveChart, SaveChartContext } from './SaveChartContext';
export { stackedPointsOption } from './stackedPoints';
export { type Tile, tileBounds, tileLegend, tileMapOption } from './tileMap';
export { trendOption } from './trend';
