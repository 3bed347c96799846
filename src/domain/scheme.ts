import * as z from 'zod';
import type { Catalogue } from './catalogue/catalogue';
import { type Fault, unlisted } from './catalogue/fault';
import { measureOf } from './measures';
import { type RuleFault, ruleFaults, ruleSchema } from './scoringRule';
import type { UnitGroup } from './units';

const itemSchema = z.object({
  id: z.string().min(1),
  /** Id of an indicator of the catalogue: see `schemeFaults`. */
  indicator: z.string().min(1),
  weight: z.number().positive(),
  rule: ruleSchema,
  /** What no case means: `shareOut` not assessed, weight shared out over the rest; `full` full marks; `none` no marks. */
  noCase: z.enum(['shareOut', 'full', 'none']),
  basis: z.string(),
});

/**
 * 件数少: figures of fewer cases than `below` are not called better or worse than the province, and are nobody's best; they
 * are scored like any other. 0 turns it off.
 */
const smallNSchema = z.object({ below: z.int().min(0), basis: z.string().min(1) });

/** For a scheme that does not say. No source was found: a sample value. */
export const DEFAULT_SMALL_N: z.infer<typeof smallNSchema> = {
  below: 5,
  basis: '方案没有写明，用示例值：不足 5 件时，一件就使比率变动 20 个百分点以上',
};

const itemsSchema = z.array(itemSchema).min(1);

/** Bands that a score from 0 to `full` cannot reach, or that leave a score without a grade, or that share a name. */
const gradeFaults = (grades: readonly { name: string; atLeast: number }[], full: number): RuleFault[] =>
  grades.flatMap(({ name, atLeast }, i) => {
    const above = grades[i - 1];
    const found: RuleFault[] = [];
    if (grades.findIndex((g) => g.name === name) < i) found.push({ path: [i, 'name'], message: `等次 ${name} 重复` });
    if (atLeast < 0 || atLeast > full)
      found.push({ path: [i, 'atLeast'], message: `${name} 的下限 ${atLeast} 不在 0 到满分 ${full} 之间` });
    if (above && atLeast >= above.atLeast)
      found.push({
        path: [i, 'atLeast'],
        message: `等次须由高到低排列：${name} 的下限 ${atLeast} 不低于 ${above.name} 的 ${above.atLeast}，没有单位能得到`,
      });
    if (i === grades.length - 1 && atLeast > 0)
      found.push({ path: [i, 'atLeast'], message: `最低一档的下限须为 0，否则低于 ${atLeast} 分的没有等次` });
    return found;
  });

/** A scheme (考核方案): items with weights for each group, and the grade bands. Full score need not be 100. */
export const schemeSchema = z
  .object({
    id: z.string().min(1),
    name: z.string().min(1),
    sample: z.boolean(),
    caution: z.string(),
    full: z.number().positive(),
    decimals: z.int().min(0).max(4),
    smallN: smallNSchema.default(DEFAULT_SMALL_N),
    /** Bands by score from the top; the first whose bound is reached is the grade. */
    grades: z.array(z.object({ name: z.string().min(1), atLeast: z.number() })).min(1),
    /** Items by the id of the group that is assessed by them. */
    groups: z.record(z.string(), itemsSchema),
  })
  .superRefine((scheme, context) => {
    for (const [group, list] of Object.entries(scheme.groups)) {
      const sum = list.reduce((total, item) => total + item.weight, 0);
      if (Math.abs(sum - scheme.full) > 1e-9)
        context.addIssue({
          code: 'custom',
          path: ['groups', group],
          message: `各项分值合计 ${sum}，与满分 ${scheme.full} 不符`,
        });
      list.forEach(({ id }, i, items) => {
        const first = items.findIndex((other) => other.id === id);
        if (first < i)
          context.addIssue({
            code: 'custom',
            path: ['groups', group, i, 'id'],
            message: `考核项 id ${id} 重复，已用于第 ${first + 1} 项`,
          });
      });
    }
    // Points are whole units of the last decimal; an item needs at least one, or its full marks could come out as none.
    const unit = 10 ** -scheme.decimals;
    if (Math.abs(scheme.full / unit - Math.round(scheme.full / unit)) > 1e-6)
      context.addIssue({
        code: 'custom',
        path: ['full'],
        message: `满分 ${scheme.full} 超出 ${scheme.decimals} 位小数`,
      });
    for (const [group, list] of Object.entries(scheme.groups))
      list.forEach((item, i) => {
        if (item.weight < unit - 1e-9)
          context.addIssue({
            code: 'custom',
            path: ['groups', group, i, 'weight'],
            message: `分值 ${item.weight} 小于得分的最小单位 ${unit}（${scheme.decimals} 位小数），请加大分值或增加小数位`,
          });
      });
    for (const { path, message } of gradeFaults(scheme.grades, scheme.full))
      context.addIssue({ code: 'custom', path: ['grades', ...path], message });
  });

export type Scheme = z.infer<typeof schemeSchema>;

/** What a later scheme says otherwise than the one before: the rest stays. */
const laterSchema = z.array(z.looseObject({ from: z.int(), id: z.string().min(1), name: z.string().min(1) }));

/** A scheme, and those that took its place, each from a year on. None of them until a year is said: see `schemeOf`. */
export interface DatedScheme {
  first: Scheme;
  later: readonly { from: number; scheme: Scheme }[];
}

/** The file of a profile: its first scheme, and `later` those that took its place, each from a year on. */
export const datedSchemeSchema = schemeSchema
  .and(z.looseObject({ later: laterSchema.optional() }))
  .transform(({ later = [], ...file }, context): DatedScheme => {
    const first = schemeSchema.parse(file);
    let before = { from: Number.NEGATIVE_INFINITY, scheme: first };
    const dated = later.map(({ from, ...changes }, i) => {
      const issue = (path: PropertyKey[], message: string) =>
        context.addIssue({ code: 'custom', path: ['later', i, ...path], message });
      const { success, data, error } = schemeSchema.safeParse({ ...before.scheme, ...changes });
      for (const fault of error?.issues ?? []) issue(fault.path, fault.message);
      if (from <= before.from) issue(['from'], `须晚于上一方案的 ${before.from} 年`);
      before = { from, scheme: success ? data : before.scheme };
      return before;
    });
    return { first, later: dated };
  });

/** The scheme of an assessed year: the last that had begun. */
export const schemeOf = ({ first, later }: DatedScheme, year: number): Scheme =>
  later.findLast(({ from }) => from <= year)?.scheme ?? first;

export type SchemeItem = z.infer<typeof itemSchema>;

/** The items of a group. @throws RangeError where the scheme does not know it: see `schemeFaults` */
export function itemsOf({ groups }: Pick<Scheme, 'groups'>, group: string): readonly SchemeItem[] {
  const items = groups[group];
  if (!items) throw new RangeError(`no items for the group ${group}`);
  return items;
}

/** Of whom and of what a scheme may speak. */
export interface SchemeOf {
  catalogue: Catalogue;
  groups: readonly Pick<UnitGroup, 'id' | 'name'>[];
}

/** The same of a scheme and of those that took its place. */
export const datedSchemeFaults = (office: SchemeOf, { first, later }: DatedScheme): Fault[] => [
  ...schemeFaults(office, first),
  ...later.flatMap(({ scheme }, i) =>
    schemeFaults(office, scheme).map(({ path, message }) => ({ path: `later.${i}.${path}`, message })),
  ),
];

/**
 * What a scheme says that its office does not hold: groups that only one of them has, indicators that are none, or are not
 * scored, and rules that do not fit what their indicator measures. The path is within `scheme.json`.
 */
export const schemeFaults = (office: SchemeOf, { groups }: Pick<Scheme, 'groups'>): Fault[] => [
  ...office.groups
    .filter(({ id }) => !groups[id])
    .map(({ id, name }) => ({ path: 'groups', message: `缺少考核组 ${id}（${name}）的考核项` })),
  ...Object.keys(groups)
    .filter((id) => !office.groups.some((g) => g.id === id))
    .map((id) => ({ path: `groups.${id}`, message: '方案没有这个考核组' })),
  ...Object.entries(groups).flatMap(([group, items]) =>
    items.flatMap((item, i) => itemFaults(office.catalogue, item, `groups.${group}.${i}`)),
  ),
];

function itemFaults(catalogue: Catalogue, item: SchemeItem, path: string): Fault[] {
  const scored = catalogue.indicators.filter((x) => x.role === 'scored');
  const of = scored.find((x) => x.id === item.indicator);
  if (!of)
    return unlisted(
      '可以计分的指标',
      scored.map((x) => x.id),
      item.indicator,
      `${path}.indicator`,
    );
  return ruleFaults(item.rule, measureOf(of), item.weight).map((f) => ({
    path: [path, 'rule', ...f.path].join('.'),
    message: f.message,
  }));
}
