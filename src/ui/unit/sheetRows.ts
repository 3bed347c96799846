import type { ScoreLine } from '../../assessment/scoreSheet';
import { indicator } from '../../domain/indicators';
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
}

export const sheetRows = (sheet: readonly ScoreLine[]): SheetRow[] =>
  sheet.map((line) => {
    const { figure, item, score } = line;
    const rule = ruleText(item);
    return {
      ...line,
      missing: figure.numerator === null ? null : figure.denominator - figure.numerator,
      rule,
      remark: figure.value === null ? score.note : '',
      shared: score.points !== null && Math.abs(score.full - item.weight) > 1e-9,
    };
  });

/** The assessed items as a chart draws them: points got and lost. */
export const pointsItems = (sheet: readonly ScoreLine[]) =>
  sheet.flatMap(({ item, score, lost }) =>
    score.points === null
      ? []
      : [{ target: item.indicator, name: indicator(item.indicator).name, points: score.points, lost }],
  );
