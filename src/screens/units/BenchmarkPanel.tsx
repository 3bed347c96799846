import type { Assessment, IndicatorValue } from '../../assessment/assess';
import { countText } from '../../domain/display';
import { shownAt } from '../../domain/indicators';
import { measureOf } from '../../domain/measures';
import { countsText, figureText, intervalText, reachesTarget, targetText, unitNote } from '../../domain/measures/texts';
import type { Scheme } from '../../domain/scheme';
import { unitsScreen } from '../../ui/address';
import { compare, fewWords, SIGNS, standingNotes, standingWords } from '../../ui/comparison';
import { DueQuarterNote } from '../../ui/DueQuarterNote';
import { useOffice, useScheme, useView, useWords } from '../../ui/data';
import { EvidenceLink } from '../../ui/EvidenceLink';
import { LeftOutNote } from '../../ui/LeftOutNote';
import { NoFigure } from '../../ui/NoFigure';
import { ScreenLink } from '../../ui/navigation';
import { opensWords } from '../../ui/opens';
import { Panel } from '../../ui/Panel';
import { RateBar } from '../../ui/RateBar';
import { type BenchmarkRow, benchmarkRows } from './benchmark';
import type { UnitRef } from './groupView';
import '../../ui/heat.css';
import './unit.css';
import { ScrollBox } from '../../ui/ScrollBox';

/** Every indicator against the province and the best of the list. */
export function BenchmarkPanel({ unit, assessment }: { unit: UnitRef; assessment: Assessment }) {
  const office = useOffice();
  const view = useView();
  const { noun } = unit.group;
  const { whole } = office.words;
  const { smallN } = useScheme();
  const rows = benchmarkRows(office, assessment, unit, smallN);
  return (
    <Panel
      title={`${unit.name}与${whole}、与最好的${noun}相比怎样？`}
      note={`条形为指标值，细线为 95% 区间，竖线为${whole}；${standingNotes(
        rows.map((r) => r.indicator),
        whole,
      ).join('；')}；${fewWords(smallN)}的不比优劣；最好的只在参评、件数不少的${noun}中找；截止 ${view.asOf}`}
    >
      <ScrollBox>
        <table className="kp-plain kp-unit-table kp-benchmark">
          <caption className="kp-hidden">
            {view.name}
            {unit.name}各指标与{whole}和最好的{noun}比较
          </caption>
          <thead>
            <tr>
              <th scope="col">指标</th>
              <th scope="col">{unit.name}</th>
              <th scope="col">分子/分母或 n</th>
              <th scope="col" className="kp-left">
                0%–100%
              </th>
              <th scope="col">{whole}</th>
              <th scope="col" className="kp-left">
                与{whole}比
              </th>
              <th scope="col">最好的值</th>
              <th scope="col" className="kp-left">
                最好的{noun}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <BenchmarkLine key={row.indicator.id} unit={unit} row={row} smallN={smallN} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Panel>
  );
}

interface BenchmarkLineProps {
  unit: UnitRef;
  row: BenchmarkRow;
  smallN: Scheme['smallN'];
}

function BenchmarkLine({ unit, row: { indicator, own, province, best }, smallN }: BenchmarkLineProps) {
  const { catalogue } = useOffice();
  const measure = measureOf(indicator);
  const standing = compare(catalogue, own, province, smallN);
  const { whole } = useWords();
  const sign = SIGNS[standing];
  const words = standingWords(standing, whole);
  const reaches = reachesTarget(indicator, own);
  const [first] = best;
  return (
    <tr>
      <th scope="row">
        <ScreenLink screen="indicators" search={{ id: indicator.id }} title={indicator.words.numerator}>
          {indicator.name}
        </ScreenLink>
        {unitNote(measure) && <small>{unitNote(measure)}</small>}
        {targetText(indicator) && <small>{targetText(indicator)}</small>}
        <DueQuarterNote of={indicator} />
      </th>
      <td>
        {own.value === null ? (
          <NoFigure figure={own} />
        ) : (
          <EvidenceLink
            indicator={indicator.id}
            side="denominator"
            level={own.level}
            id={own.id}
            label={`${unit.name} ${indicator.name} ${figureText(indicator, own)}，${opensWords(indicator)}`}
          >
            {figureText(indicator, own)}
          </EvidenceLink>
        )}
      </td>
      <td>
        {own.value === null ? '—' : countsText(measure, own)}
        <LeftOutNote {...own} />
      </td>
      <td className="kp-left">
        {measure.whole !== null ? (
          <RateBar figure={own} reference={province} />
        ) : (
          <span className="kp-no-case">{intervalText(measure, own)}</span>
        )}
      </td>
      <td>{shownAt(indicator, 'province') ? figureText(indicator, province) : '—'}</td>
      <td className={`kp-left kp-heat-${standing}`}>
        {standing !== 'few' && <span aria-hidden="true">{sign}</span>} {words}
        {reaches !== null && !measure.addsUp && <small>{reaches ? '达到目标' : '未达到目标'}</small>}
      </td>
      <td>{first ? figureText(indicator, first) : '—'}</td>
      <td className="kp-left">
        <BestUnits unit={unit} best={best} />
      </td>
    </tr>
  );
}

/** At most this many level best units are named. */
const NAMED = 2;

function BestUnits({ unit, best }: { unit: UnitRef; best: IndicatorValue[] }) {
  const { id, noun } = unit.group;
  const screen = unitsScreen(id);
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
