import { useOffice } from '../../ui/data';
import { ScreenLink, useScreenSearch } from '../../ui/navigation';
import { useShown } from './useShown';

/** All indicators, the shown one marked; level and prefecture stay. */
export function IndicatorNav() {
  const { catalogue } = useOffice();
  const { indicator } = useShown();
  const { level, within } = useScreenSearch('indicators');
  return (
    <nav className="kp-indicator-nav kp-no-print" aria-label="选择指标">
      {catalogue.indicators.map((i) => (
        <ScreenLink
          key={i.id}
          screen="indicators"
          search={{ id: i.id, level, within }}
          current={i.id === indicator.id}
          title={i.words.numerator}
        >
          {i.name}
        </ScreenLink>
      ))}
    </nav>
  );
}
