import type { ReactNode } from 'react';
import type { IndicatorValue } from '../assessment/assess';
import type { EvidenceSide } from '../domain/evidence';
import { measureOf } from '../domain/measures';
import { countsText, figureText, intervalText, valueText } from '../domain/measures/texts';
import { SIGNS } from './comparison';
import { useOffice } from './data';
import { EvidenceLink } from './EvidenceLink';
import { LeftOutNote } from './LeftOutNote';
import { NoFigure } from './NoFigure';
import { opensWords } from './opens';

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
      <span className="kp-figure">
        <NoFigure figure={value} />
        <LeftOutNote {...value} />
      </span>
    );
  const text: ReactNode = figureText(of, value);
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
          label={`${value.name} ${of.name} ${valueText(of, value)}，${opensWords(of)}`}
        >
          {text}
        </EvidenceLink>
      ) : (
        text
      )}
      <small>{countsText(measureOf(of), value)}</small>
      {interval && <small>{intervalText(measureOf(of), value)}</small>}
      <LeftOutNote {...value} />
    </span>
  );
}

/** The counts of a coloured cell; of too few to be better or worse, with the words for that. */
export function CellCounts({ figure, few }: { figure: IndicatorValue; few: boolean }) {
  const measure = measureOf(useOffice().catalogue.indicator(figure.indicator));
  return (
    <small className={few ? 'kp-cell-few' : undefined}>
      {few && <span aria-hidden="true">{SIGNS.few}</span>}
      <span>{countsText(measure, figure)}</span>
    </small>
  );
}
