import { expect, test } from 'vitest';
import { qinghai } from '../../../tests/support/profile';
import { headline, questionOf, sidesOf } from './question';

const ask = (search: Parameters<typeof questionOf>[1]) => questionOf(qinghai, search, '2017', '2018-01-10');

test('the address is the question; the headline says it in words', () => {
  const asked = ask({
    indicator: 'closure_on_time',
    side: 'missing',
    level: 'prefecture',
    id: '632500',
    department: 'aic',
    find: ' 12315 ',
    sort: 'closed_on',
    descending: '1',
  });
  expect(asked).toEqual({
    question: {
      indicator: 'closure_on_time',
      side: 'missing',
      level: 'prefecture',
      id: '632500',
      period: '2017',
      asOf: '2018-01-10',
      department: 'aic',
      search: '12315',
      sort: { column: 'closed_on', descending: true },
    },
  });
  const plain = ask({ indicator: 'closure_on_time', side: 'missing', level: 'prefecture', id: '632500' });
  if (!plain || 'fault' in plain) throw new Error('no question');
  expect(headline(qinghai, plain.question, 1037)).toBe(
    '海南藏族自治州 2017年 按期办结率：未在期限内办结的（含超期未办结） 1,037 件，截止日 2018-01-10',
  );
});

test.each([
  ['nothing asked', {}, null],
  ['an unknown county', { indicator: 'closure_on_time', level: 'county', id: '999999' }, { fault: expect.any(String) }],
  ['an unknown department', { indicator: 'closure_on_time', department: 'x' }, { fault: expect.any(String) }],
] as const)('%s', (_, search, expected) => {
  expect(ask(search)).toEqual(expected);
});

test('a text alone is searched for in all complaints; every quarter where asked', () => {
  expect(ask({ find: 'T0001', all: '1' })).toMatchObject({
    question: { indicator: 'acceptance_on_time', side: 'denominator', period: null, level: 'province', id: '630000' },
  });
});

test('a side or a sort that does not exist falls back', () => {
  expect(sidesOf('handling_days')).toEqual(['denominator']);
  expect(ask({ indicator: 'handling_days', side: 'missing', sort: 'decision_no' })).toEqual({
    question: expect.objectContaining({ side: 'denominator' }),
  });
  expect(ask({ indicator: 'open_overdue' })).toMatchObject({ question: { side: 'numerator' } });
});
