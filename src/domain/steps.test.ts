import { expect, test } from 'vitest';
import { catalogue } from '../../tests/support/catalogue';
import { qinghai } from '../../tests/support/profile';
import type { IndicatorId } from './indicators';
import type { DeadlineRule } from './profile';
import { rulesOfIndicator, stepsOf } from './steps';

test.each<[IndicatorId, string[]]>([
  ['acceptance_on_time', ['acceptance']],
  ['closure_on_time', ['closure', 'acceptance']],
  ['handling_days', []],
  ['feedback_rate', []],
  ['feedback_on_time', ['feedback']],
  ['disclosure_rate', ['disclosure']],
  ['disclosure_on_time', ['disclosure']],
  ['platform_entry', []],
  ['submission_on_time', ['submission']],
])('%s uses the deadlines of %j', (id, steps) => {
  expect(stepsOf(catalogue, catalogue.indicator(id))).toEqual(steps);
});

test('the most specific rule of a step stands first', () => {
  const { rules } = qinghai.profile.deadlines;
  const special = { ...(rules.find((r) => r.step === 'feedback') as DeadlineRule), id: 'fda', department: 'fda' };
  const of = catalogue.indicator('feedback_on_time');
  expect(rulesOfIndicator(catalogue, of, [...rules, special], '2017').map((r) => r.id)).toEqual([
    'fda',
    'feedback-general',
  ]);
});
