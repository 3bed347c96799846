import type { Cell, DurationCell } from '../../src/domain/cells';
import type { Profile } from '../../src/domain/profile';
import type { ScoringRule } from '../../src/domain/scoringRule';

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
  p: Profile,
  group: 'prefectures' | 'departments',
  units: Unit[],
  cells: Cell[],
  bars: DurationCell[],
) {
  const { full: best, decimals, grades, groups } = p.scheme;
  const round = (x: number) => Number(Math.round(Number(`${x.toFixed(9)}e${decimals}`)) / 10 ** decimals);
  const sheets = units.map((unit): GoldenUnit => {
    const values = groups[group].map((item) => {
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
    const weight = values.reduce((sum, v) => sum + (v.value === null ? 0 : v.item.weight), 0);
    const sheet: GoldenUnit['sheet'] = {};
    for (const { item, value, missed } of values) {
      const marks = (item.weight * best) / weight;
      if (value === null) sheet[item.id] = [null, 0];
      else {
        const earned = share(item.rule, value, missed, item.weight);
        const points = round(earned * marks);
        const open = earned < 1 && points >= marks ? points - 10 ** -decimals : points;
        sheet[item.id] = [earned === 1 ? marks : open, marks];
      }
    }
    const score = round(Object.values(sheet).reduce((sum, [points]) => sum + (points ?? 0), 0));
    return { id: unit.id, rank: 0, score, grade: grades.find((g) => score >= g.atLeast)?.name ?? '', sheet };
  });
  for (const s of sheets)
    if (s.score !== null) s.rank = 1 + sheets.filter((o) => (o.score ?? -1) > (s.score ?? 0)).length;
  return sheets;
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
