import type { Assessment } from '../../assessment/assess';
import type { AreaLevel } from '../../domain/cells';
import { shownAt } from '../../domain/indicators';
import { measureOf } from '../../domain/measures';
import { intervalText, sideColumn, valueText } from '../../domain/measures/texts';
import { CountLink } from '../../ui/CountLink';
import { compare, SIGNS, standingWords } from '../../ui/comparison';
import { figureOf, useOffice, useScheme } from '../../ui/data';
import { LeftOutNote } from '../../ui/LeftOutNote';
import { NoFigure } from '../../ui/NoFigure';
import { ScreenLink } from '../../ui/navigation';
import { ScrollBox } from '../../ui/ScrollBox';

export interface AreaFiguresProps {
  assessment: Assessment;
  level: AreaLevel;
  id: string;
  name: string;
}

/** One area on every indicator counted over cases; every count opens its rows. */
export function AreaFigures({ assessment, level, id, name }: AreaFiguresProps) {
  const { regions, words, catalogue } = useOffice();
  const { province } = regions;
  const { smallN } = useScheme();
  const indicators = catalogue.caseIndicators.filter((i) => shownAt(i, level));
  return (
    <ScrollBox>
      <table className="kp-plain kp-area-figures">
        <caption className="kp-hidden">{name}各项指标</caption>
        <thead>
          <tr>
            <th scope="col">指标</th>
            <th scope="col">指标值</th>
            <th scope="col">{words.whole}</th>
            <th scope="col">{sideColumn(indicators, 'met')}</th>
            <th scope="col">{sideColumn(indicators, 'missing')}</th>
            <th scope="col">n</th>
          </tr>
        </thead>
        <tbody>
          {indicators.map((indicator) => {
            const figure = figureOf(assessment, level, id, indicator.id);
            const benchmark = figureOf(assessment, 'province', province.code, indicator.id);
            const standing = compare(catalogue, figure, benchmark, smallN);
            const sign = SIGNS[standing];
            const said = standingWords(standing, words.whole);
            const interval = intervalText(measureOf(indicator), figure);
            return (
              <tr key={indicator.id}>
                <th scope="row">
                  <ScreenLink screen="indicators" search={{ id: indicator.id }}>
                    {indicator.name}
                  </ScreenLink>
                </th>
                <td>
                  {figure.value === null ? (
                    <NoFigure figure={figure} />
                  ) : (
                    <>
                      <span aria-hidden="true" className="kp-area-sign" title={said}>
                        {sign}
                      </span>
                      {valueText(indicator, figure)}
                      <span className="kp-hidden">，{said}</span>
                      <small>{interval}</small>
                    </>
                  )}
                </td>
                <td>{shownAt(indicator, 'province') ? valueText(indicator, benchmark) : '—'}</td>
                <td>
                  <CountLink value={figure} side="numerator" />
                </td>
                <td>
                  <CountLink value={figure} side="missing" />
                </td>
                <td>
                  <CountLink value={figure} side="denominator" />
                  <LeftOutNote {...figure} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}
