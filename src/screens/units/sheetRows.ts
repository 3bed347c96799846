import type { ScoreLine } from '../../assessment/assess';
import { movesMoreThanAPoint, oneCase } from '../../assessment/oneCase';
import type { Catalogue } from '../../domain/catalogue/catalogue';
import { signedScore } from '../../domain/display';
import { ruleText } from '../../domain/scoring';

/** One line of the score sheet as it is shown. */
export interface SheetRow extends ScoreLine {
  /** Cases of the denominator that did not meet it; null for a duration. */
  missing: number | null;
  /** The rule in words. */
  rule: string;
  /** Why the line is as it is, where the rule alone does not say it: no case, or another item's weight shared out. */
  remark: string;
  /** Whether the full marks differ from the scheme's weight. */
  shared: boolean;
  /** What one case would change of the points, where that is more than one point: 再缺 1 件 −3.33 分，少缺 1 件 +1.11 分. */
  oneCase: string | null;
}

/** @param decimals the scheme's */
export const sheetRows = (catalogue: Catalogue, sheet: readonly ScoreLine[], decimals: number): SheetRow[] =>
  sheet.map((line) => {
    const { figure, item, score } = line;
    const rule = ruleText(catalogue, item);
    return {
      ...line,
      oneCase: oneCaseText(catalogue, line, decimals),
      missing: figure.numerator === null ? null : figure.denominator - figure.numerator,
      rule,
      remark: figure.value === null ? score.note : '',
      shared: score.points !== null && Math.abs(score.full - item.weight) > 1e-9,
    };
  });

function oneCaseText(catalogue: Catalogue, line: ScoreLine, decimals: number): string | null {
  const change = oneCase(catalogue, line, decimals);
  if (!change || !movesMoreThanAPoint(change)) return null;
  const unit = catalogue.countUnit(catalogue.indicator(line.item.indicator));
  const part = (words: string, points: number | null) =>
    points === null ? [] : [`${words} 1 ${unit} ${signedScore(points, decimals)} 分`];
  return [...part('再缺', change.missed), ...part('少缺', change.met)].join('，');
}

/** The assessed items as a chart draws them: points got and lost. */
export const pointsItems = (catalogue: Catalogue, sheet: readonly ScoreLine[]) =>
  sheet.flatMap(({ item, figure, score, lost }) => {
    if (score.points === null) return [];
    const of = catalogue.indicator(item.indicator);
    const { undated } = figure;
    return [{ target: of.id, name: of.name, points: score.points, lost, undated, unit: catalogue.countUnit(of) }];
  });
