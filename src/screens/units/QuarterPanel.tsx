import type { Area } from '../../assessment/assess';
import type { Tabulation } from '../../domain/cells';
import type { IndicatorId } from '../../domain/indicators';
import { isOfReporting } from '../../domain/indicators';
import { measureOf } from '../../domain/measures';
import { periodShortName, type Quarter, quartersOf } from '../../domain/period';
import { DueQuarterNote } from '../../ui/DueQuarterNote';
import { useOffice, useView } from '../../ui/data';
import { dueInQuarter, dueQuarterWords } from '../../ui/dueQuarter';
import { Figure } from '../../ui/Figure';
import { Panel } from '../../ui/Panel';
import { quarterPeriods, quarterRows } from '../../ui/quarterRows';
import './unit.css';
import { ScrollBox } from '../../ui/ScrollBox';
import { sideToOpen } from '../../ui/sideCount';

export interface QuarterPanelProps {
  area: Area;
  table: Tabulation;
  /** The indicator of the trend chart beside the table. */
  chosen: IndicatorId;
  onChoose: (indicator: IndicatorId) => void;
}

/** Every indicator in each quarter of the view's year. A name chooses the indicator that the chart draws. */
export function QuarterPanel({ area, table, chosen, onChoose }: QuarterPanelProps) {
  const office = useOffice();
  const view = useView();
  return (
    <Panel
      title={`${area.name}各季度的指标`}
      note={`报送及时率${dueQuarterWords(office, view.year)}；截止 ${view.asOf}`}
      hint="点指标名称在图中看趋势；点数字看未达到的案件，没有未达到的为全部"
      className="kp-quarters-panel"
    >
      <ScrollBox>
        <table className="kp-plain kp-unit-table kp-quarters">
          <caption className="kp-hidden">
            {area.name}
            {view.year}年各季度指标
          </caption>
          <thead>
            <tr>
              <th scope="col">指标</th>
              {quarterPeriods(view.year).map((p) => (
                <th scope="col" key={p}>
                  {periodShortName(p)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {quarterRows(office.catalogue, table, area, view.year).map(({ indicator, quarters }) => (
              <tr key={indicator.id} className={indicator.id === chosen ? 'kp-chosen' : undefined}>
                <th scope="row">
                  <button
                    type="button"
                    className="kp-choose"
                    aria-pressed={indicator.id === chosen}
                    onClick={() => onChoose(indicator.id)}
                  >
                    {indicator.name}
                  </button>
                  {measureOf(indicator).words.unit && <small>{measureOf(indicator).words.unit}</small>}
                  <DueQuarterNote of={indicator} />
                </th>
                {quarters.map((v) => (
                  <td key={v.period}>
                    <Figure value={v} opens={sideToOpen(office.catalogue, v)} />
                    {isOfReporting(indicator) && (
                      <small>{dueInQuarter(office, quartersOf(v.period)[0] as Quarter)}</small>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Panel>
  );
}
