import type { Book } from '../../src/report/testing/readBook';

type Cell = string | number | null;
interface Parameter {
  name: string;
  bound: number | null;
  share: number | null;
  points: number | null;
}
interface Item {
  weight: number;
  parameters: Parameter[];
}

/** The items of 考核方案 by group and name, each with its parameters, as the sheet holds them. */
function itemsOf(book: Book): Map<string, Item> {
  const items = new Map<string, Item>();
  for (const row of book.records('考核方案', '组别') as Record<string, Cell>[]) {
    const key = `${row.组别}/${row.考核项}`;
    const item = items.get(key) ?? { weight: Number(row.分值), parameters: [] };
    items.set(key, item);
    item.parameters.push({
      name: String(row.参数),
      bound: row.界限 as number | null,
      share: row.得分比例 as number | null,
      points: row.分数 as number | null,
    });
  }
  return items;
}

/** The share of an item's marks that a value earns, by the words and numbers of 考核方案. */
function share({ weight, parameters }: Item, value: number, missed: number): number {
  const [first, second] = parameters as [Parameter, Parameter?];
  const named = (name: string) => parameters.find((p) => p.name === name);
  const between = (x: number) => Math.max(0, Math.min(1, x));
  if (first.name === '指标值即得分比例') return between(value);
  if (first.name === '起计分' && second)
    return between((value - (first.bound ?? 0)) / ((second.bound ?? 0) - (first.bound ?? 0)));
  if (first.name === '目标')
    return between((weight - Math.max(0, (first.bound ?? 0) - value) * 100 * (second?.points ?? 0)) / weight);
  if (first.name === '每缺 1 件扣')
    return between(Math.max(named('最低得分')?.points ?? 0, weight - missed * (first.points ?? 0)) / weight);
  const met = parameters.find((p) =>
    p.name === '不低于' ? value >= (p.bound ?? 0) : p.name === '不高于' && value <= (p.bound ?? 0),
  );
  return met?.share ?? 0;
}

/** One line of a score sheet, its points worked out from the workbook alone. */
export interface WorkedOut {
  unit: string;
  item: string;
  printed: Cell;
  points: number | null;
}

/**
 * Every point of a group's score sheet, from what the workbook itself says and nothing else: the figures of 得分, the rules of
 * 考核方案, and how its notes say that they are applied. @param decimals of the points
 */
export function workedOut(book: Book, group: '市州' | '部门', decimals: number): WorkedOut[] {
  const items = itemsOf(book);
  const rows = book.records(`${group}得分`, '名称') as Record<string, Cell>[];
  return rows
    .filter((row) => row.考核项 !== '合计')
    .map((row): WorkedOut => {
      const line = { unit: String(row.名称), item: String(row.考核项), printed: row.得分 ?? null };
      const item = items.get(`${group}/${row.考核项}`);
      if (!item) throw new RangeError(`no item ${row.考核项}`);
      if (Number(row.分母) === 0) return { ...line, points: null };
      const [n, of] = [row.分子, Number(row.分母)];
      const earned = share(item, n === null ? Number(row.指标值) : Number(n) / of, of - Number(n));
      const unit = 10 ** decimals;
      const full = Math.round(Number(row.分摊后满分) * unit);
      const nearest = Math.floor(earned * full + 0.5 + 1e-9);
      const kept = earned >= 1 ? full : Math.min(full - 1, earned > 0 ? Math.max(1, nearest) : 0);
      return { ...line, points: kept / unit };
    });
}
