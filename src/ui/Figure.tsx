import type { ReactNode } from 'react';
import type { IndicatorValue } from '../assessment/assess';
import { countText, daysText, noneText, rateText } from '../domain/display';
import type { EvidenceSide } from '../domain/evidence';
import { figureText, valueText } from '../domain/measures/texts';
import { SIGNS } from './comparison';
import { useOffice } from './data';
import { EvidenceLink } from './EvidenceLink';
import { UndatedNote } from './UndatedNote';

export interface FigureProps {
  value: IndicatorValue;
  /** Also the Wilson 95 % interval (90th percentile of a duration). */
  interval?: boolean;
  /** Makes the number a link to these rows. */
  opens?: EvidenceSide;
}

/** One figure: its value, n, where asked its interval, and what it leaves out undated. 0/0 is 无案件 (无应报). */
export function Figure({ value, interval, opens }: FigureProps) {
  const { catalogue } = useOffice();
  const of = catalogue.indicator(value.indicator);
  if (value.value === null)
    return (
      <span className="kp-figure kp-no-case">
        {noneText(of)}
        <UndatedNote {...value} />
      </span>
    );
  const text: ReactNode = figureText(of, value.value);
  return (
    <span className="kp-figure">
      {opens ? (
        <EvidenceLink
          indicator={value.indicator}
          side={opens}
          level={value.level}
          id={value.id}
          own={value.own}
          period={value.period}
          label={`${value.name} ${of.name} ${valueText(of, value.value)}，查看${of.ledger === null ? '登记' : '案件'}`}
        >
          {text}
        </EvidenceLink>
      ) : (
        text
      )}
      <small>{countsText(value)}</small>
      {interval && <small>{intervalText(value)}</small>}
      <UndatedNote {...value} />
    </span>
  );
}

/** The counts of a coloured cell; of too few to be better or worse, with the words for that. */
export const CellCounts = ({ figure, few }: { figure: IndicatorValue; few: boolean }) => (
  <small className={few ? 'kp-cell-few' : undefined}>
    {few && <span aria-hidden="true">{SIGNS.few}</span>}
    <span>{countsText(figure)}</span>
  </small>
);

/** 412/480 of a rate, n=480 of a duration. */
export const countsText = (v: IndicatorValue): string =>
  v.numerator === null ? `n=${countText(v.denominator)}` : `${countText(v.numerator)}/${countText(v.denominator)}`;

/** 82.10%–88.70% of a rate, 九成在 31 日内 of a duration, empty for no case. */
export function intervalText(v: IndicatorValue): string {
  if (v.low !== null && v.high !== null) return `${rateText(v.low)}–${rateText(v.high)}`;
  return v.p90 === null ? '' : `九成在 ${daysText(v.p90)} 个工作日内`;
}
