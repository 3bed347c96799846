import type { Assessment, IndicatorValue } from '../../assessment/assess';
import { countText, daysText, rateText } from '../../domain/display';
import type { Indicator } from '../../domain/indicators';
import { COMPARISONS, compare } from '../comparison';
import { useOffice, useView } from '../data';
import { EvidenceLink } from '../EvidenceLink';
import { countsText, intervalText } from '../Figure';
import { ScreenLink } from '../navigation';
import { Panel } from '../Panel';
import { RateBar } from '../RateBar';
import { UndatedNote } from '../UndatedNote';
import { type BenchmarkRow, benchmarkRows } from './benchmark';
import { UNITS, type UnitRef } from './group';
import '../heat.css';
import './unit.css';

const text = ({ kind }: Indicator, v: IndicatorValue): string =>
  kind === 'rate' ? rateText(v.value) : daysText(v.value);

/** Every indicator against the province and the best of the list. */
export function BenchmarkPanel({ unit, assessment }: { unit: UnitRef; assessment: Assessment }) {
  const office = useOffice();
  const view = useView();
  const { noun } = UNITS[unit.group];
  const rows = benchmarkRows(office, assessment, unit);
  return (
    <Panel
      title={`${unit.name}与全省、与最好的${noun}相比怎样？`}
      note={`条形为指标值，细线为 95% 区间，竖线为全省；“明显”指全省值在区间之外；最好的只在参评${noun}中找，n 小的须慎重；截止 ${view.asOf}`}
    >
      <div className="kp-plain-scroll">
        <table className="kp-plain kp-unit-table kp-benchmark">
          <caption className="kp-hidden">
            {view.name}
            {unit.name}各指标与全省和最好的{noun}比较
          </caption>
          <thead>
            <tr>
              <th scope="col">指标</th>
              <th scope="col">{unit.name}</th>
              <th scope="col">分子/分母</th>
              <th scope="col" className="kp-left">
                0%–100%
              </th>
              <th scope="col">全省</th>
              <th scope="col" className="kp-left">
                与全省比
              </th>
              <th scope="col">最好的值</th>
              <th scope="col" className="kp-left">
                最好的{noun}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <BenchmarkLine key={row.indicator.id} unit={unit} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function BenchmarkLine({ unit, row: { indicator, own, province, best } }: { unit: UnitRef; row: BenchmarkRow }) {
  const standing = compare(own, province);
  const { sign, words } = COMPARISONS[standing];
  const [first] = best;
  return (
    <tr>
      <th scope="row">
        <ScreenLink screen="indicators" search={{ id: indicator.id }} title={indicator.words.numerator}>
          {indicator.name}
        </ScreenLink>
        {indicator.kind === 'duration' && <small>工作日，短者为优</small>}
      </th>
      <td>
        {own.value === null ? (
          <span className="kp-no-case">无案件</span>
        ) : (
          <EvidenceLink
            indicator={indicator.id}
            side="denominator"
            level={own.level}
            id={own.id}
            label={`${unit.name} ${indicator.name} ${text(indicator, own)}，查看案件`}
          >
            {text(indicator, own)}
          </EvidenceLink>
        )}
      </td>
      <td>
        {own.value === null ? '—' : countsText(own)}
        <UndatedNote {...own} />
      </td>
      <td className="kp-left">
        {indicator.kind === 'rate' ? (
          <RateBar value={own.value} low={own.low} high={own.high} reference={province.value} />
        ) : (
          <span className="kp-no-case">{intervalText(own)}</span>
        )}
      </td>
      <td>{text(indicator, province)}</td>
      <td className={`kp-left kp-heat-${standing}`}>
        <span aria-hidden="true">{sign}</span> {words}
      </td>
      <td>{first ? text(indicator, first) : '—'}</td>
      <td className="kp-left">
        <BestUnits unit={unit} best={best} />
      </td>
    </tr>
  );
}

/** At most this many level best units are named. */
const NAMED = 2;

function BestUnits({ unit, best }: { unit: UnitRef; best: IndicatorValue[] }) {
  const { screen, noun } = UNITS[unit.group];
  if (best.length === 0) return '—';
  return (
    <>
      {best.slice(0, NAMED).map((v, i) => (
        <span key={v.id}>
          {i > 0 && '、'}
          {v.id === unit.id ? (
            <strong>本{noun}</strong>
          ) : (
            <ScreenLink screen={screen} search={{ id: v.id }} className="kp-evidence">
              {v.name}
            </ScreenLink>
          )}
          <span className="kp-inline">n={countText(v.denominator)}</span>
        </span>
      ))}
      {best.length > NAMED && ` 等 ${best.length} 个并列`}
    </>
  );
}
