import { useLayoutEffect, useRef } from 'react';
import type { IndicatorValue } from '../assessment/assess';
import { differenceFrom } from '../assessment/difference';
import type { Catalogue } from '../domain/catalogue/catalogue';
import { countText, isUntold, noneText, partlyWords, UNTOLD_WORDS, undatedText, whyUntold } from '../domain/display';
import { type Indicator, isOfReporting } from '../domain/indicators';
import { measureOf } from '../domain/measures';
import { countsText, differenceText, intervalText, reachesTarget, valueText } from '../domain/measures/texts';
import type { Office } from '../domain/office';
import type { Scheme } from '../domain/scheme';
import type { Words } from '../domain/units';
import { compare, fewWords, standingWords } from './comparison';
import { useOffice, useView } from './data';
import { dueQuarterWords } from './dueQuarter';
import { placeBeside } from './placeBeside';

export interface HeatTipProps {
  /** What the cell's link names as its description. */
  id: string;
  anchor: HTMLElement;
  figure: IndicatorValue;
  /** The province; absent for its own cell. */
  benchmark?: IndicatorValue;
  smallN: Scheme['smallN'];
}

/** All that there is to say of one cell of a heat table, beside it and wholly within the window. */
export function HeatTip({ id, anchor, figure, benchmark, smallN }: HeatTipProps) {
  const office = useOffice();
  const view = useView();
  const box = usePlaced(anchor);
  const of = office.catalogue.indicator(figure.indicator);
  return (
    <div ref={box} id={id} role="tooltip" className="kp-heat-tip kp-no-print">
      <strong>
        {figure.name} {of.name}
      </strong>
      <dl>
        {facts(office, of, figure, benchmark).map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {notes(office.catalogue, of, figure, benchmark, smallN, office.words).map((note) => (
        <p key={note}>{note}</p>
      ))}
      {isOfReporting(of) && <p>{dueQuarterWords(office, view.year)}</p>}
    </div>
  );
}

function facts(
  { catalogue, words: { whole } }: Office,
  of: Indicator,
  figure: IndicatorValue,
  benchmark: IndicatorValue | undefined,
): [string, string][] {
  const measure = measureOf(of);
  const { words } = measure;
  const value = (v: IndicatorValue) => `${valueText(of, v)}${v.value === null ? '' : `（${countsText(measure, v)}）`}`;
  const { numerator, denominator } = figure;
  const counts = numerator === null ? countText(denominator) : `${countText(numerator)}/${countText(denominator)}`;
  const difference = benchmark && !measure.addsUp ? differenceFrom(figure, benchmark) : null;
  const reaches = reachesTarget(of, figure);
  return [
    [words.value, valueText(of, figure)],
    ...(figure.low === null ? [] : [['95% 区间', intervalText(measure, figure)] as [string, string]]),
    ...(figure.p90 === null ? [] : [['分布', intervalText(measure, figure)] as [string, string]]),
    ...(isUntold(figure) ? [] : [[words.counts, `${counts} ${catalogue.countUnit(of)}`] as [string, string]]),
    ...(benchmark ? [[whole, value(benchmark)] as [string, string]] : []),
    ...(difference === null ? [] : [[`比${whole}`, differenceText(of, difference)] as [string, string]]),
    ...(of.target
      ? [
          [
            '目标',
            `${valueText(of, of.target)}（${of.target.source}）${reaches === null ? '' : reaches ? '，达到' : '，未达到'}`,
          ] as [string, string],
        ]
      : []),
  ];
}

function notes(
  catalogue: Catalogue,
  of: Indicator,
  figure: IndicatorValue,
  benchmark: IndicatorValue | undefined,
  smallN: Scheme['smallN'],
  { whole }: Words,
): string[] {
  const found: string[] = figure.partly ? [partlyWords(figure.partly)] : [];
  const untold = whyUntold(figure);
  if (untold) found.push(UNTOLD_WORDS[untold]);
  else if (figure.value === null)
    found.push(
      `${noneText(of)}：${measureOf(of).whole === null ? '没有可算的，不计 0' : '分母为零，不是 0%，也不是 100%'}`,
    );
  else if (benchmark) {
    const standing = compare(catalogue, figure, benchmark, smallN);
    const words = standingWords(standing, whole);
    found.push(standing === 'few' ? `${words}：${fewWords(smallN)}（${smallN.basis}）` : words);
  }
  if (figure.undated > 0) found.push(undatedText(figure.undated, catalogue.countUnit(of)));
  return found;
}

/** Keeps the box beside its cell while the page scrolls below it. */
function usePlaced(anchor: HTMLElement) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const follow = () => {
      if (!box.current) return;
      const { left, top } = placeBeside(anchor.getBoundingClientRect(), box.current.getBoundingClientRect(), {
        width: document.documentElement.clientWidth,
        height: window.innerHeight,
      });
      box.current.style.left = `${left}px`;
      box.current.style.top = `${top}px`;
    };
    follow();
    window.addEventListener('scroll', follow, { capture: true, passive: true });
    window.addEventListener('resize', follow);
    return () => {
      window.removeEventListener('scroll', follow, { capture: true });
      window.removeEventListener('resize', follow);
    };
  });
  return box;
}
