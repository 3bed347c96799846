import type { IndicatorValue } from '../assessment/assess';
import { NOT_REPORTED, noneText } from '../domain/display';
import { useOffice } from './data';

/** Where a number would stand of what nobody has reported: it looks like neither a number nor no case. */
export const NotReported = () => <span className="kp-unreported">{NOT_REPORTED}</span>;

/** What stands in place of a figure that is none: no case, or 未报送. */
export function NoFigure({ figure }: { figure: Pick<IndicatorValue, 'indicator' | 'unreported'> }) {
  const { catalogue } = useOffice();
  if (figure.unreported) return <NotReported />;
  return <span className="kp-no-case">{noneText(catalogue.indicator(figure.indicator))}</span>;
}
