import type { IndicatorValue } from '../assessment/assess';
import { countText, isUntold, UNDATED } from '../domain/display';
import type { EvidenceSide } from '../domain/evidence';
import type { Indicator } from '../domain/indicators';
import { measureOf } from '../domain/measures';
import { useOffice } from './data';
import { EvidenceLink } from './EvidenceLink';
import { sideCount } from './sideCount';

/** What stands on a side of a figure, in the words of its measure. */
function sideWords(of: Indicator, side: EvidenceSide): string {
  const { met, missing } = measureOf(of).words;
  return { numerator: met, missing, denominator: '全部', undated: UNDATED }[side];
}

/** The number of rows on one side of a figure, as a link to exactly those rows; 0 stands plain, — where there is no such number. */
export function CountLink({ value, side }: { value: IndicatorValue; side: EvidenceSide }) {
  const { catalogue } = useOffice();
  const count = sideCount(value, side);
  if (count === null || (isUntold(value) && count === 0)) return <>—</>;
  if (count === 0) return <>0</>;
  const of = catalogue.indicator(value.indicator);
  return (
    <EvidenceLink
      indicator={value.indicator}
      side={side}
      level={value.level}
      id={value.id}
      own={value.own}
      period={value.period}
      label={`${value.name} ${of.name} ${sideWords(of, side)} ${countText(count)}，查看`}
    >
      {countText(count)}
    </EvidenceLink>
  );
}
