import type { Catalogue } from './catalogue/catalogue';
import { addDays, type Day } from './day';
import { applies, askedOf, type DeadlineQuestion, isMoreSpecific, SCOPE, type ScopeField } from './deadlines';
import type { DeadlineRule } from './profile';

/** A fault among the deadline rules; the path is within `deadlines.json`. */
export interface RuleFault {
  path: string;
  message: string;
}

const WORDS: Record<ScopeField, string> = { kind: '类型', department: '部门', channel: '渠道', ledger: '台账' };

/** What stands for no beginning and no end: before and after every day of a case. */
const FIRST = '0000-01-01';
const LAST = '9999-12-31';

/**
 * Where the rules leave open which of them decides a case, so that their order in the file would: two rules of one step
 * that are equally specific, differ in scope and take the same case on the same day, unless more specific rules take
 * every such case; and two of one scope that begin on the same day. Rules that can never apply are faults too.
 * What passes is independent of the order of the rules (see docs/adr/0011).
 */
export function deadlineFaults(catalogue: Catalogue, rules: readonly DeadlineRule[]): RuleFault[] {
  const alone = rules.flatMap((rule, i) => neverApplies(catalogue, rule, `rules.${i}`));
  const pairs = rules.flatMap((a, i) =>
    rules.slice(i + 1).flatMap((b, j) => undecided(a, b, `rules.${i}`, `rules.${i + 1 + j}`, rules) ?? []),
  );
  return [...alone, ...pairs];
}

function neverApplies(catalogue: Catalogue, rule: DeadlineRule, path: string): RuleFault[] {
  const unasked = SCOPE.filter((field) => rule[field] !== null && !askedOf(catalogue, rule.step).includes(field)).map(
    (field) => ({
      path: `${path}.${field}`,
      message: `${rule.step} 的期限不按${WORDS[field]}查找，写明${WORDS[field]}的规则不会生效，请改为 null`,
    }),
  );
  if (rule.from === null || rule.to === null || rule.from <= rule.to) return unasked;
  return [...unasked, { path: `${path}.from`, message: `起始日 ${rule.from} 晚于终止日 ${rule.to}，规则不会生效` }];
}

function undecided(
  a: DeadlineRule,
  b: DeadlineRule,
  pathA: string,
  pathB: string,
  rules: readonly DeadlineRule[],
): RuleFault | null {
  if (a.step !== b.step || isMoreSpecific(a, b) || isMoreSpecific(b, a)) return null;
  if (SCOPE.every((field) => a[field] === b[field]))
    return a.from === b.from
      ? {
          path: `${pathB}.from`,
          message: `与 ${pathA} 范围相同、起始日也相同，分不出先后；请改起始日（较晚的优先）或删去一条`,
        }
      : null;
  const open = openCase(a, b, rules);
  if (!open) return null;
  const scope = SCOPE.filter((field) => open[field] !== null);
  return {
    path: `${pathA}、${pathB}`,
    message:
      `两条规则同样具体而范围不同，${open.on === FIRST ? '' : `${open.on} 起`}可同时适用于同一案件，分不出先后；` +
      `请增加一条同时写明${scope.map((field) => `${WORDS[field]} ${open[field]}`).join('、')}的规则`,
  };
}

/**
 * The first case that both rules take and no more specific rule does; null where there is none. What both leave open
 * (null) is left open in the case too: only a rule that leaves it open takes all such cases.
 */
function openCase(a: DeadlineRule, b: DeadlineRule, rules: readonly DeadlineRule[]): Required<DeadlineQuestion> | null {
  if (SCOPE.some((field) => a[field] !== null && b[field] !== null && a[field] !== b[field])) return null;
  const scope = {
    step: a.step,
    kind: a.kind ?? b.kind,
    department: a.department ?? b.department,
    channel: a.channel ?? b.channel,
    ledger: a.ledger ?? b.ledger,
  };
  const from = latest(a.from ?? FIRST, b.from ?? FIRST);
  const finer = rules.filter((r) => isMoreSpecific(r, a));
  // Uncovered time begins with the overlap itself, or on the day after a finer rule ends.
  const days = [
    from,
    ...finer.flatMap((r) => (r.to !== null && r.to >= from && r.to < LAST ? [addDays(r.to, 1)] : [])),
  ];
  const on = days
    .sort()
    .find(
      (day) =>
        [a, b].every((r) => applies(r, { ...scope, on: day })) && !finer.some((r) => applies(r, { ...scope, on: day })),
    );
  return on === undefined ? null : { ...scope, on };
}

const latest = (x: Day, y: Day): Day => (x > y ? x : y);
