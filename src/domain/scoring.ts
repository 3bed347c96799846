import type { Catalogue } from './catalogue/catalogue';
import type { Partly } from './counts';
import { blankText, partlyText, type Untelling } from './display';
import { measureOf, share } from './measures';
import { apportion, pointsOf } from './points';
import type { SchemeItem } from './scheme';
import type { ScoringRule } from './scoringRule';

/** An indicator's value as scoring sees it: null for no case (0/0). Rates are fractions, durations working days. */
export interface Scored extends Untelling {
  numerator: number | null;
  denominator: number;
  value: number | null;
  /** Said behind the rule: see `Counts.partly`. */
  partly?: Partly | undefined;
}

export interface ItemScore {
  item: string;
  /** Points got, to the scheme's decimals; null where the item is not assessed. */
  points: number | null;
  /** Points that could be got, to the scheme's decimals, after shared-out weights; 0 where the item is not assessed. */
  full: number;
  /** Why, in the interface's words. */
  note: string;
}

/** Share of the full marks (0…1) that a value earns under a rule. `full` is needed where points are taken off. */
export function earnedShare(rule: ScoringRule, scored: Scored & { value: number }, full: number): number {
  const { value } = scored;
  switch (rule.type) {
    case 'proportional':
      return clamp(value);
    case 'linear':
      return clamp((value - rule.floor) / (rule.full - rule.floor));
    case 'steps':
      return rule.steps.find((s) => meets(value, rule.direction, s.bound))?.share ?? 0;
    case 'perPoint':
      return clamp(1 - (Math.max(0, rule.target - value) * 100 * rule.off) / full);
    case 'perEvent': {
      const missed = scored.denominator - (scored.numerator ?? 0);
      return clamp(Math.max(rule.floor, full - missed * rule.off) / full);
    }
    case 'passFail':
      return meets(value, rule.direction, rule.bound) ? 1 : 0;
  }
}

const meets = (value: number, direction: 'atLeast' | 'atMost', bound: number): boolean =>
  direction === 'atLeast' ? value >= bound : value <= bound;

const clamp = (x: number): number => Math.min(1, Math.max(0, x));

/**
 * Scores every item of a unit. Items without a case follow their `noCase` rule; a weight that is shared out goes to the
 * assessed items in proportion to their weights. Full marks and points have the scheme's decimals: the full marks of the
 * assessed items add up to the full score exactly, the points to the unit's score.
 * A rule in points (`perPoint`, `perEvent`) is applied to the item's own weight and its share carried over.
 * @param value the unit's value of an item's indicator
 */
export function scoreItems(
  catalogue: Catalogue,
  items: readonly SchemeItem[],
  value: (item: SchemeItem) => Scored,
  fullScore: number,
  decimals: number,
): ItemScore[] {
  const valued = items.map((item) => ({ item, scored: value(item) }));
  const assessed = valued.filter(({ item, scored }) => scored.value !== null || item.noCase !== 'shareOut');
  const fullMarks = apportion(
    assessed.map((v) => v.item.weight),
    fullScore,
    decimals,
  );
  return valued.map((v): ItemScore => {
    const { item, scored } = v;
    const none = blankText(catalogue.indicator(item.indicator), scored);
    const full = fullMarks[assessed.indexOf(v)];
    if (full === undefined) return { item: item.id, points: null, full: 0, note: `${none}，不参评，分值由其他项分摊` };
    const shared = Math.abs(full - item.weight) > 1e-9 ? `；分摊后满分 ${full.toFixed(decimals)}` : '';
    if (scored.value === null)
      return item.noCase === 'full'
        ? { item: item.id, points: full, full, note: `${none}，按满分计${shared}` }
        : { item: item.id, points: 0, full, note: `${none}，不得分${shared}` };
    const earned = earnedShare(item.rule, { ...scored, value: scored.value }, item.weight);
    // A rule in points is applied to the item's own weight, and what is left of it carried over.
    const scaled = shared && (item.rule.type === 'perPoint' || item.rule.type === 'perEvent');
    const own = scaled ? `（按方案分值 ${item.weight} 分扣）${shared}，得分按比例折算` : shared;
    return {
      item: item.id,
      points: pointsOf(earned, full, decimals),
      full,
      note: `${ruleText(catalogue, item)}${own}${scored.partly ? `；${partlyText(scored.partly)}` : ''}`,
    };
  });
}

const percent = share.scored.bound;

/** An item's rule in the interface's words, its bounds in the unit of the item's indicator. */
export function ruleText(
  catalogue: Catalogue,
  { indicator: id, rule }: Pick<SchemeItem, 'indicator' | 'rule'>,
): string {
  const { bound } = measureOf(catalogue.indicator(id)).scored;
  switch (rule.type) {
    case 'proportional':
      return '按比例计分（指标值×分值）';
    case 'linear':
      return `${bound(rule.floor)} 起计分，${bound(rule.full)} 得满分，其间按直线计`;
    case 'steps':
      return `分档计分：${rule.steps.map((s) => `${rule.direction === 'atMost' ? '≤' : '≥'}${bound(s.bound)} 得 ${percent(s.share)}`).join('，')}，其余不得分`;
    case 'perPoint':
      return `目标 ${percent(rule.target)}，每低 1 个百分点扣 ${rule.off} 分，扣完为止`;
    case 'perEvent':
      return `每缺 1 件扣 ${rule.off} 分，最低 ${rule.floor} 分`;
    case 'passFail':
      return `达到 ${rule.direction === 'atMost' ? '≤' : '≥'}${bound(rule.bound)} 得满分，否则不得分`;
  }
}
