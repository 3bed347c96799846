import type { Assessment, IndicatorValue } from '../../assessment/assess';
import { daysText, NO_CASE, rateText, valueText } from '../../domain/display';
import { INDICATORS, type Indicator } from '../../domain/indicators';
import { COMPARISONS, type Comparison, compare } from '../../ui/comparison';
import { figureOf, useOffice, useView } from '../../ui/data';
import { EvidenceLink } from '../../ui/EvidenceLink';
import { countsText, intervalText } from '../../ui/Figure';
import { ScreenLink } from '../../ui/navigation';
import { Panel } from '../../ui/Panel';
import './heat.css';

const LEGEND: Comparison[] = ['clearlyBetter', 'better', 'worse', 'clearlyWorse'];

/** Every indicator of every prefecture against the province. Colour and sign say the same. */
export function HeatPanel({ assessment }: { assessment: Assessment }) {
  const { profile } = useOffice();
  const view = useView();
  return (
    <Panel
      title="哪些指标、哪些市州明显好于或差于全省？"
      note={`每格为指标值和 分子/分母，点开是未达到的案件；率为合计分子÷合计分母；截止 ${view.asOf}`}
    >
      <div className="kp-plain-scroll">
        <table className="kp-plain kp-heat">
          <caption className="kp-hidden">{view.name}各市州指标与全省比较</caption>
          <thead>
            <tr>
              <th scope="col">指标</th>
              <th scope="col">全省</th>
              {profile.regions.prefectures.map((p) => (
                <th key={p.code} scope="col">
                  <ScreenLink screen="prefectures" search={{ id: p.code }} title={p.name}>
                    {p.short}
                  </ScreenLink>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {INDICATORS.map((indicator) => {
              const province = figureOf(assessment, 'province', profile.regions.province.code, indicator.id);
              return (
                <tr key={indicator.id}>
                  <th scope="row">
                    <ScreenLink screen="indicators" search={{ id: indicator.id }} title={indicator.words.numerator}>
                      {indicator.name}
                    </ScreenLink>
                    {indicator.kind === 'duration' && <small>工作日，短者为优</small>}
                  </th>
                  <HeatCell indicator={indicator} figure={province} />
                  {profile.regions.prefectures.map((p) => (
                    <HeatCell
                      key={p.code}
                      indicator={indicator}
                      figure={figureOf(assessment, 'prefecture', p.code, indicator.id)}
                      province={province}
                    />
                  ))}
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
        <li>“明显”：全省值在该市州的 95% 区间（Wilson）之外；办理时长没有区间，只分优劣</li>
      </ul>
    </Panel>
  );
}

interface HeatCellProps {
  indicator: Indicator;
  figure: IndicatorValue;
  /** Absent for the province's own cell, which is not compared. */
  province?: IndicatorValue;
}

function HeatCell({ indicator, figure, province }: HeatCellProps) {
  if (figure.value === null) return <td className="kp-heat-none">{NO_CASE}</td>;
  const standing = province ? compare(figure, province) : 'none';
  const { sign, words } = COMPARISONS[standing];
  const interval = intervalText(figure);
  // Where nothing is missing there are no rows to show: the whole denominator is.
  const side = figure.numerator === null || figure.numerator === figure.denominator ? 'denominator' : 'missing';
  const value = indicator.kind === 'rate' ? rateText(figure.value) : daysText(figure.value);
  const told = `${figure.name} ${indicator.name} ${valueText(indicator.kind, figure.value)}，${countsText(figure)}${province ? `，${words}` : ''}，查看案件`;
  return (
    <td
      className={`kp-heat-${province ? standing : 'own'}`}
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
    </td>
  );
}
