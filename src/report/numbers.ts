import type { NumberFormat } from './tables';

/** Number formats of a workbook. Points show the scheme's decimals. */
export const excelFormat = (format: NumberFormat, decimals: number): string => {
  switch (format) {
    case 'count':
      return '#,##0';
    case 'points':
      return decimals > 0 ? `0.${'0'.repeat(decimals)}` : '0';
    case 'rate':
      return '0.00%';
    case 'days':
      return '0.00';
    case 'amount0':
      return '#,##0';
    case 'amount1':
    case 'amount2':
    case 'amount3':
      return `#,##0.${'0'.repeat(Number(format.slice(-1)))}`;
  }
};

/**
 * A rate as a cell holds it: the fraction itself, except where a workbook would print 100.00 % for less, or 0.00 % for
 * more; there it is the last fraction that does not (the exact one follows from numerator and denominator).
 */
export function printedFraction(value: number): number {
  const printed = Math.round(value * 10_000 + 1e-7);
  if (printed >= 10_000 && value < 1) return 0.9999;
  if (printed <= 0 && value > 0) return 0.0001;
  return value;
}
