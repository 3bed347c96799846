import { createContext } from 'react';
import type { Day } from '../domain/day';
import type { LegendEntry } from './legend';

/** Whose figures a chart shows, of when, as they stood on which day. */
export interface ChartSubject {
  /** The reporting unit or area: 全省, 海南州. */
  unit: string;
  /** 2017年, 2017年第三季度. */
  period: string;
  asOf: Day;
}

/** 海南州，2017年，数据截止日 2018-01-10. */
export const subjectText = ({ unit, period, asOf }: ChartSubject): string => `${unit}，${period}，数据截止日 ${asOf}`;

/** What stands above and below a chart's picture. */
export interface ChartWords {
  title: string;
  subject: ChartSubject;
  note: string;
}

/** A chart as a picture takes it in. */
export interface ChartDrawing {
  /** Draws it at a width in CSS pixels: SVG shapes without the `<svg>` around them. */
  draw: (width: number) => string;
  /** Its height in CSS pixels, whatever the width. */
  height: number;
  legend: readonly LegendEntry[];
  /** Box of the legend's swatches. */
  swatch: { width: number; height: number };
  /** CSS font family of its texts. */
  font: string;
}

export type PictureFormat = 'png' | 'svg';

/** Saves a chart as a picture that can stand alone. */
export type SaveChart = (drawing: ChartDrawing, words: ChartWords, format: PictureFormat) => Promise<void>;

/** How pictures are saved is the report's; the app hands it in. Without it charts offer no picture. */
export const SaveChartContext = createContext<SaveChart | null>(null);
