import type { Assessment } from '../../assessment/assess';
import { noneText } from '../../domain/display';
import { isByDueDate, isOfReporting, shownAt } from '../../domain/indicators';
import { measureOf } from '../../domain/measures';
import { intervalText, valueText } from '../../domain/measures/texts';
import { CountLink } from '../../ui/CountLink';
import { figureOf, useOffice, useView, useWords } from '../../ui/data';
import { LeftOutNote } from '../../ui/LeftOutNote';
import { NoFigure } from '../../ui/NoFigure';
import { ScreenLink } from '../../ui/navigation';
import { Panel } from '../../ui/Panel';
import { useShown } from './useShown';

/** What the indicator counts, in words; what that rests on; and the province's figure. */
export function DefinitionPanel({ assessment }: { assessment: Assessment | null }) {
  const { catalogue } = useOffice();
  const { indicator } = useShown();
  const { words, basis, confidence, target } = indicator;
  const measure = measureOf(indicator);
  return (
    <Panel title={`${indicator.name}怎样算出？`} note={measure.words.together(noneText(indicator))}>
      <table className="kp-plain kp-definition">
        <caption className="kp-hidden">{indicator.name}的定义</caption>
        <tbody>
          <tr>
            <th scope="row">分母</th>
            <td>{words.denominator}</td>
          </tr>
          <tr>
            <th scope="row">{measure.words.numerator}</th>
            <td>{words.numerator}</td>
          </tr>
          <tr>
            <th scope="row">计入的时期</th>
            <td>
              {words.period}
              {isOfReporting(indicator) && `；到截止日仍不知道收到日期的不计；没有一份可计的为“${noneText(indicator)}”`}
              {!isOfReporting(indicator) &&
                isByDueDate(indicator) &&
                '；截止日时期限未满的不计；期限落在未公布节假日的年度、无法确定的另列'}
            </td>
          </tr>
          <tr>
            <th scope="row">数据来源</th>
            <td>{catalogue.sourceName(indicator)}</td>
          </tr>
          <tr>
            <th scope="row">依据</th>
            <td>{basis}</td>
          </tr>
          <tr>
            <th scope="row">可信程度</th>
            <td>{confidence}</td>
          </tr>
          {!isOfReporting(indicator) && indicator.collected && (
            <tr>
              <th scope="row">收集起始</th>
              <td>
                {indicator.collected.from}年（{indicator.collected.source}）
              </td>
            </tr>
          )}
          {target && (
            <tr>
              <th scope="row">目标值</th>
              <td>
                {valueText(indicator, target)}（{target.source}）
              </td>
            </tr>
          )}
          {assessment && shownAt(indicator, 'province') && <ProvinceRow assessment={assessment} />}
        </tbody>
      </table>
    </Panel>
  );
}

function ProvinceRow({ assessment }: { assessment: Assessment }) {
  const { catalogue, regions } = useOffice();
  const { province } = regions;
  const { whole } = useWords();
  const view = useView();
  const { indicator } = useShown();
  const figure = figureOf(assessment, 'province', province.code, indicator.id);
  const measure = measureOf(indicator);
  const interval = intervalText(measure, figure);
  const { met } = measure.words;
  const unit = catalogue.countUnit(indicator);
  return (
    <tr>
      <th scope="row">
        {whole}
        {view.name}
      </th>
      <td>
        {figure.value === null ? (
          <NoFigure figure={figure} />
        ) : (
          <span className="kp-province-figure">
            <strong>{valueText(indicator, figure)}</strong>
            <span>{figure.low === null ? interval : `95% 区间 ${interval}`}</span>
            {figure.numerator !== null && (
              <>
                <span>
                  {met} <CountLink value={figure} side="numerator" /> {unit}
                </span>
                <span>
                  {indicator.words.missing} <CountLink value={figure} side="missing" /> {unit}
                </span>
              </>
            )}
            <span>
              全部 <CountLink value={figure} side="denominator" /> {unit}
            </span>
          </span>
        )}
        <LeftOutNote {...figure} />
        {isOfReporting(indicator) && (
          <>
            {' '}
            <ScreenLink screen="submissions" search={{ tab: 'register' }} className="kp-evidence">
              看报送登记
            </ScreenLink>
          </>
        )}
      </td>
    </tr>
  );
}
