import { expect, it } from 'vitest';
import { figureOf, ToyFolder } from './toyProfile';

const folder = new ToyFolder();
const whole = new ToyFolder();

const LEDGER = {
  id: 'visits',
  name: '走访台账',
  row: { name: '走访', unit: '次' },
  aliases: ['走访台账', 'visits'],
  idField: 'visit_id',
  firstDate: ['visited_on'],
  fields: [
    { name: 'visit_id', type: 'id', headers: ['走访编号'], required: true },
    { name: 'county', type: 'county', headers: ['县区'], required: true },
    { name: 'department', type: 'department', headers: ['走访部门'], required: true },
    { name: 'visited_on', type: 'date', headers: ['走访日期'], required: true },
    { name: 'mended_on', type: 'date', headers: ['整改日期'] },
    { name: 'result', type: 'list', headers: ['走访结果'], values: ['正常', '有问题'] },
    { name: 'fine_yuan', type: 'amount', unit: '元', decimals: 2, headers: ['罚款（元）'] },
  ],
  order: [['visited_on', 'mended_on']],
  oddities: [
    {
      code: 'mended_without_fault',
      name: '无问题而整改',
      says: '没有发现问题却有整改日期。请核对。',
      field: 'mended_on',
      when: [[{ known: 'mended_on' }, { unknown: 'result' }]],
    },
  ],
  flags: [{ id: 'faulty', when: [{ field: 'result', in: ['有问题'] }], effective: 'visited_on', says: '有问题' }],
  deadlines: [
    {
      id: 'mending',
      name: '整改',
      event: 'mended_on',
      says: '整改',
      from: '走访日',
      starts: [{ event: 'visited_on', says: '走访日期' }],
      lookedUpBy: { on: 'visited_on' },
    },
  ],
  lists: { first: ['visit_id', 'county', 'visited_on'], course: ['result', 'mended_on'] },
};

const words = { period: '走访日所在期', denominator: '有问题的', numerator: '按期整改的', missing: '未按期整改的' };
const INDICATORS = [
  {
    id: 'mended_in_time',
    name: '按期整改率',
    measure: 'share',
    ledger: 'visits',
    period: { due: 'mending' },
    denominator: [{ flag: 'faulty' }],
    numerator: [{ inTime: 'mending' }],
    words,
    basis: '试写',
    confidence: '试写',
    columns: ['mended_on', 'mending_due'],
  },
  {
    id: 'visit_fines',
    name: '走访罚款',
    measure: 'total',
    ledger: 'visits',
    period: { event: 'visited_on' },
    denominator: [{ happened: 'visited_on' }],
    amount: { field: 'fine_yuan', unit: '元', decimals: 2 },
    words,
    basis: '试写',
    confidence: '试写',
    columns: ['fine_yuan'],
  },
];

it('a ledger is files of a profile: read, checked, counted, dated and expected', async () => {
  folder.copyProfile('qinghai-2017');
  folder.write('profile/catalogue/ledgers/visits.json', LEDGER);
  folder.write('profile/catalogue/indicators/visits.json', INDICATORS);
  folder.change('profile/catalogue.json', (choice) => {
    choice.own = { ledgers: ['visits'], indicators: ['visits'] };
    choice.ledgers.push('visits');
    choice.indicators.push(...INDICATORS.map((i) => i.id));
  });
  folder.change('profile/profile.json', (profile) =>
    profile.reporting.push({
      ledger: 'visits',
      every: 'quarter',
      from: '2017Q1',
      to: '2017Q4',
      grace: 0,
      source: '试写',
    }),
  );
  folder.change('profile/deadlines.json', (deadlines) =>
    deadlines.rules.push({
      id: 'mending-general',
      step: 'mending',
      kind: null,
      department: null,
      channel: null,
      from: null,
      to: null,
      limit: { value: 10, unit: 'calendar_days' },
      source: '试写',
      note: '',
      confidence: '试写',
    }),
  );
  folder.write(
    'files/2017Q1_632200_走访台账.csv',
    [
      '走访编号,县区,走访部门,走访日期,整改日期,走访结果,罚款（元）',
      'V-1,海晏县,工商,2017-03-01,2017-03-10,有问题,0.10',
      'V-2,海晏县,工商,2017-03-01,2017-03-20,有问题,0.20',
      'V-3,刚察县,工商,2017-03-01,,有问题,',
      'V-4,刚察县,工商,2017-03-01,2017-03-02,,1200.5',
      'V-5,刚察县,工商,2017-03-05,2017-03-01,正常,1',
      '',
    ].join('\n'),
  );
  const document = await folder.assessed('2017Q1');
  expect(document.submissions.map((s) => [s.ledger, s.rowsRead, s.rowsAccepted])).toEqual([['visits', 5, 4]]);
  expect(document.problems.map((p) => [p.row, p.code])).toEqual([
    [5, 'mended_without_fault'],
    [6, 'date_order'],
  ]);
  expect(figureOf(document, '632200', 'mended_in_time')).toEqual({ numerator: 1, denominator: 3, value: 1 / 3 });
  expect(figureOf(document, '632200', 'visit_fines')).toMatchObject({ denominator: 4, value: 1200.8 });
  // Due in the quarter after: all three ledgers of the first one, of which this one came, in time.
  folder.write('files/received.csv', 'file,received_on\n2017Q1_632200_走访台账.csv,2017-04-05\n');
  const register = await folder.assessed('2017Q2');
  expect(figureOf(register, '632200', 'submission_on_time')).toEqual({ numerator: 1, denominator: 3, value: 1 / 3 });
});

it('a ledger that units send as a whole has no column of counties or departments', async () => {
  whole.copyProfile('qinghai-2017');
  whole.write('profile/catalogue/ledgers/lectures.json', {
    id: 'lectures',
    name: '普法宣传台账',
    row: { name: '宣传活动', unit: '次' },
    aliases: ['普法宣传台账'],
    idField: 'lecture_id',
    firstDate: ['held_on'],
    fields: [
      { name: 'lecture_id', type: 'id', headers: ['活动编号'], required: true },
      { name: 'held_on', type: 'date', headers: ['活动日期'], required: true },
      { name: 'listeners', type: 'count', headers: ['参加人数'] },
    ],
    lists: { first: ['lecture_id', 'held_on'], course: ['listeners'] },
  });
  whole.write('profile/catalogue/indicators/lectures.json', [
    {
      id: 'listeners_total',
      name: '参加普法人数',
      measure: 'total',
      ledger: 'lectures',
      period: { event: 'held_on' },
      denominator: [{ happened: 'held_on' }],
      amount: { field: 'listeners', unit: '人', decimals: 0 },
      words,
      basis: '试写',
      confidence: '试写',
      columns: ['listeners'],
    },
  ]);
  whole.change('profile/catalogue.json', (choice) => {
    choice.own = { ledgers: ['lectures'], indicators: ['lectures'] };
    choice.ledgers.push('lectures');
    choice.indicators.push('listeners_total');
  });
  const rows = (...lines: string[]) => ['活动编号,活动日期,参加人数', ...lines, ''].join('\n');
  whole.write('files/2017Q1_632200_普法宣传台账.csv', rows('L-1,2017-02-01,30', 'L-2,2017-03-01,12'));
  whole.write('files/2017Q1_630100_普法宣传台账.csv', rows());
  whole.write('files/2017Q1_工商_普法宣传台账.csv', rows('L-1,2017-02-20,100'));
  const document = await whole.assessed('2017Q1');
  expect(document.problems).toEqual([]);
  const said = (id: string) => {
    const found = document.indicators.find((v) => v.id === id && v.indicator === 'listeners_total');
    return [found?.value, found?.unreported, found?.undivided];
  };
  expect(
    Object.fromEntries(
      ['630000', '632200', '630100', '632500', 'aic', 'fda', '632223', 'qinghai_lake'].map((id) => [id, said(id)]),
    ),
  ).toEqual({
    '630000': [142, undefined, undefined],
    '632200': [42, undefined, undefined],
    '630100': [0, undefined, undefined],
    '632500': [null, true, undefined],
    aic: [100, undefined, undefined],
    fda: [null, true, undefined],
    // Of its counties nothing is known, and of the zones that are made of them.
    '632223': [null, undefined, true],
    qinghai_lake: [null, undefined, true],
  });
});
