import type { ScoreLine } from './assess';

/** The items that cost a unit most, the dearest first. */
export const dearest = (sheet: readonly ScoreLine[], limit: number): ScoreLine[] =>
  sheet
    .filter((line) => line.lost > 0)
    .sort((a, b) => b.lost - a.lost)
    .slice(0, limit);
