import { expect, test } from 'vitest';
import { catalogue } from '../../../tests/support/catalogue';
import { qinghai } from '../../../tests/support/profile';
import { fileName, headline, questionOf, sidesOf } from './question';

const ask = (search: Parameters<typeof questionOf>[1], find?: string) =>
  questionOf(qinghai, search, '2017', '2018-01-10', find);
const askOne = (...asking: Parameters<typeof ask>) => {
  const asked = ask(...asking);
  if (!asked || !('question' in asked)) throw new Error('no question');
  return asked.question;
};

test('the address is the question; the headline says it in words', () => {
  const search = {
    indicator: 'closure_on_time',
    side: 'missing',
    level: 'prefecture',
    id: '632500',
    department: 'aic',
    sort: 'closed_on',
    descending: '1',
  } as const;
  expect(ask(search, ' 12315 ')).toEqual({
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
  const plain = askOne({ indicator: 'closure_on_time', side: 'missing', level: 'prefecture', id: '632500' });
  expect(headline(qinghai, plain, 1037)).toBe(
    '海南藏族自治州 2017年 按期办结率：未在期限内办结的（含超期未办结） 1,037 件，截止日 2018-01-10',
  );
});

test('省本级 is asked for by the province’s own code, and named', () => {
  const asked = ask({ indicator: 'open_overdue', level: 'province', id: '630000', own: '1' });
  expect(asked).toMatchObject({ question: { level: 'province', id: '630000', own: true } });
  if (asked && 'question' in asked) expect(headline(qinghai, asked.question, 4)).toContain('省本级 2017年 超期未办结');
  const county = ask({ indicator: 'open_overdue', level: 'county', id: '630102', own: '1' });
  expect(county && 'question' in county && 'own' in county.question).toBe(false);
});

test.each([
  ['nothing asked', {}, null],
  ['an unknown county', { indicator: 'closure_on_time', level: 'county', id: '999999' }, { fault: expect.any(String) }],
  [
    'an indicator that is not collected yet',
    { indicator: 'fine_total' },
    { fault: expect.stringContaining('自2026年起收集') },
  ],
  ['an unknown department', { indicator: 'closure_on_time', department: 'x' }, { fault: expect.any(String) }],
] as const)('%s', (_, search, expected) => {
  expect(ask(search)).toEqual(expected);
});

test('what waits stands in the order of its due day unless another is chosen', () => {
  expect(ask({ indicator: 'open_overdue', side: 'numerator' })).toMatchObject({
    question: { sort: { column: 'closure_due', descending: false } },
  });
  expect(ask({ indicator: 'open_overdue', side: 'numerator', sort: 'kind', descending: '1' })).toMatchObject({
    question: { sort: { column: 'kind', descending: true } },
  });
});

test('a text alone is searched for in every ledger, whatever an indicator counts', () => {
  const where = { level: 'province', id: '630000', asOf: '2018-01-10', search: 'T0001' };
  expect(ask({ all: '1' }, ' T0001 ')).toEqual({
    inLedgers: catalogue.ledgerIds.map((ledger) => ({ ledger, ...where })),
  });
  expect(ask({ ledger: 'penalties', sort: 'party' }, 'T0001')).toEqual({
    question: { ledger: 'penalties', ...where, sort: { column: 'party', descending: false } },
  });
});

test('a ledger alone is all of its cases', () => {
  const question = askOne({ ledger: 'complaints', level: 'prefecture', id: '632500' });
  expect(headline(qinghai, question, 37)).toBe('海南藏族自治州 投诉举报台账的全部案件 37 件，截止日 2018-01-10');
  expect(fileName(qinghai, question, false)).toBe('案件_海南藏族自治州_投诉举报台账_全部案件_截止2018-01-10');
});

test('a class is of the list of the assessed year, and the headline says of how many it is a part', () => {
  const search = { indicator: 'closure_on_time', side: 'missing', class: 'field.internet' } as const;
  const question = askOne(search);
  expect(question.ofClass).toEqual({ field: 'field', id: 'internet', year: 2017 });
  expect(headline(qinghai, question, 3, 1037)).toBe(
    '全省 2017年 按期办结率：未在期限内办结的（含超期未办结） 1,037 件，其中重点领域按清单归为“互联网”的 3 件，截止日 2018-01-10',
  );
  expect(fileName(qinghai, question, false)).toContain('_重点领域按清单归为互联网_');
  const unlisted = askOne({ ledger: 'penalties', class: 'product.unlisted' });
  expect(headline(qinghai, unlisted, 3, 5)).toBe(
    '全省 行政处罚案件台账的全部案件 5 件，其中商品类别按清单归为“其他（未列入重点）”的 3 件，截止日 2018-01-10',
  );
  // No ledger, no class of its texts.
  expect(ask({ class: 'field.internet' }, 'T0001')).toEqual(ask({}, 'T0001'));
});

test.each([
  ['2017', 'field.oil', '2017年的清单没有“oil”这一类。'],
  ['2017', 'channel.oil', '2017年没有给“channel”归类的清单。'],
  ['2016', 'field.internet', '2016年没有给“field”归类的清单。'],
])('in %s a class %s that is none is said', (period, text, fault) => {
  expect(questionOf(qinghai, { ledger: 'complaints', class: text }, period, '2018-01-10')).toEqual({ fault });
});

test('a side or a sort that does not exist falls back', () => {
  expect(sidesOf(catalogue, 'handling_days', '2027-01-10')).toEqual(['denominator']);
  expect(ask({ indicator: 'handling_days', side: 'missing', sort: 'decision_no' })).toEqual({
    question: expect.objectContaining({ side: 'denominator' }),
  });
  expect(ask({ indicator: 'open_overdue' })).toMatchObject({ question: { side: 'numerator' } });
});

test('neither the headline, which is the window’s title, nor the name of an export holds the text searched for', () => {
  const asked = askOne({ indicator: 'disclosure_rate', side: 'missing' }, '张三');
  expect(asked.search).toBe('张三');
  expect(headline(qinghai, asked, 3)).toBe(
    '全省 2017年 处罚信息公示率：应公示而未公示的，其中查到的 3 件，截止日 2018-01-10',
  );
  const ofLedger = askOne({ ledger: 'penalties' }, '张三');
  expect(headline(qinghai, ofLedger, 3)).toBe('全省 行政处罚案件台账的全部案件，其中查到的 3 件，截止日 2018-01-10');
  for (const question of [asked, ofLedger]) {
    expect(fileName(qinghai, question, false)).not.toMatch(/张|含当事人/);
    expect(fileName(qinghai, { ...question, persons: true }, false)).toMatch(/_含当事人$/);
  }
});

test('cases that cannot be dated are a side of their own, at a cut-off beyond the calendar only', () => {
  expect(sidesOf(catalogue, 'closure_on_time', '2026-12-31')).toEqual(['missing', 'numerator', 'denominator']);
  expect(sidesOf(catalogue, 'closure_on_time', '2027-01-10')).toEqual([
    'missing',
    'numerator',
    'denominator',
    'undated',
  ]);
  expect(sidesOf(catalogue, 'platform_entry', '2027-01-10')).toEqual(['missing', 'numerator', 'denominator']);
  const asked = questionOf(qinghai, { indicator: 'closure_on_time', side: 'undated' }, '2026', '2027-01-10');
  expect(asked).toMatchObject({ question: { side: 'undated', period: '2026' } });
  if (asked && 'question' in asked)
    expect(headline(qinghai, asked.question, 3)).toBe(
      '全省 2026年 按期办结率：期限落在未公布节假日的年度，未计的 3 件，截止日 2027-01-10',
    );
});
