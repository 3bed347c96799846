import { sumPoints } from '../domain/points';
import { itemsOf, type Scheme, type SchemeItem } from '../domain/scheme';
import type { Assessment, IndicatorValue, UnitItemScore } from './assess';

/** One line of a unit's score sheet (评分表): the item, its figure, the points and the points lost. */
export interface ScoreLine {
  item: SchemeItem;
  figure: IndicatorValue;
  score: UnitItemScore;
  /** Full marks less points, to the scheme's decimals; 0 where the item is not assessed. */
  lost: number;
}

/** Whether a figure is that of a unit: ids of units are unique, those of counties and zones are none. */
export const isOfUnit = ({ level, id }: IndicatorValue, unit: string): boolean =>
  id === unit && (level === 'prefecture' || level === 'department');

/** The score sheet of a unit in the order of the scheme; empty for a unit that is not assessed. */
export function scoreSheet(assessment: Assessment, scheme: Scheme, group: string, id: string): ScoreLine[] {
  return itemsOf(scheme, group).flatMap((item) => {
    const score = assessment.scores.find((s) => s.group === group && s.id === id && s.item === item.id);
    const figure = assessment.indicators.find(
      (v) => isOfUnit(v, id) && v.indicator === item.indicator && v.period === assessment.period,
    );
    if (!score || !figure) return [];
    const lost = score.points === null ? 0 : sumPoints([score.full, -score.points], scheme.decimals);
    return [{ item, figure, score, lost }];
  });
}

/** The items that cost a unit most, the dearest first. */
export const dearest = (sheet: readonly ScoreLine[], limit: number): ScoreLine[] =>
  sheet
    .filter((line) => line.lost > 0)
    .sort((a, b) => b.lost - a.lost)
    .slice(0, limit);
