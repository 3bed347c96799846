import type { IndicatorValue } from '../assessment/assess';
import { countText, UNDATED } from '../domain/display';
import type { EvidenceSide } from '../domain/evidence';
import { useOffice } from './data';
import { EvidenceLink } from './EvidenceLink';
import { sideCount } from './sideCount';

const SIDES: Record<EvidenceSide, string> = {
  numerator: '达到',
  missing: '未达到',
  denominator: '全部',
  undated: UNDATED,
};

/** The number of rows on one side of a figure, as a link to exactly those rows; 0 and — stand plain. */
export function CountLink({ value, side }: { value: IndicatorValue; side: EvidenceSide }) {
  const { catalogue } = useOffice();
  const count = sideCount(value, side);
  if (count === null) return <>—</>;
  if (count === 0) return <>0</>;
  return (
    <EvidenceLink
      indicator={value.indicator}
      side={side}
      level={value.level}
      id={value.id}
      own={value.own}
      period={value.period}
      label={`${value.name} ${catalogue.indicator(value.indicator).name} ${SIDES[side]} ${countText(count)}，查看`}
    >
      {countText(count)}
    </EvidenceLink>
  );
}
