import type { ReactNode } from 'react';
import type { Assessment, IndicatorValue } from '../assessment/assess';
import type { AreaLevel } from '../domain/cells';
import { daysText, NO_CASE, rateText, valueText } from '../domain/display';
import { INDICATORS, type Indicator } from '../domain/indicators';
import { COMPARISONS, type Comparison, compare } from './comparison';
import { figureOf, useOffice } from './data';
import { EvidenceLink } from './EvidenceLink';
import { countsText, intervalText } from './Figure';
import { ScreenLink } from './navigation';
import { UndatedNote } from './UndatedNote';
import './heat.css';

const LEGEND: Comparison[] = ['clearlyBetter', 'better', 'worse', 'clearlyWorse'];

export interface HeatColumn {
  level: AreaLevel;
  id: string;
  /** Name of the area, mostly a link. */
  head: ReactNode;
  /** The column looked at: outlined. */
  chosen?: boolean;
}

export interface HeatTableProps {
  caption: string;
  assessment: Assessment;
  columns: readonly HeatColumn[];
  /** What stands in place of the figures where an indicator has none at this level. */
  without?: (indicator: Indicator) => string | undefined;
}

/** Every indicator of several areas against the province. Colour and sign say the same; each cell opens its rows. */
export function HeatTable({ caption, assessment, columns, without }: HeatTableProps) {
  const { province } = useOffice().profile.regions;
  return (
    <>
      <div className="kp-plain-scroll">
        <table className="kp-plain kp-heat">
          <caption className="kp-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">指标</th>
              <th scope="col">全省</th>
              {columns.map((c) => (
                <th key={c.id} scope="col" className={c.chosen ? 'kp-heat-chosen' : undefined}>
                  {c.head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {INDICATORS.map((indicator) => {
              const benchmark = figureOf(assessment, 'province', province.code, indicator.id);
              const reason = without?.(indicator);
              return (
                <tr key={indicator.id}>
                  <th scope="row">
                    <ScreenLink screen="indicators" search={{ id: indicator.id }} title={indicator.words.numerator}>
                      {indicator.name}
                    </ScreenLink>
                    {indicator.kind === 'duration' && <small>工作日，短者为优</small>}
                  </th>
                  <HeatCell indicator={indicator} figure={benchmark} />
                  {reason ? (
                    <td colSpan={columns.length} className="kp-heat-none kp-heat-without">
                      {reason}
                    </td>
                  ) : (
                    columns.map((c) => (
                      <HeatCell
                        key={c.id}
                        indicator={indicator}
                        figure={figureOf(assessment, c.level, c.id, indicator.id)}
                        province={benchmark}
                        chosen={c.chosen}
                      />
                    ))
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <ul className="kp-heat-legend" aria-label="图例">
        {LEGEND.map((standing) => (
          <li key={standing}>
            <span className={`kp-heat-swatch kp-heat-${standing}`} aria-hidden="true">
              {COMPARISONS[standing].sign}
            </span>
            {COMPARISONS[standing].words}
          </li>
        ))}
        <li>“明显”：全省值在该列的 95% 区间（Wilson）之外；办理时长没有区间，只分优劣</li>
      </ul>
    </>
  );
}

interface HeatCellProps {
  indicator: Indicator;
  figure: IndicatorValue;
  /** Absent for the province's own cell, which is not compared. */
  province?: IndicatorValue;
  chosen?: boolean | undefined;
}

function HeatCell({ indicator, figure, province, chosen }: HeatCellProps) {
  const outline = chosen ? 'kp-heat-chosen' : '';
  if (figure.value === null)
    return (
      <td className={`kp-heat-none ${outline}`}>
        {NO_CASE}
        <UndatedNote {...figure} />
      </td>
    );
  const standing = province ? compare(figure, province) : 'none';
  const { sign, words } = COMPARISONS[standing];
  const interval = intervalText(figure);
  // Where nothing is missing there are no rows to show: the whole denominator is.
  const side = figure.numerator === null || figure.numerator === figure.denominator ? 'denominator' : 'missing';
  const value = indicator.kind === 'rate' ? rateText(figure.value) : daysText(figure.value);
  const told = `${figure.name} ${indicator.name} ${valueText(indicator.kind, figure.value)}，${countsText(figure)}${province ? `，${words}` : ''}，查看案件`;
  return (
    <td
      className={`kp-heat-${province ? standing : 'own'} ${outline}`}
      title={interval && (figure.low === null ? interval : `95% 区间 ${interval}`)}
    >
      <span className="kp-heat-value">
        <span aria-hidden="true" className="kp-heat-sign">
          {sign}
        </span>
        <EvidenceLink indicator={figure.indicator} side={side} level={figure.level} id={figure.id} label={told}>
          {value}
        </EvidenceLink>
      </span>
      <small>{countsText(figure)}</small>
      <UndatedNote {...figure} />
    </td>
  );
}
