import { describe, expect, it } from 'vitest';
import { catalogue } from '../../tests/support/catalogue';
import { qinghai } from '../../tests/support/profile';
import { ruleOf as rule } from '../../tests/support/rule';
import { CalendarRangeError } from './calendar';
import { deadlineFaults } from './deadlineFaults';
import { dueDay, findRule, limitText, rulesOf } from './deadlines';
import type { DeadlineRule } from './profile';

const { calendar, profile } = qinghai;

/** 市场监督管理投诉举报处理暂行办法（令第20号）arts 14, 21, 31: in force 2020-01-01 … 2026-04-14. */
const ORDER_20 = { from: '2020-01-01', to: '2026-04-14' };
const RULES: DeadlineRule[] = [
  rule('closure-general'),
  rule('order20-complaint-closure', { ...ORDER_20, kind: '投诉', limit: { value: 45, unit: 'working_days' } }),
  rule('order20-report-closure', { ...ORDER_20, kind: '举报', limit: { value: 15, unit: 'working_days' } }),
  rule('aic-closure', { department: 'aic', limit: { value: 30, unit: 'calendar_days' } }),
  rule('aic-complaint-closure', { department: 'aic', kind: '投诉', limit: { value: 20, unit: 'working_days' } }),
  rule('aic-report-closure', {
    ...ORDER_20,
    department: 'aic',
    kind: '举报',
    limit: { value: 15, unit: 'working_days' },
  }),
  rule('aic-complaint-12315', {
    department: 'aic',
    kind: '投诉',
    channel: '12315',
    limit: { value: 10, unit: 'working_days' },
  }),
  rule('closure-from-2018', { from: '2018-01-01', limit: { value: 50, unit: 'calendar_days' } }),
];

describe('findRule', () => {
  it('is asked of rules that a profile may hold', () => {
    expect(deadlineFaults(catalogue, RULES)).toEqual([]);
  });

  it.each([
    ['general', { kind: '投诉', department: 'fda', on: '2017-05-01' }, 'closure-general'],
    ['the department before the general', { kind: '举报', department: 'aic', on: '2017-05-01' }, 'aic-closure'],
    ['two conditions before one', { kind: '投诉', department: 'aic', on: '2017-05-01' }, 'aic-complaint-closure'],
    [
      'three conditions before two',
      { kind: '投诉', department: 'aic', channel: '12315', on: '2017-05-01' },
      'aic-complaint-12315',
    ],
    [
      'another channel does not match',
      { kind: '投诉', department: 'aic', channel: '12365', on: '2017-05-01' },
      'aic-complaint-closure',
    ],
    ['the day before a rule begins', { kind: '投诉', department: 'fda', on: '2019-12-31' }, 'closure-from-2018'],
    ['the first day of a rule', { kind: '投诉', department: 'fda', on: '2020-01-01' }, 'order20-complaint-closure'],
    ['the last day of a rule', { kind: '举报', department: 'fda', on: '2026-04-14' }, 'order20-report-closure'],
    ['the day after a rule ends', { kind: '举报', department: 'fda', on: '2026-04-15' }, 'closure-from-2018'],
    ['of one scope: the later beginning', { department: 'fda', on: '2018-01-01' }, 'closure-from-2018'],
    ['no kind asked, no kind matched', { department: 'fda', on: '2021-01-01' }, 'closure-from-2018'],
  ])('%s', (_, question, id) => {
    expect(findRule(RULES, { step: 'closure', ...question })?.id).toBe(id);
  });

  it('answers nothing where no rule is in force', () => {
    const dated = [rule('dated', ORDER_20)];
    expect(findRule(dated, { step: 'closure', on: '2019-12-31' })).toBeUndefined();
    expect(findRule(dated, { step: 'feedback', on: '2021-01-01' })).toBeUndefined();
  });

  it('lists the rules of a step, the most specific first', () => {
    const ids = rulesOf(RULES, 'closure').map((r) => r.id);
    expect(ids[0]).toBe('aic-complaint-12315');
    expect(ids.at(-1)).toBe('closure-general');
    expect(ids).not.toContain('acceptance-general');
  });

  it.each([
    ['acceptance', 7, 'working_days'],
    ['closure', 60, 'calendar_days'],
    ['feedback', 5, 'working_days'],
    ['disclosure', 20, 'working_days'],
    ['submission', 10, 'calendar_days'],
  ] as const)('the profile has for %s %i %s, with a source', (step, value, unit) => {
    const found = findRule(profile.deadlines.rules, { step, on: '2017-06-01' });
    expect(found?.limit).toEqual({ value, unit });
    expect(found?.source).not.toBe('');
  });
});

describe('dueDay', () => {
  it.each([
    ['7 working days over a holiday', 'working_days', 7, '2017-09-25', 0, '2017-10-10'],
    ['20 working days', 'working_days', 20, '2017-09-14', 0, '2017-10-18'],
    ['45 working days (令第20号)', 'working_days', 45, '2020-01-02', 0, '2020-03-12'],
    ['60 days ending on a working day', 'calendar_days', 60, '2017-03-01', 0, '2017-05-02'],
    ['60 days ending in the National Day week', 'calendar_days', 60, '2017-08-03', 0, '2017-10-09'],
    ['60 days ending on a Saturday', 'calendar_days', 60, '2017-05-09', 0, '2017-07-10'],
    ['60 days ending on a worked Saturday', 'calendar_days', 60, '2017-08-01', 0, '2017-09-30'],
    ['an extension counts from the moved day', 'calendar_days', 60, '2017-05-09', 10, '2017-07-24'],
    ['an extension of working days', 'working_days', 7, '2017-09-25', 5, '2017-10-17'],
    ['a start on a day off', 'working_days', 1, '2017-10-01', 0, '2017-10-09'],
    ['no days at all on a day off', 'working_days', 0, '2017-10-01', 0, '2017-10-09'],
  ] as const)('%s', (_, unit, value, start, extension, due) => {
    expect(dueDay(calendar, rule('r', { limit: { value, unit } }), start, extension)).toBe(due);
  });

  it('does not guess beyond the published calendar', () => {
    expect(() => dueDay(calendar, rule('r', {}), '2026-12-01')).toThrow(CalendarRangeError);
    expect(() => dueDay(calendar, rule('r', {}), '2017-01-03', 99_999)).toThrow(CalendarRangeError);
  });

  it('says a limit in words', () => {
    expect(limitText(rule('r', {}))).toBe('60日');
    expect(limitText(rule('r', { limit: { value: 7, unit: 'working_days' } }))).toBe('7个工作日');
  });
});
