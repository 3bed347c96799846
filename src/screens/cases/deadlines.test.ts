import { expect, test } from 'vitest';
import { qinghai } from '../../../tests/support/profile';
import type { EvidenceRow } from '../../domain/evidence';
import { deadlinesOf } from './deadlines';

const AS_OF = '2018-01-10';
const complaint: EvidenceRow = {
  named: '是',
  received_on: '2017-03-01',
  accepted_on: '2017-03-03',
  acceptance: '受理',
  extension_days: null,
  closed_on: '2017-05-09',
  feedback_on: null,
  acceptance_due: '2017-03-10',
  acceptance_rule: 'acceptance-general',
  closure_due: '2017-05-02',
  closure_rule: 'closure-general',
  feedback_due: '2017-05-16',
  feedback_rule: 'feedback-general',
};
const states = (row: EvidenceRow) => deadlinesOf(qinghai, 'complaints', row, AS_OF).map((l) => l.state);

test('each step with its rule and how late it is, in working days', () => {
  const [acceptance, closure, feedback] = deadlinesOf(qinghai, 'complaints', complaint, AS_OF);
  expect(acceptance).toMatchObject({ state: 'on_time', start: '2017-03-01', done: '2017-03-03' });
  expect(acceptance?.rule?.id).toBe('acceptance-general');
  expect(closure).toMatchObject({ state: 'late', start: '2017-03-03', words: '超期 5 个工作日' });
  const open = qinghai.calendar.workingDaysBetween('2017-05-16', AS_OF);
  expect(feedback).toMatchObject({ state: 'open', done: null, words: `至截止日未完成，已超期 ${open} 个工作日` });
});

test('what happened after the cut-off has not happened', () => {
  expect(states({ ...complaint, closed_on: '2018-01-11', feedback_due: null })).toEqual([
    'on_time',
    'open',
    'not_applicable',
  ]);
  // A refusal decided later does not yet take the case away.
  expect(states({ ...complaint, acceptance: '不予受理', accepted_on: '2018-01-11' })[1]).toBe('late');
});

test.each([
  ['refused', { acceptance: '不予受理' }, ['on_time', 'not_applicable', 'not_applicable']],
  ['anonymous', { named: '否' }, ['on_time', 'late', 'not_applicable']],
  ['not yet due', { closure_due: '2018-02-01', closed_on: null }, ['on_time', 'not_due', 'not_applicable']],
])('%s', (_, change, expected) => {
  expect(states({ ...complaint, ...change })).toEqual(expected);
});

test.each([
  [{ procedure: '简易程序' }, 'not_applicable'],
  [{ nondisclosure_reason: '涉密', nondisclosure_approved_on: '2017-03-02' }, 'not_applicable'],
  [{ nondisclosure_reason: '涉密', nondisclosure_approved_on: '2018-02-02' }, 'open'],
  [{ disclosed_on: '2017-03-29' }, 'on_time'],
  [{ decided_on: null, filed_on: '2017-03-01', disclosure_due: null, disclosure_rule: null }, 'not_applicable'],
])('penalty %o: %s', (change, state) => {
  const row = { decided_on: '2017-03-01', disclosure_due: '2017-03-29', disclosure_rule: 'disclosure-general' };
  expect(deadlinesOf(qinghai, 'penalties', { ...row, ...change }, AS_OF)[0]?.state).toBe(state);
});

test('a limit that ends beyond the published calendar', () => {
  const late = { ...complaint, received_on: '2026-12-20', accepted_on: null, acceptance: null, closed_on: null };
  const row = { ...late, acceptance_due: null, closure_due: null, feedback_due: null };
  const at = (asOf: string) => deadlinesOf(qinghai, 'complaints', row, asOf).map((l) => l.state);
  expect(at('2027-01-10')).toEqual(['undated', 'undated', 'not_applicable']);
  expect(at('2026-12-31')).toEqual(['not_due', 'not_due', 'not_applicable']);
  expect(deadlinesOf(qinghai, 'complaints', row, '2027-01-10')[0]?.words).toContain('未公布节假日');
  // Overdue for sure, but not by how many working days.
  const open = { ...late, acceptance_due: '2026-12-29', closure_due: null };
  expect(deadlinesOf(qinghai, 'complaints', open, '2027-01-10')[0]).toMatchObject({
    state: 'open',
    words: '至截止日未完成，已超期，天数未知（该年度节假日安排未公布）',
  });
});
