import type { Cell } from '../../src/domain/cells';
import type { Scheme } from '../../src/domain/scheme';
import type { ScoringRule } from '../../src/domain/scoringRule';
import type { Bar } from '../oracle/evaluate';

/** A unit's place in the ranking and its score sheet: item → [points, full marks], null points where not assessed. */
export interface GoldenUnit {
  id: string;
  rank: number | null;
  score: number | null;
  grade: string | null;
  sheet: Record<string, [points: number | null, full: number]>;
}

type Unit = { id: string; holds: (c: { place: string; department: string }) => boolean; assessed: boolean };

/**
 * Scores and ranks units from cells of one year, by docs/method.md §4, without the product's scoring: the second opinion of
 * the golden result.
 */
export function scoreUnits(
  { full: best, decimals, grades, groups }: Scheme,
  group: 'prefectures' | 'departments',
  units: Unit[],
  cells: Cell[],
  bars: Bar[],
) {
  const cent = 10 ** decimals;
  const sheets = units.map((unit): GoldenUnit => {
    const values = (groups[group] ?? []).map((item) => {
      const of = cells.filter((c) => c.indicator === item.indicator && unit.holds(c));
      const n = of.reduce((sum, c) => sum + c.denominator, 0);
      const met = of.reduce((sum, c) => sum + c.numerator, 0);
      const days = bars.flatMap((b) =>
        b.indicator === item.indicator && unit.holds(b) ? Array<number>(b.count).fill(b.days) : [],
      );
      const value = days.length > 0 ? median(days) : n > 0 ? met / n : null;
      return { item, value, missed: n - met };
    });
    const anyCase = values.some((v) => v.item.indicator !== 'submission_on_time' && v.value !== null);
    if (!unit.assessed || !anyCase) return { id: unit.id, rank: null, score: null, grade: null, sheet: {} };
    const marks = shareOut(
      values.flatMap((v) => (v.value === null ? [] : [v.item.weight])),
      best * cent,
    );
    const sheet: GoldenUnit['sheet'] = {};
    let sum = 0;
    for (const { item, value, missed } of values) {
      if (value === null) {
        sheet[item.id] = [null, 0];
        continue;
      }
      const full = marks.shift() ?? 0;
      const earned = share(item.rule, value, missed, item.weight);
      const nearest = Math.round(Number((earned * full).toFixed(9)));
      const points = earned === 1 ? full : earned === 0 ? 0 : Math.max(1, Math.min(full - 1, nearest));
      sheet[item.id] = [points / cent, full / cent];
      sum += points;
    }
    const score = sum / cent;
    return { id: unit.id, rank: 0, score, grade: grades.find((g) => score >= g.atLeast)?.name ?? '', sheet };
  });
  for (const s of sheets)
    if (s.score !== null) s.rank = 1 + sheets.filter((o) => (o.score ?? -1) > (s.score ?? 0)).length;
  return sheets;
}

/** Whole units by weight (whole numbers); those left over one each to the largest remainders, the first of equal ones. */
function shareOut(weights: number[], units: number): number[] {
  const total = weights.reduce((sum, w) => sum + w, 0);
  const parts = weights.map((w) => Math.floor((w * units) / total));
  const byRest = weights.map((w, i) => [(w * units) % total, i] as const).sort(([a, i], [b, j]) => b - a || i - j);
  const left = units - parts.reduce((sum, n) => sum + n, 0);
  for (const [, i] of byRest.slice(0, left)) parts[i] = (parts[i] ?? 0) + 1;
  return parts;
}

const clamp = (x: number) => Math.max(0, Math.min(1, x));

function share(rule: ScoringRule, value: number, missed: number, weight: number): number {
  const meets = (direction: string, bound: number) => (direction === 'atLeast' ? value >= bound : value <= bound);
  if (rule.type === 'proportional') return value;
  if (rule.type === 'linear') return clamp((value - rule.floor) / (rule.full - rule.floor));
  if (rule.type === 'steps') return rule.steps.find((s) => meets(rule.direction, s.bound))?.share ?? 0;
  if (rule.type === 'passFail') return meets(rule.direction, rule.bound) ? 1 : 0;
  if (rule.type === 'perPoint') return clamp((weight - 100 * Math.max(0, rule.target - value) * rule.off) / weight);
  return clamp(Math.max(rule.floor, weight - missed * rule.off) / weight);
}

function median(days: number[]): number {
  const sorted = days.sort((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half)] ?? 0)) / 2;
}
