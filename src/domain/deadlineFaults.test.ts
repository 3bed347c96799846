import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../tests/support/catalogue';
import { ruleOf } from '../../tests/support/rule';
import { deadlineFaults } from './deadlineFaults';
import { applies, type DeadlineQuestion, findRule, isMoreSpecific, SCOPE } from './deadlines';
import type { DeadlineRule } from './profile';

const rule = (more: Partial<DeadlineRule>, id = 'r') => ruleOf(id, more);

const BY_KIND = { kind: '投诉' } as const;
const BY_DEPARTMENT = { department: 'aic' } as const;
const BOTH = { ...BY_KIND, ...BY_DEPARTMENT };

const faults = (...rules: Partial<DeadlineRule>[]) =>
  deadlineFaults(
    catalogue,
    rules.map((r) => rule(r)),
  ).map(({ path, message }) => `${path}：${message}`);

describe('deadlineFaults', () => {
  it.each<[string, Partial<DeadlineRule>[]]>([
    ['a general rule and a narrower one', [{}, BY_KIND]],
    ['two kinds', [{ kind: '投诉' }, { kind: '举报' }]],
    ['two departments', [{ department: 'aic' }, { department: 'fda' }]],
    ['kind and department in different steps', [BY_KIND, { ...BY_DEPARTMENT, step: 'feedback' }]],
    [
      'one after the other',
      [
        { ...BY_KIND, to: '2017-06-30' },
        { ...BY_DEPARTMENT, from: '2017-07-01' },
      ],
    ],
    ['one scope, each with its own beginning', [{}, { from: '2018-01-01' }, { from: '2020-01-01', to: '2026-04-14' }]],
    ['both, with the rule for where they meet', [BY_KIND, BY_DEPARTMENT, BOTH]],
    ['the same in another order', [BOTH, BY_DEPARTMENT, BY_KIND]],
    [
      'the rule for where they meet, as long as they meet',
      [
        { ...BY_KIND, from: '2017-03-01', to: '2017-08-31' },
        { ...BY_DEPARTMENT, from: '2017-06-01' },
        { ...BOTH, from: '2017-06-01', to: '2017-08-31' },
      ],
    ],
    [
      'several rules for where they meet, one after the other',
      [BY_KIND, BY_DEPARTMENT, { ...BOTH, to: '2017-06-30' }, { ...BOTH, from: '2017-07-01' }],
    ],
    [
      'two of two fields, with the rule that names three',
      [BOTH, { ...BY_KIND, channel: '12315' }, { ...BOTH, channel: '12315' }],
    ],
  ])('takes %s', (_, rules) => {
    expect(faults(...rules)).toEqual([]);
  });

  it.each<[string, Partial<DeadlineRule>[], string]>([
    [
      'kind beside department',
      [{}, BY_KIND, BY_DEPARTMENT],
      'rules.1、rules.2：两条规则同样具体而范围不同，可同时适用于同一案件，分不出先后；请增加一条同时写明类型 投诉、部门 aic的规则',
    ],
    ['department beside channel', [BY_DEPARTMENT, { channel: '12315' }], 'rules.0、rules.1：'],
    [
      'two of two fields that share one',
      [BOTH, { ...BY_KIND, channel: '12315' }],
      'rules.0、rules.1：两条规则同样具体而范围不同，可同时适用于同一案件，分不出先后；请增加一条同时写明类型 投诉、部门 aic、渠道 12315的规则',
    ],
    [
      'both on one day',
      [
        { ...BY_KIND, to: '2017-06-30' },
        { ...BY_DEPARTMENT, from: '2017-06-30' },
      ],
      'rules.0、rules.1：两条规则同样具体而范围不同，2017-06-30 起可同时适用',
    ],
    [
      'a rule for where they meet that begins late',
      [BY_KIND, BY_DEPARTMENT, { ...BOTH, from: '2017-07-01' }],
      'rules.0、rules.1：两条规则同样具体而范围不同，可同时',
    ],
    [
      'a rule for where they meet that ends early',
      [BY_KIND, BY_DEPARTMENT, { ...BOTH, to: '2017-06-30' }],
      'rules.0、rules.1：两条规则同样具体而范围不同，2017-07-01 起可同时',
    ],
    [
      'a gap between the rules for where they meet',
      [BY_KIND, BY_DEPARTMENT, { ...BOTH, to: '2017-06-30' }, { ...BOTH, from: '2017-07-02' }],
      'rules.0、rules.1：两条规则同样具体而范围不同，2017-07-01 起可同时',
    ],
    [
      'a more specific rule for a part of where they meet',
      [BY_DEPARTMENT, { channel: '12315' }, { ...BOTH, channel: '12315' }],
      'rules.0、rules.1：',
    ],
    [
      'one scope and one beginning',
      [BY_KIND, {}, { ...BY_KIND, to: '2017-06-30' }],
      'rules.2.from：与 rules.0 范围相同、起始日也相同',
    ],
    ['an end before the beginning', [{ from: '2017-07-01', to: '2017-06-30' }], 'rules.0.from：起始日 2017-07-01 晚于'],
    ['a disclosure by kind', [{ step: 'disclosure', kind: '投诉' }], 'rules.0.kind：disclosure 的期限不按类型查找'],
    ['a submission by department', [{ step: 'submission', department: 'aic' }], 'rules.0.department：submission 的'],
  ])('refuses %s', (_, rules, expected) => {
    expect(faults(...rules)).toEqual([expect.stringMatching(`^${expected}`)]);
  });
});

const KINDS = ['投诉', '举报'] as const;
const DEPARTMENTS = ['aic', 'fda'];
const CHANNELS = ['12315'];
const DAYS = ['2017-01-01', '2017-01-02', '2017-01-03', '2017-01-04'];

const maybe = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: null });
const someRules = fc
  .uniqueArray(
    fc
      .record({
        kind: maybe(KINDS),
        department: maybe(DEPARTMENTS),
        channel: maybe(CHANNELS),
        from: maybe(DAYS),
        to: maybe(DAYS),
      })
      .filter((r) => r.from === null || r.to === null || r.from <= r.to),
    { maxLength: 12, selector: (r) => JSON.stringify([r.kind, r.department, r.channel, r.from]) },
  )
  .map((list) => list.map((r, i) => rule(r, `rule-${i}`)));

/** Every case there can be, `null` for what no rule names. */
const CASES: DeadlineQuestion[] = [...KINDS, null].flatMap((kind) =>
  [...DEPARTMENTS, null].flatMap((department) =>
    [...CHANNELS, null].flatMap((channel) =>
      ['2016-12-31', ...DAYS, '2017-01-05'].map((on) => ({ step: 'closure', kind, department, channel, on })),
    ),
  ),
);

/** Whether the most specific rules that take a case are of more than one scope. */
const open = (rules: readonly DeadlineRule[], q: DeadlineQuestion): boolean => {
  const taken = rules.filter((r) => applies(r, q));
  const top = taken.filter((r) => !taken.some((o) => isMoreSpecific(o, r)));
  return new Set(top.map((r) => JSON.stringify(SCOPE.map((field) => r[field])))).size > 1;
};

/** As many of the rules as can stand together, the most specific first: where others meet, they are there already. */
const accepted = someRules.map((rules) => {
  const kept: DeadlineRule[] = [];
  for (const r of [...rules].sort((a, b) => Number(isMoreSpecific(b, a)) - Number(isMoreSpecific(a, b)))) {
    kept.push(r);
    if (deadlineFaults(catalogue, kept).length > 0) kept.pop();
  }
  return kept;
});

describe('rules that are taken', () => {
  it('are those that leave no case open, and no others', () => {
    fc.assert(
      fc.property(someRules, (rules) => {
        expect(deadlineFaults(catalogue, rules).length > 0).toBe(CASES.some((q) => open(rules, q)));
      }),
      { numRuns: 500 },
    );
  });

  it('decide every case alike in whatever order they stand', () => {
    fc.assert(
      fc.property(
        accepted.chain((rules) =>
          fc.tuple(
            fc.constant(rules),
            fc.shuffledSubarray(rules, { minLength: rules.length, maxLength: rules.length }),
          ),
        ),
        ([rules, shuffled]) => {
          expect(deadlineFaults(catalogue, shuffled)).toEqual([]);
          expect(CASES.map((q) => findRule(shuffled, q)?.id)).toEqual(CASES.map((q) => findRule(rules, q)?.id));
        },
      ),
      { numRuns: 300 },
    );
  });
});
