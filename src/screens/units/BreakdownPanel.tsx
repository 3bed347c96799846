import { type ReactNode, useEffect, useRef } from 'react';
import type { Assessment, IndicatorValue } from '../../assessment/assess';
import type { Attention } from '../../domain/catalogue/indicator';
import type { AreaLevel } from '../../domain/cells';
import { countText, isUntold } from '../../domain/display';
import { type CaseIndicator, shownAt } from '../../domain/indicators';
import { measureOf } from '../../domain/measures';
import { countsText, figureText, intervalText, shortName, valueText, valueWords } from '../../domain/measures/texts';
import { compare, fewWords, SIGNS, standingNotes, standingWords } from '../../ui/comparison';
import { figureOf, useOffice, useScheme, useView, useWords } from '../../ui/data';
import { EvidenceLink } from '../../ui/EvidenceLink';
import { CellCounts } from '../../ui/Figure';
import { LeftOutNote } from '../../ui/LeftOutNote';
import { NoFigure, Untold } from '../../ui/NoFigure';
import { ScreenLink } from '../../ui/navigation';
import { Panel } from '../../ui/Panel';
import { sideToOpen } from '../../ui/sideCount';
import { isTold, type Part, type PartAddress } from './breakdown';
import '../../ui/heat.css';
import './unit.css';
import { ScrollBox } from '../../ui/ScrollBox';

export interface BreakdownPanelProps {
  title: string;
  note: string;
  /** Head of the first column: 县（市、区、行委）. */
  heading: string;
  /** What the parts are: indicators that are not shown of such have no column. */
  level: AreaLevel;
  parts: readonly Part[];
  /** The unit itself, as the last line. */
  whole?: Part;
  assessment: Assessment;
  /** Key of the part that the address names. */
  chosen?: string | undefined;
  renderName: (part: Part) => ReactNode;
}

/** The parts of a unit on every case indicator, each against the province. Colour and sign say the same. */
export function BreakdownPanel(props: BreakdownPanelProps) {
  const { title, note, heading, level, parts, whole, assessment, chosen, renderName } = props;
  const { regions, words, catalogue } = useOffice();
  const view = useView();
  const { smallN } = useScheme();
  const looked = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (chosen === undefined) return;
    // After the router has put a newly opened page to its top.
    const frame = requestAnimationFrame(() => looked.current?.scrollIntoView({ block: 'center' }));
    return () => cancelAnimationFrame(frame);
  }, [chosen]);
  const told = (i: CaseIndicator) => parts.every((part) => isTold({ catalogue }, i, level, part));
  const indicators = catalogue.caseIndicators.filter((i) => shownAt(i, level) && told(i));
  const attention = catalogue.attention.filter(told);
  const untold = [...catalogue.caseIndicators, ...catalogue.attention].filter((i) => !told(i));
  const province = new Map(
    indicators.map((i) => [i.id, figureOf(assessment, 'province', regions.province.code, i.id)]),
  );
  const line = (part: Part) => (
    <>
      {part.figures
        .filter((figure) => province.has(figure.indicator))
        .map((figure) => (
          <PartCell
            key={figure.indicator}
            part={part}
            figure={figure}
            province={part === whole ? undefined : province.get(figure.indicator)}
          />
        ))}
      {attention.map((of) => (
        <AttentionCell key={of.id} of={of} part={part} {...part.attention[catalogue.attention.indexOf(of)]} />
      ))}
    </>
  );
  return (
    <Panel title={title} note={note} hint="点开是未达到的案件，没有未达到的为全部" className="kp-parts-panel">
      <ScrollBox>
        <table className="kp-plain kp-unit-table kp-parts">
          <caption className="kp-hidden">
            {view.name}
            {title}
          </caption>
          <thead>
            <tr>
              <th scope="col">{heading}</th>
              {indicators.map((i) => (
                <th scope="col" key={i.id}>
                  <ScreenLink screen="indicators" search={{ id: i.id }} title={i.words.numerator}>
                    {shortName(i)}
                  </ScreenLink>
                  {valueWords(measureOf(i)) && <small>{valueWords(measureOf(i))}</small>}
                </th>
              ))}
              {attention.map((of) => (
                <th scope="col" key={of.id}>
                  {of.question.name}
                  <small>本期届满，{catalogue.countUnit(of)}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <tr
                key={part.key}
                ref={part.key === chosen ? looked : undefined}
                className={part.key === chosen ? 'kp-chosen' : undefined}
                aria-current={part.key === chosen ? 'true' : undefined}
              >
                <th scope="row">{renderName(part)}</th>
                {line(part)}
              </tr>
            ))}
          </tbody>
          {whole && (
            <tfoot>
              <tr>
                <th scope="row">{whole.name}</th>
                {line(whole)}
              </tr>
            </tfoot>
          )}
        </table>
      </ScrollBox>
      <p className="kp-note kp-parts-legend">
        颜色和记号与{words.whole}比：▲ 明显优于　△ 略优于　▽ 略差于　▼ 明显差于　件数少：
        {fewWords(smallN)}，不比优劣；{standingNotes(indicators, words.whole).join('；')}
        {untold.length > 0 && `；${untold.map(shortName).join('、')}的台账不分${heading}，不列`}
      </p>
    </Panel>
  );
}

function PartCell(props: { part: Part; figure: IndicatorValue; province: IndicatorValue | undefined }) {
  const { catalogue } = useOffice();
  const { whole } = useWords();
  const { part, figure, province } = props;
  const { smallN } = useScheme();
  const undated = (
    <LeftOutNote {...figure} name={part.name} undated={figure.undated} department={part.address.department} />
  );
  if (figure.value === null)
    return (
      <td className="kp-parts-none">
        <NoFigure figure={figure} />
        {undated}
      </td>
    );
  const of = catalogue.indicator(figure.indicator);
  const standing = province ? compare(catalogue, figure, province, smallN) : 'same';
  const sign = SIGNS[standing];
  const words = standingWords(standing, whole);
  const side = sideToOpen(catalogue, figure);
  const told = `${part.name} ${of.name} ${valueText(of, figure)}，${countsText(measureOf(of), figure)}${province ? `，${words}` : ''}，查看案件`;
  return (
    <td className={`kp-heat-${standing}`} title={intervalText(measureOf(of), figure)}>
      <span className="kp-heat-value">
        <span aria-hidden="true" className="kp-heat-sign">
          {standing !== 'few' && sign}
        </span>
        <PartLink address={part.address} indicator={figure.indicator} side={side} label={told}>
          {figureText(of, figure)}
        </PartLink>
      </span>
      <CellCounts figure={figure} few={standing === 'few'} />
      {undated}
    </td>
  );
}

function AttentionCell(props: { of: Attention; part: Part } & Partial<Part['attention'][number]>) {
  const { catalogue } = useOffice();
  const { of, part, count = 0, undated = 0 } = props;
  const { name, side } = of.question;
  const label = `${part.name} ${name} ${countText(count)} ${catalogue.countUnit(of)}，查看案件`;
  return (
    <td className="kp-parts-overdue">
      {isUntold(props) ? (
        <Untold figure={props} />
      ) : count === 0 ? (
        '0'
      ) : (
        <PartLink address={part.address} indicator={of.id} side={side} label={label}>
          {countText(count)}
        </PartLink>
      )}
      <LeftOutNote indicator={of.id} {...part.address} name={part.name} undated={undated} />
    </td>
  );
}

interface PartLinkProps {
  address: PartAddress;
  indicator: IndicatorValue['indicator'];
  side: 'numerator' | 'missing' | 'denominator';
  label: string;
  children: ReactNode;
}

const PartLink = ({ address, ...rest }: PartLinkProps) => <EvidenceLink {...address} {...rest} />;
