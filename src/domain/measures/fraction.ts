import { rateText } from '../display';
import type { Better, Measure, MeasureWords, Scored } from './measure';

/** The size of a difference of fractions. */
export function pointsText(size: number): string | null {
  const points = size * 100;
  if (points < 1e-9) return null;
  const shown = Math.round(points * 100 + 1e-7) / 100;
  return `${shown === 0 ? '不到 0.01' : shown.toFixed(2)} 个百分点`;
}

/** How fractions are written: as percent, wherever they stand. */
export const asPercent: Pick<Measure, 'text' | 'brief' | 'said' | 'printed' | 'difference' | 'format'> = {
  text: rateText,
  brief: rateText,
  said: rateText,
  printed: (value) => Number.parseFloat(rateText(value)) / 100,
  difference: pointsText,
  format: 'rate',
};

/** What is said of the part of a whole, whatever the whole is counted in. */
export const partWords: Omit<MeasureWords, 'interval' | 'together' | 'compared' | 'drawn'> = {
  value: '指标值',
  unit: '',
  numerator: '分子',
  counts: '分子/分母',
  met: '达到',
  missing: '未达到',
  lower: '低者为优',
};

/** Nothing to divide by is no fraction. @param none what stands for no case */
export const noneWords = (none: string): string => `分母为零时为“${none}”，不计 0% 也不计 100%`;

const bounds = {
  most: 1,
  bound: (x: number) => `${Number((x * 100).toFixed(2))}%`,
  range: '比率须写成 0 到 1 之间的小数（90% 写 0.9）',
};

/** Rules for fractions. Where less is better a part of the full marks, or points off below a target, would say the reverse. */
export const scoredFraction = (better: Better): Scored =>
  better === 'higher'
    ? {
        ...bounds,
        fits: ['proportional', 'linear', 'steps', 'perPoint', 'perEvent', 'passFail'],
        unfit: '',
        better: '比率越高越好',
        order: '由高到低',
      }
    : {
        ...bounds,
        fits: better === null ? [] : ['linear', 'steps', 'passFail'],
        unfit: better === null ? '这项比率不分优劣，不能计分' : '这项比率越低越好，只能用 linear、steps 或 passFail',
        better: '比率越低越好',
        order: '由低到高',
      };
