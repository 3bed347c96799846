/** 97.5 % point of the standard normal distribution: a two-sided 95 % interval. */
const Z = 1.959963984540054;

/** Wilson score interval (95 %) of a rate. Returns fractions within 0…1. `denominator` must be above 0. */
export function wilson(numerator: number, denominator: number): { low: number; high: number } {
  const p = numerator / denominator;
  const zz = (Z * Z) / denominator;
  const centre = (p + zz / 2) / (1 + zz);
  const half = (Z * Math.sqrt((p * (1 - p)) / denominator + zz / (4 * denominator))) / (1 + zz);
  return {
    low: numerator === 0 ? 0 : Math.max(0, centre - half),
    high: numerator === denominator ? 1 : Math.min(1, centre + half),
  };
}

/** Counts of whole working days: `histogram.get(3)` cases took three days. */
export type Histogram = ReadonlyMap<number, number>;

export const histogramTotal = (histogram: Histogram): number => {
  let n = 0;
  for (const count of histogram.values()) n += count;
  return n;
};

/** Quantile of the counted values, linearly interpolated as SQL's `quantile_cont`. Undefined for no values. */
export function histogramQuantile(histogram: Histogram, q: number): number | undefined {
  const n = histogramTotal(histogram);
  if (n === 0) return undefined;
  const days = [...histogram.keys()].sort((a, b) => a - b);
  const position = (n - 1) * q;
  const below = valueAt(days, histogram, Math.floor(position));
  const above = valueAt(days, histogram, Math.ceil(position));
  return below + (above - below) * (position - Math.floor(position));
}

function valueAt(days: number[], histogram: Histogram, index: number): number {
  let seen = 0;
  for (const day of days) {
    seen += histogram.get(day) ?? 0;
    if (index < seen) return day;
  }
  throw new RangeError('index beyond the histogram');
}
