import { type KeyboardEvent, memo, type ReactNode, type SyntheticEvent, useId, useState } from 'react';
import type { Assessment, IndicatorValue } from '../assessment/assess';
import type { AreaLevel } from '../domain/cells';
import { PARTLY_NOTE } from '../domain/display';
import { type Indicator, type IndicatorId, shownAt } from '../domain/indicators';
import { measureOf } from '../domain/measures';
import { countsText, figureText, targetText, unitNote, valueText } from '../domain/measures/texts';
import { type Comparison, compare, fewWords, SIGNS, standingNotes, standingWords } from './comparison';
import { DueQuarterNote } from './DueQuarterNote';
import { figureOf, useOffice, useScheme, useWords } from './data';
import { EvidenceLink } from './EvidenceLink';
import { CellCounts } from './Figure';
import { HeatTip } from './HeatTip';
import { LeftOutNote } from './LeftOutNote';
import { NoFigure } from './NoFigure';
import { ScreenLink } from './navigation';
import { opensWords } from './opens';
import { sideToOpen } from './sideCount';
import './heat.css';
import { ScrollBox } from './ScrollBox';

const LEGEND: Comparison[] = ['clearlyBetter', 'better', 'worse', 'clearlyWorse', 'few'];

export interface HeatColumn {
  key: string;
  /** Name of the area, mostly a link. */
  head: ReactNode;
  figure: (id: IndicatorId) => IndicatorValue;
  /** The column looked at: outlined. */
  chosen?: boolean;
}

export interface HeatTableProps {
  caption: string;
  assessment: Assessment;
  /** What the columns are: indicators that are not shown of such areas have no row, those not shown of the whole no figure of it. */
  level: AreaLevel;
  columns: readonly HeatColumn[];
  /** Why an indicator has no figures of these areas, where that is to be said. */
  without?: (indicator: Indicator) => string | undefined;
}

/** Every indicator of several areas against the province. Colour and sign say the same; each cell opens its rows. */
export function HeatTable({ caption, assessment, level, columns, without }: HeatTableProps) {
  const { catalogue, regions } = useOffice();
  const { province } = regions;
  const { whole } = useWords();
  const { smallN } = useScheme();
  const tipId = useId();
  const tip = useTip();
  const figures = (id: IndicatorId) => columns.map((c) => c.figure(id));
  const rows = catalogue.indicators.filter((i) => shownAt(i, level) || without?.(i));
  return (
    <>
      <ScrollBox>
        <table className="kp-plain kp-heat" {...tip.handlers}>
          <caption className="kp-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">指标</th>
              <th scope="col">{whole}</th>
              {columns.map((c) => (
                <th key={c.key} scope="col" className={c.chosen ? 'kp-heat-chosen' : undefined}>
                  {c.head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const benchmark = figureOf(assessment, 'province', province.code, row.id);
              const reason = without?.(row);
              const cell = (figure: IndicatorValue, of: string, more?: Pick<HeatCellProps, 'standing' | 'chosen'>) => (
                <HeatCell
                  key={of}
                  cell={`${row.id}/${of}`}
                  figure={figure}
                  describedBy={tip.cell === `${row.id}/${of}` ? tipId : undefined}
                  {...more}
                />
              );
              return (
                <tr key={row.id}>
                  <th scope="row">
                    <ScreenLink screen="indicators" search={{ id: row.id }} title={row.words.numerator}>
                      {row.name}
                    </ScreenLink>
                    {unitNote(measureOf(row)) && <small>{unitNote(measureOf(row))}</small>}
                    {targetText(row) && <small>{targetText(row)}</small>}
                    <DueQuarterNote of={row} />
                  </th>
                  {shownAt(row, 'province') ? cell(benchmark, 'province') : <td className="kp-heat-none">—</td>}
                  {reason ? (
                    <td colSpan={columns.length} className="kp-heat-none kp-heat-without">
                      {reason}
                    </td>
                  ) : (
                    figures(row.id).map((figure, i) => {
                      const { key, chosen } = columns[i] as HeatColumn;
                      return cell(figure, key, { standing: compare(catalogue, figure, benchmark, smallN), chosen });
                    })
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollBox>
      {tip.at && (
        <HeatTip
          id={tipId}
          anchor={tip.at}
          {...shownIn(tip.cell, assessment, province.code, columns)}
          smallN={smallN}
        />
      )}
      <ul className="kp-heat-legend" aria-label="图例">
        {LEGEND.map((standing) => (
          <li key={standing}>
            <span className={`kp-heat-swatch kp-heat-${standing}`} aria-hidden="true">
              {SIGNS[standing]}
            </span>
            {standing === 'few' ? `${fewWords(smallN)}，不比优劣` : standingWords(standing, whole)}
          </li>
        ))}
        {standingNotes(
          rows.filter((i) => !without?.(i)),
          whole,
        ).map((note) => (
          <li key={note}>{note}</li>
        ))}
        {rows.some((row) => figures(row.id).some((f) => f.partly)) && (
          <li className="kp-heat-partly">† {PARTLY_NOTE}</li>
        )}
      </ul>
    </>
  );
}

/** The figures that the tip of a cell tells. */
function shownIn(cell: string, assessment: Assessment, province: string, columns: readonly HeatColumn[]) {
  const [id, key] = cell.split('/') as [IndicatorId, string];
  const benchmark = figureOf(assessment, 'province', province, id);
  const column = columns.find((c) => c.key === key);
  return column ? { figure: column.figure(id), benchmark } : { figure: benchmark };
}

/** One tip for all cells: that of the cell under the pointer, or of the one whose link has the focus. Escape closes it. */
function useTip() {
  const [at, setAt] = useState<HTMLElement | null>(null);
  const cellOf = (event: SyntheticEvent) => (event.target as Element).closest<HTMLElement>('[data-cell]');
  const close = () => setAt(null);
  return {
    at,
    cell: at?.dataset.cell ?? '',
    handlers: {
      onMouseOver: (event: SyntheticEvent) => setAt(cellOf(event)),
      onMouseLeave: close,
      onFocus: (event: SyntheticEvent) => setAt(cellOf(event)),
      onBlur: close,
      onKeyDown: (event: KeyboardEvent) => event.key === 'Escape' && close(),
    },
  };
}

interface HeatCellProps {
  /** Names the cell to the tip. */
  cell: string;
  figure: IndicatorValue;
  /** Against the province; absent for the province's own cell. */
  standing?: Comparison;
  chosen?: boolean | undefined;
  describedBy: string | undefined;
}

const HeatCell = memo(function HeatCell({ cell, figure, standing, chosen, describedBy }: HeatCellProps) {
  const { whole } = useWords();
  const { catalogue } = useOffice();
  const of = catalogue.indicator(figure.indicator);
  const outline = chosen ? 'kp-heat-chosen' : '';
  if (figure.value === null)
    return (
      <td className={`kp-heat-none ${outline}`} data-cell={cell}>
        <NoFigure figure={figure} />
        <LeftOutNote {...figure} />
      </td>
    );
  const sign = SIGNS[standing ?? 'none'];
  const words = standingWords(standing ?? 'none', whole);
  const side = sideToOpen(catalogue, figure);
  const told = `${figure.name} ${of.name} ${valueText(of, figure)}，${countsText(measureOf(of), figure)}${standing ? `，${words}` : ''}，${opensWords(of)}`;
  return (
    <td className={`kp-heat-${standing ?? 'own'} ${outline}`} data-cell={cell}>
      <span className="kp-heat-value">
        <span aria-hidden="true" className="kp-heat-sign">
          {standing !== 'few' && sign}
        </span>
        <EvidenceLink
          indicator={figure.indicator}
          side={side}
          level={figure.level}
          id={figure.id}
          own={figure.own}
          label={told}
          describedBy={describedBy}
        >
          {figureText(of, figure)}
        </EvidenceLink>
      </span>
      <CellCounts figure={figure} few={standing === 'few'} />
      <LeftOutNote {...figure} />
    </td>
  );
});
