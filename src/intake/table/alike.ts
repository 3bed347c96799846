import { type Field, type Ledger, ledgerField } from '../../domain/ledgers';
import { type HeaderColumn, requiredGroups } from './columns';
import { fieldKeys, keyOf } from './keys';
import type { AlikeColumn, IgnoredColumn } from './table';

/** Unknown headers that are compared; a sheet with more has no form. */
const COMPARED = 200;

/** Words that mean the same at the end of a header. */
const ENDINGS: readonly [RegExp, string][] = [
  [/(?:时间|年月日|日)$/, '日期'],
  [/(?<!序)(?:号码|号)$/, '编号'],
  [/(?:单位|机关|机构|科室)$/, '部门'],
  [/(?:所在|所属)?(?:地区|区县|县市区|市县|区域|行政区|辖区|属地|县市|县|区)$/, '县区'],
  [/(?:类别|种类|性质)$/, '类型'],
];

const DAY = /日期$/;
/** Endings of headers that hold something else than a day. */
const NO_DAY = /(?:结果|情况|人|人员|部门|编号|理由|原因|方式|内容|金额|类型|电话|地址|网址|备注|天数|期限|名称)$/;
/** Characters that tell nothing of the step that a day belongs to. */
const WEAK = /[案件书的]/g;

/** From here on a header looks like another. */
const LIKE = 0.45;
/** 日期 alone. */
const BARE_DAY = 0.3;

const common = (key: string): string => ENDINGS.reduce((k, [ending, same]) => k.replace(ending, same), key);

const chars = (text: string): Set<string> => new Set(text.replace(WEAK, ''));

/** Share of the characters of two texts that both have, 0 to 1. */
function shared(a: string, b: string): number {
  const [left, right] = [chars(a), chars(b)];
  const both = [...left].filter((c) => right.has(c)).length;
  return left.size + right.size ? (2 * both) / (left.size + right.size) : 0;
}

/** Whether all of a text's characters stand in the other in the same order: 处罚日期 in 处罚决定日期. */
function within(short: string, long: string): boolean {
  let at = 0;
  for (const c of long) if (c === short[at]) at++;
  return short.length >= 2 && at === short.length;
}

/** How much a header looks like a field's, 0 to 1. */
function likeness(field: Field, unknown: string, known: string): number {
  const [u, k] = [common(unknown), common(known)];
  if (u === k) return 1;
  if (field.type === 'date') {
    if (NO_DAY.test(u)) return 0;
    const [us, ks] = [u.replace(DAY, ''), k.replace(DAY, '')];
    if (!ks || (!us && u !== '日期')) return 0;
    if (!us) return BARE_DAY;
    if (within(us, ks) || within(ks, us)) return 0.9;
    return shared(us, ks);
  }
  if (DAY.test(u)) return 0;
  if (within(k, u) || within(u, k)) return 0.8;
  return shared(u, k) * 0.9;
}

/**
 * Unknown headers that look like those of fields without a column: 办结时间 for 办结日期. The best first. A header that says
 * nothing but 日期 is taken to look like a required field only.
 */
export function alikeColumns(
  ledger: Ledger,
  fields: Readonly<Record<string, number>>,
  ignored: readonly IgnoredColumn[],
  columnOf: (index: number) => HeaderColumn | undefined,
): AlikeColumn[] {
  const groups = requiredGroups(ledger);
  const found: (AlikeColumn & { score: number })[] = [];
  const unknown = ignored.filter((c) => c.reason === '不是台账的列').slice(0, COMPARED);
  for (const { name, keys } of fieldKeys(ledger)) {
    if (fields[name] !== undefined) continue;
    const field = ledgerField(ledger, name);
    const chinese = keys.filter((k) => k !== name);
    const required = groups.some((g) => g.includes(name) && g.every((n) => fields[n] === undefined));
    const decides = required || field.type === 'date' || (field.type === 'list' && field.decides);
    for (const { header, index } of unknown) {
      const own = (columnOf(index)?.keys ?? [keyOf(header)]).filter(Boolean);
      const score = Math.max(0, ...own.flatMap((u) => chinese.map((k) => likeness(field, u, k))));
      if (score > LIKE || (score === BARE_DAY && required)) found.push({ field: name, header, index, decides, score });
    }
  }
  return found.sort((a, b) => b.score - a.score || a.index - b.index).map(({ score: _, ...column }) => column);
}
