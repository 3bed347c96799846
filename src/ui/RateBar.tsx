import type { IndicatorValue } from '../assessment/assess';
import { measureOf } from '../domain/measures';
import { figureText } from '../domain/measures/texts';
import { useOffice } from './data';
import { NoFigure } from './NoFigure';

export interface RateBarProps {
  /** Of a measure whose values have a whole. */
  figure: IndicatorValue;
  /** A mark for comparison: the province. */
  reference: IndicatorValue;
}

/** A value as a bar up to the whole, with its interval and a mark; the number stands beside it in the table. */
export function RateBar({ figure, reference }: RateBarProps) {
  const { catalogue } = useOffice();
  const of = catalogue.indicator(figure.indicator);
  const { value, low, high } = figure;
  if (value === null) return <NoFigure figure={figure} />;
  const whole = measureOf(of).whole ?? 1;
  const at = (x: number) => `${(x / whole) * 100}%`;
  const said = `${figureText(of, figure)}${reference.value === null ? '' : `，参照 ${figureText(of, reference)}`}`;
  return (
    <span className="kp-rate-bar" role="img" aria-label={said} title={said}>
      <span className="kp-rate-bar-fill" style={{ width: at(value) }} />
      {low !== null && high !== null && (
        <span className="kp-rate-bar-interval" style={{ left: at(low), width: at(high - low) }} />
      )}
      {reference.value !== null && <span className="kp-rate-bar-reference" style={{ left: at(reference.value) }} />}
    </span>
  );
}
