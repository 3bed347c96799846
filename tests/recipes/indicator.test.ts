import { expect, it } from 'vitest';
import { figureOf, ToyFolder } from './toyProfile';

const folder = new ToyFolder();

const TOY = {
  id: 'toy_named_closed',
  name: '实名件办结率',
  measure: 'share',
  ledger: 'complaints',
  period: { first: true },
  denominator: [{ flag: 'named' }],
  numerator: [{ happened: 'closed_on' }],
  words: { period: '接收日所在期', denominator: '实名的', numerator: '已办结的', missing: '未办结的' },
  basis: '试写',
  confidence: '试写',
  columns: ['closed_on'],
};

it('an indicator is a file beside the profile that names it', async () => {
  folder.copyProfile('qinghai-2017');
  folder.write('profile/catalogue/indicators/toy.json', [TOY]);
  folder.change('profile/catalogue.json', (choice) => {
    choice.own = { ledgers: [], indicators: ['toy'] };
    choice.indicators.push(TOY.id);
  });
  folder.write(
    'files/2017Q1_632200_complaints.csv',
    [
      '编号,类型,县区,承办部门,接收日期,受理日期,办结日期,是否实名',
      'T-1,投诉,海晏县,工商,2017-03-05,2017-03-06,2017-03-20,是',
      'T-2,投诉,海晏县,工商,2017-03-05,2017-03-06,,是',
      // A blank stands for 是.
      'T-3,投诉,刚察县,工商,2017-03-06,2017-03-07,2017-03-20,',
      'T-4,举报,刚察县,工商,2017-03-06,2017-03-07,2017-03-20,否',
      'T-5,举报,刚察县,工商,2016-12-30,2017-01-03,2017-03-20,是',
      '',
    ].join('\n'),
  );
  const document = await folder.assessed('2017Q1');
  expect(document.problems).toEqual([]);
  // T-1, T-3 of T-1, T-2, T-3: T-4 is not named, T-5 is of the quarter before.
  expect(figureOf(document, '632200', TOY.id)).toEqual({ numerator: 2, denominator: 3, value: 2 / 3 });
  expect(figureOf(document, '632223', TOY.id)).toEqual({ numerator: 1, denominator: 2, value: 0.5 });
  expect(figureOf(document, '630000', TOY.id)).toEqual({ numerator: 2, denominator: 3, value: 2 / 3 });
  expect(figureOf(document, '630100', TOY.id)).toEqual({ numerator: null, denominator: 0, value: null });
});

it('one that says what its ledger does not have is refused with the place', async () => {
  folder.write('profile/catalogue/indicators/toy.json', [{ ...TOY, numerator: [{ happened: 'burnt_on' }] }]);
  await expect(folder.assessed('2017Q1')).rejects.toThrow(/indicators\/toy\.json → 0\.numerator\.0.*burnt_on/);
});
