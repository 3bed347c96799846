import { noneText, rateText } from '../domain/display';
import type { Indicator } from '../domain/indicators';

export interface RateBarProps {
  of: Indicator;
  /** Fraction 0…1; null for no case. */
  value: number | null;
  low?: number | null;
  high?: number | null;
  /** A mark for comparison, as a fraction: the province's value. */
  reference?: number | null;
}

/** A rate as a bar from 0 to 100 %, with its interval and a mark; the number stands beside it in the table. */
export function RateBar({ of, value, low, high, reference }: RateBarProps) {
  if (value === null) return <span className="kp-no-case">{noneText(of)}</span>;
  const at = (x: number) => `${x * 100}%`;
  const said = `${rateText(value)}${reference == null ? '' : `，参照 ${rateText(reference)}`}`;
  return (
    <span className="kp-rate-bar" role="img" aria-label={said} title={said}>
      <span className="kp-rate-bar-fill" style={{ width: at(value) }} />
      {low != null && high != null && (
        <span className="kp-rate-bar-interval" style={{ left: at(low), width: at(high - low) }} />
      )}
      {reference != null && <span className="kp-rate-bar-reference" style={{ left: at(reference) }} />}
    </span>
  );
}
