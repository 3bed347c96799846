/** Charts: pure builders (`…Option(input) → Chart`) and the panel that shows one with title, note, table and PNG. */
export type { Chart, ChartTable } from './base';
export { ChartPanel, type ChartPanelProps } from './ChartPanel';
export { type CompareArea, type CompareInput, compareOption } from './compare';
export { type HistogramInput, histogramOption } from './histogram';
export { type SaveChart, SaveChartContext } from './SaveChartContext';
export { type PointsItem, stackedPointsOption } from './stackedPoints';
export { type Tile, type TileMapInput, tileBounds, tileLegend, tileMapOption } from './tileMap';
export { type TrendInput, trendOption } from './trend';
