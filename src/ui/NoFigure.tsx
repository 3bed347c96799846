import type { IndicatorValue } from '../assessment/assess';
import { blankWord, isUntold, noneText, type Untelling } from '../domain/display';
import { useOffice } from './data';

/** Where a number would stand of which it is not known how much it is. Of what no file tells it looks like neither a number nor no case. */
export const Untold = ({ figure }: { figure: Untelling }) => (
  <span className={figure.undivided ? 'kp-no-case' : 'kp-unreported'}>{blankWord(figure, '')}</span>
);

/** What stands in place of a figure that is none: no case, 未报送, 不能读入, or 不细分. */
export function NoFigure({ figure }: { figure: Pick<IndicatorValue, 'indicator'> & Untelling }) {
  const { catalogue } = useOffice();
  if (isUntold(figure)) return <Untold figure={figure} />;
  return <span className="kp-no-case">{noneText(catalogue.indicator(figure.indicator))}</span>;
}
