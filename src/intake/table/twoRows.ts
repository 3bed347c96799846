import type { Catalogue } from '../../domain/catalogue/catalogue';
import { fold } from '../../domain/text';
import type { Merged } from '../sheet';
import type { HeaderColumn } from './columns';
import { HOW_TO_FILL } from './hintRow';
import { fieldKeys, fieldOf, keyOf } from './keys';
import { isLabelled } from './notes';
import type { HeadRow } from './table';
import { saysOtherUnit } from './unitWords';
import { isBlank, squeezed } from './words';

/** Group titles and the headers below them are short. */
const SHORT = 24;

/** More titles than this are no groups. */
const MOST = 500;

/** What a group title says beside the step that it names: 受理情况. */
const GROUP_ENDING = /(?:情况|信息|环节|阶段|部分|工作|事项|机关|部门|内容)$/;

/** Titles of groups whose headers speak of the case itself. */
const OWN_GROUP = /^(?!.*(?:关联|相关|关系|原|被|另案)).*(?:基本|登记|案件|投诉|举报|工单|台账|信息|情况|案由|处罚)/;

/** Headers so general that under the title of something else (关联案件) they speak of that. */
const GENERAL = new Set(['编号', '类型', '渠道', '程序', '当事人']);

/** Headers that say no more than the title above them. */
const JUST_NAME = new Set(['名称', '姓名', '名称或姓名', '姓名或名称', '全称', '姓名(名称)']);

/** Among the words of `HOW_TO_FILL`, what may be a header below a group as well. */
const STEP_WORD = /^(?:日期|数字|件)$/;

/** A colon may stand behind a header, not within it. */
const isShort = (text: string): boolean => text.length <= SHORT && !/[:：](?!\s*$)|\d{2}/.test(text);
/** 填报单位： groups nothing. */
const isTitle = (text: string): boolean => isShort(text) && !(/[:：]\s*$/.test(text) && isLabelled(text));

/** A row that groups the headers below it, and these. Null where the two rows are no such pair. */
export interface HeaderPair {
  columns: HeaderColumn[];
  /** A known header is not read because its group means another thing. */
  withheld: boolean;
  /** The lower row belongs to the header whatever it adds: headers below blanks, or units. */
  certain: boolean;
  /** Units that a ledger has not stand below its headers, whose columns are not read then. */
  otherUnits?: boolean;
}

/**
 * Reads two rows as one header: groups above (受理), headers below (日期, 结果). A group reaches as far as it is merged, or,
 * where nothing in its row is merged, over the blanks behind it.
 */
export function pairRows(
  catalogue: Catalogue,
  upper: HeadRow,
  lower: HeadRow,
  merged: readonly Merged[],
): HeaderPair | null {
  const { texts: groups } = upper;
  const { texts: subs } = lower;
  if (lower.row !== upper.row + 1) return null;
  const titles = groups.filter((t) => !isBlank(t));
  const below = subs.filter((t) => !isBlank(t));
  if (!below.length || titles.length > MOST || new Set(titles.map(keyOf)).size < 2) return null;
  if (below.every((t) => HOW_TO_FILL.test(squeezed(t))) && !below.every((t) => STEP_WORD.test(squeezed(t)))) {
    const pair = hints(groups, subs);
    if (pair) return pair;
  }
  if (!titles.every(isTitle) || !below.every(isShort)) return null;

  const width = Math.max(groups.length, subs.length);
  const spans = merged.filter((m) => m.firstRow <= upper.row && upper.row <= m.lastRow);
  const across = spans.some((m) => m.lastColumn > m.firstColumn);
  const columns: HeaderColumn[] = [];
  let withheld = false;
  let grouped = 0;
  let belowBlank = 0;
  let group = '';
  for (let i = 0; i < width; i++) {
    const own = groups[i] ?? '';
    const sub = subs[i] ?? '';
    const span = across ? spans.find((m) => m.firstColumn <= i && i <= m.lastColumn) : undefined;
    if (!isBlank(own)) group = isBlank(sub) && !(span && span.lastColumn > span.firstColumn) ? '' : own;
    else if (across) group = span ? (groups[span.firstColumn] ?? '') : '';
    else if (isBlank(sub)) group = '';
    if (isBlank(own) && group && !isBlank(sub)) belowBlank++;
    if (isBlank(sub)) {
      columns.push({ text: own, keys: [keyOf(own)] });
    } else if (!group) {
      columns.push({ text: sub, keys: [keyOf(sub)] });
    } else {
      grouped++;
      const column = joined(catalogue, group, sub);
      if (column.withheld) withheld = true;
      columns.push(column);
    }
  }
  return grouped ? { columns, withheld, certain: belowBlank > 0 } : null;
}

/** All headers of all ledgers, by what keeps them. */
const KNOWN = new WeakMap<object, ReadonlySet<string>>();

function knownHeaders(catalogue: Catalogue): ReadonlySet<string> {
  const by = catalogue;
  let known = KNOWN.get(by);
  if (!known) {
    known = new Set(catalogue.ledgers.flatMap((l) => fieldKeys(l).flatMap((f) => f.keys)));
    KNOWN.set(by, known);
  }
  return known;
}

/** A lower header under its group: 受理 + 日期, 处罚 + (决定) + 日期, 处罚 + (决定书) + 文号, 罚没 under 金额; last what it says alone. */
function joined(catalogue: Catalogue, group: string, sub: string): HeaderColumn & { withheld: boolean } {
  const text = `${squeezed(group)}${squeezed(sub)}`;
  const [above, below] = [keyOf(group), keyOf(sub)];
  const step = above.replace(GROUP_ENDING, '') || above;
  // The papers are those of the decision, whether the title speaks of it (处罚决定) or not (处罚).
  const papers = `${step.replace(/决定$/, '')}决定书${below}`;
  const keys = [above + below, step + below, `${step}决定${below}`, papers, below + above];
  if (JUST_NAME.has(below)) return { text, keys: [...keys, above], withheld: false };
  const alone = mayStandAlone(catalogue, step, above, below);
  return { text, keys: alone ? [...keys, below] : keys, withheld: !alone && knownHeaders(catalogue).has(below) };
}

/**
 * 立案日期 under 公安侦办 is not the day on which the office filed its case, and 编号 under 关联案件 is not the number of this one.
 */
function mayStandAlone(catalogue: Catalogue, step: string, group: string, sub: string): boolean {
  if (GENERAL.has(sub) || isPlace(catalogue, sub)) return OWN_GROUP.test(group);
  return ![...knownHeaders(catalogue)].some((k) => {
    if (k === sub || !k.endsWith(sub)) return false;
    const words = k.slice(0, -sub.length);
    const same = catalogue.ledgers.some((l) => fieldOf(l, k) && fieldOf(l, k) === fieldOf(l, sub));
    return !same && (step.includes(words) || group.includes(words));
  });
}

/** The header of the template's column of places, as the office calls its smallest areas: 县区, 区. */
const isPlace = ({ ledgers }: Catalogue, sub: string): boolean =>
  ledgers.some(({ fields }) => fields.some((f) => f.type === 'county' && keyOf(f.headers[0] as string) === sub));

/** Units and such below the headers are read as if they stood in brackets behind them. */
function hints(headers: readonly string[], below: readonly string[]): HeaderPair | null {
  if (below.some((t, i) => !isBlank(t) && isBlank(headers[i] ?? ''))) return null;
  const columns = headers.map((text, i) => {
    const hint = squeezed(below[i] ?? '').replace(/^[([（]|[)\]）]$/g, '');
    const said = hint ? `${squeezed(text)}（${hint}）` : text;
    return { text: said, keys: [keyOf(saysOtherUnit(fold(said)) ? said : text)] };
  });
  const otherUnits = columns.some((c) => saysOtherUnit(fold(c.text)));
  return { columns, withheld: otherUnits, certain: true, otherUnits };
}
