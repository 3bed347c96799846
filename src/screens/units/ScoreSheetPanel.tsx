import { type Assessment, type RankingRow, rankingOf, scoreSheet } from '../../assessment/assess';
import { countText, isUntold, scoreText } from '../../domain/display';
import type { EvidenceSide } from '../../domain/evidence';
import type { Indicator } from '../../domain/indicators';
import { measureOf } from '../../domain/measures';
import { intervalText, shortName, sideColumn, valueText } from '../../domain/measures/texts';
import { DueQuarterNote } from '../../ui/DueQuarterNote';
import { useAssessment, useOffice, useScheme, useView } from '../../ui/data';
import { EvidenceLink } from '../../ui/EvidenceLink';
import { LeftOutNote } from '../../ui/LeftOutNote';
import { LoadedView } from '../../ui/LoadedView';
import { NoFigure } from '../../ui/NoFigure';
import { ScreenLink } from '../../ui/navigation';
import { opensWords } from '../../ui/opens';
import { Panel } from '../../ui/Panel';
import type { UnitRef } from './groupView';
import { type SheetRow, sheetRows } from './sheetRows';
import { lostOf } from './summary';
import './unit.css';
import { ScrollBox } from '../../ui/ScrollBox';

/** The score sheet (评分表) item by item: from the rule and the cases to the points, and what was lost. */
export function ScoreSheetPanel({ unit }: { unit: UnitRef }) {
  return <LoadedView of={useAssessment()}>{(of) => <Sheet unit={unit} assessment={of} />}</LoadedView>;
}

function Sheet({ unit, assessment }: { unit: UnitRef; assessment: Assessment }) {
  const { catalogue } = useOffice();
  const scheme = useScheme();
  const view = useView();
  const ranked = rankingOf(assessment, unit.group.id).find((r) => r.id === unit.id) as RankingRow;
  const rows = sheetRows(catalogue, scoreSheet(assessment, unit.group.id, unit.id), scheme.decimals);
  const points = (n: number | null) => scoreText(n, scheme.decimals);
  const indicators = rows.map((row) => catalogue.indicator(row.item.indicator));
  const notCounted = [...new Set(indicators.filter((i) => !measureOf(i).eachCase).map(shortName))].join('、');
  return (
    <Panel
      title={`${unit.name}的分数是怎样得来的？`}
      note={`${scheme.name}；率=分子÷分母；区间为 Wilson 95% 区间；没有指标值的项不参评，其分值按比例分摊给其他项；截止 ${view.asOf}`}
    >
      <ScrollBox>
        <table className="kp-plain kp-unit-table kp-sheet">
          <caption className="kp-hidden">
            {view.name}
            {unit.name}评分表
          </caption>
          <thead>
            <tr>
              <th scope="col">考核项与依据</th>
              <th scope="col" className="kp-left">
                计分规则
              </th>
              <th scope="col">分子</th>
              <th scope="col">{sideColumn(indicators, 'missing')}</th>
              <th scope="col">分母</th>
              <th scope="col">指标值</th>
              <th scope="col">{intervalColumn(indicators)}</th>
              <th scope="col">满分</th>
              <th scope="col">得分</th>
              <th scope="col">失分</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <SheetLine key={row.item.id} unit={unit} row={row} points={points} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={7}>
                合计
              </th>
              <td>{points(ranked.full)}</td>
              <td>{points(ranked.score)}</td>
              <td>{points(lostOf(ranked, scheme))}</td>
            </tr>
          </tfoot>
        </table>
      </ScrollBox>
      {rows.some((row) => row.oneCase) && (
        <p className="kp-note kp-parts-legend">
          “一件过 1 分”：分母不变，多一件（份）或少一件（份）未达到，本项得分的变动就超过 1 分，比较名次时须看清。
          {notCounted && `${notCounted}不由一件决定，不标。`}
        </p>
      )}
    </Panel>
  );
}

/** What tells how sure or how spread the values are, of all measures that say so. */
const intervalColumn = (indicators: readonly Indicator[]): string =>
  [...new Set(indicators.map((i) => measureOf(i).words.interval).filter(Boolean))].join('、');

function SheetLine({ unit, row, points }: { unit: UnitRef; row: SheetRow; points: (n: number | null) => string }) {
  const { catalogue } = useOffice();
  const { item, figure, score, missing } = row;
  const of = catalogue.indicator(item.indicator);
  const { name, words } = of;
  const unitOf = catalogue.countUnit(of);
  const count = (n: number | null, side: EvidenceSide, what: string) => {
    if (n === null) return '—';
    if (n === 0) return isUntold(figure) ? '—' : `0 ${unitOf}`;
    return (
      <EvidenceLink
        indicator={item.indicator}
        side={side}
        level={figure.level}
        id={figure.id}
        label={`${unit.name} ${name} ${what} ${countText(n)} ${unitOf}，${opensWords(of)}`}
      >
        {countText(n)} {unitOf}
      </EvidenceLink>
    );
  };
  return (
    <tr>
      <th scope="row">
        <ScreenLink screen="indicators" search={{ id: item.indicator }} title={`分子：${words.numerator}`}>
          {name}
        </ScreenLink>
        <small>{item.basis}</small>
        <DueQuarterNote of={of} />
      </th>
      <td className="kp-left">
        {row.rule}
        {row.remark && <small>{row.remark}</small>}
        {row.oneCase && (
          <small className="kp-sheet-one-case">
            <strong>一件过 1 分</strong>：{row.oneCase}
          </small>
        )}
      </td>
      <td>{count(figure.numerator, 'numerator', '分子')}</td>
      <td>{count(missing, 'missing', measureOf(of).words.missing)}</td>
      <td>
        {count(figure.denominator, 'denominator', '分母')}
        <LeftOutNote {...figure} />
      </td>
      <td>{figure.value === null ? <NoFigure figure={figure} /> : valueText(of, figure)}</td>
      <td className="kp-sheet-interval">{intervalText(measureOf(of), figure) || '—'}</td>
      <td>
        {score.points === null ? '—' : points(score.full)}
        {(row.shared || score.points === null) && <small>方案 {item.weight}</small>}
      </td>
      <td>{score.points === null ? <span className="kp-no-case">不参评</span> : points(score.points)}</td>
      <td className={row.lost > 0 ? 'kp-sheet-lost' : undefined}>{score.points === null ? '—' : points(row.lost)}</td>
    </tr>
  );
}
