import { createContext } from 'react';
import type { ChartDrawing } from './drawChart';

/** Saves a drawn chart as a picture that carries its title and note. */
export type SaveChart = (drawing: ChartDrawing, title: string, note: string) => Promise<void>;

/** How pictures are saved is the report's; the app hands it in. Without it charts offer no picture. */
export const SaveChartContext = createContext<SaveChart | null>(null);
