import type { Assessment } from '../../assessment/assess';
import type { AreaLevel } from '../../domain/cells';
import { noneText } from '../../domain/display';
import { shownAt } from '../../domain/indicators';
import { figureText, valueText } from '../../domain/measures/texts';
import { CountLink } from '../../ui/CountLink';
import { compare, SIGNS, standingWords } from '../../ui/comparison';
import { figureOf, useOffice, useScheme } from '../../ui/data';
import { intervalText } from '../../ui/Figure';
import { ScreenLink } from '../../ui/navigation';
import { ScrollBox } from '../../ui/ScrollBox';
import { UndatedNote } from '../../ui/UndatedNote';

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
  return (
    <ScrollBox>
      <table className="kp-plain kp-area-figures">
        <caption className="kp-hidden">{name}各项指标</caption>
        <thead>
          <tr>
            <th scope="col">指标</th>
            <th scope="col">指标值、95% 区间</th>
            <th scope="col">{words.whole}</th>
            <th scope="col">达到（件）</th>
            <th scope="col">未达到（件）</th>
            <th scope="col">n（件）</th>
          </tr>
        </thead>
        <tbody>
          {catalogue.caseIndicators
            .filter((i) => shownAt(i, level))
            .map((indicator) => {
              const figure = figureOf(assessment, level, id, indicator.id);
              const benchmark = figureOf(assessment, 'province', province.code, indicator.id);
              const standing = compare(catalogue, figure, benchmark, smallN);
              const sign = SIGNS[standing];
              const said = standingWords(standing, words.whole);
              const interval = intervalText(figure);
              return (
                <tr key={indicator.id}>
                  <th scope="row">
                    <ScreenLink screen="indicators" search={{ id: indicator.id }}>
                      {indicator.name}
                    </ScreenLink>
                  </th>
                  <td>
                    {figure.value === null ? (
                      <span className="kp-no-case">{noneText(indicator)}</span>
                    ) : (
                      <>
                        <span aria-hidden="true" className="kp-area-sign" title={said}>
                          {sign}
                        </span>
                        {valueText(indicator, figure.value)}
                        <span className="kp-hidden">，{said}</span>
                        <small>{interval}</small>
                      </>
                    )}
                  </td>
                  <td>{figureText(indicator, benchmark.value)}</td>
                  <td>
                    <CountLink value={figure} side="numerator" />
                  </td>
                  <td>
                    <CountLink value={figure} side="missing" />
                  </td>
                  <td>
                    <CountLink value={figure} side="denominator" />
                    <UndatedNote {...figure} />
                  </td>
                </tr>
              );
            })}
        </tbody>
      </table>
    </ScrollBox>
  );
}
