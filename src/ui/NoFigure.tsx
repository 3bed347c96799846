import type { IndicatorValue } from '../assessment/assess';
import { isUntold, NOT_DIVIDED, NOT_REPORTED, noneText, type Untelling } from '../domain/display';
import { useOffice } from './data';

/** Where a number would stand of what nobody has reported: it looks like neither a number nor no case. */
export const NotReported = () => <span className="kp-unreported">{NOT_REPORTED}</span>;

/** Where a number would stand of which it is not known how much it is: see `Untelling`. */
export const Untold = ({ figure }: { figure: Untelling }) =>
  figure.unreported ? <NotReported /> : <span className="kp-no-case">{NOT_DIVIDED}</span>;

/** What stands in place of a figure that is none: no case, 未报送, or 不细分. */
export function NoFigure({ figure }: { figure: Pick<IndicatorValue, 'indicator' | 'unreported' | 'undivided'> }) {
  const { catalogue } = useOffice();
  if (isUntold(figure)) return <Untold figure={figure} />;
  return <span className="kp-no-case">{noneText(catalogue.indicator(figure.indicator))}</span>;
}
