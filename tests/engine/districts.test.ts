import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { assessFolder } from '../../scripts/assess/run';
import type { AssessmentDocument } from '../../src/assessment/document';
import { schemeOf } from '../../src/domain/scheme';
import { xiamen } from '../support/profile';

/** From the files of a city's districts, committee and department to its rankings. */
const COMPLAINTS = '编号,类型,县区,承办部门,接收日期,受理决定日期,受理结果,办结日期';
const complaint = (id: string, place: string, closed: string) =>
  `${id},投诉,${place},市场监管,2016-01-05,2016-01-07,受理,${closed}`;
const PENALTIES = '案号,办案部门,县区,程序,处罚决定日期,公示日期';

const FILES: Record<string, string[]> = {
  '2016H1_思明区_投诉举报台账.csv': [
    COMPLAINTS,
    complaint('S-1', '思明区', '2016-02-01'),
    complaint('S-2', '350203', '2016-02-01'),
    complaint('S-3', '厦门市思明区', ''),
    complaint('S-4', '湖里区', '2016-02-01'),
  ],
  '2016H1_350206_complaints.csv': [COMPLAINTS, complaint('H-1', '湖里', '2016-02-01')],
  '2016H1_自贸片区_complaints.csv': [
    COMPLAINTS,
    complaint('F-1', '厦门自贸片区管委会', ''),
    complaint('F-2', '湖里区', ''),
  ],
  '2016H1_市市场监督管理局_行政处罚案件台账.csv': [
    PENALTIES,
    'P-1,市场监管,思明区,普通程序,2016-01-06,2016-01-20',
    'P-2,市场监管,厦门市,普通程序,2016-01-06,',
    'P-3,市场监管,ftz,普通程序,2016-01-06,2016-01-20',
  ],
  'received.csv': ['file,received_on', '2016H1_350206_complaints.csv,2016-07-05'],
};

let dir: string;
let document: AssessmentDocument;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kaoping-districts-'));
  for (const [name, lines] of Object.entries(FILES)) await writeFile(join(dir, name), `${lines.join('\n')}\n`);
  const scheme = schemeOf(xiamen.profile.scheme, 2016);
  document = await assessFolder({ dir, office: xiamen, scheme, period: '2016', asOf: '2017-01-10' });
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const counts = (level: string, id: string, indicator: string) => {
  const v = document.indicators.find(
    (i) => i.level === level && i.id === id && i.indicator === indicator && i.period === '2016',
  );
  return v && [v.numerator, v.denominator];
};

test('every file is told by its name', () => {
  expect(document.submissions.map((s) => [s.unit, s.ledger, s.rowsAccepted, s.rowsRejected]).sort()).toEqual([
    ['350203', 'complaints', 3, 1],
    ['350206', 'complaints', 1, 0],
    ['ftz', 'complaints', 1, 1],
    ['market', 'penalties', 3, 0],
  ]);
});

test('a row of a unit lies in that unit, also where the unit has no code', () => {
  expect(document.problems.map((p) => [p.code, p.value, p.message])).toEqual([
    [
      'county_outside_unit',
      '湖里区',
      '「区」的值「湖里区」不属于报送单位思明区。请核对地区，或由其所属的报送单位报送。',
    ],
    [
      'county_outside_unit',
      '湖里区',
      '「区」的值「湖里区」不属于报送单位厦门自贸片区管委会。请核对地区，或由其所属的报送单位报送。',
    ],
  ]);
});

test('rows that name a district count in it, those of the department too; what names the city counts in the city', () => {
  expect(counts('prefecture', '350203', 'closure_on_time')).toEqual([2, 3]);
  expect(counts('prefecture', '350206', 'closure_on_time')).toEqual([1, 1]);
  expect(counts('prefecture', 'ftz', 'closure_on_time')).toEqual([0, 1]);
  expect(counts('province', '350200', 'closure_on_time')).toEqual([3, 5]);
  expect(counts('prefecture', '350203', 'disclosure_rate')).toEqual([1, 1]);
  expect(counts('prefecture', 'ftz', 'disclosure_rate')).toEqual([1, 1]);
  expect(counts('department', 'market', 'disclosure_rate')).toEqual([2, 3]);
  expect(counts('prefecture', '350206', 'submission_on_time')?.[0]).toBe(1);
});

test('there are no counties and no zones', () => {
  expect([...new Set(document.indicators.map((i) => i.level))]).toEqual(['province', 'prefecture', 'department']);
});

test('each group is ranked for itself', () => {
  const ranked = (group: string) => document.ranking.filter((r) => r.group === group);
  expect(ranked('districts').map((r) => [r.name, r.rank, r.note])).toEqual([
    ['湖里区', 1, ''],
    ['思明区', 2, ''],
    ...['海沧区', '集美区', '同安区', '翔安区'].map((name) => [name, null, '未报送，不参评']),
  ]);
  expect(ranked('committees').map((r) => [r.id, r.rank])).toEqual([['ftz', 1]]);
  expect(
    ranked('departments')
      .filter((r) => r.rank !== null)
      .map((r) => r.id),
  ).toEqual(['market']);
  for (const { id } of ranked('districts').slice(0, 2)) {
    const points = document.scores.filter((s) => s.id === id).map((s) => s.points ?? 0);
    const score = document.ranking.find((r) => r.id === id)?.score ?? Number.NaN;
    expect(points.reduce((sum, p) => sum + p, 0)).toBeCloseTo(score, 6);
  }
});

test('its indicators rest on no paper of another office, and its smallest areas are called as they are', () => {
  const told = JSON.stringify([xiamen.catalogue.definitions, xiamen.profile]);
  expect(told.match(/.{12}(?:青政|办字〔2017〕33号).{0,12}/g)).toBeNull();
  for (const { basis, confidence } of xiamen.catalogue.indicators) {
    expect(basis).toMatch(/厦府办〔2016〕146号|未找到厦门市的依据|厦门市文件未规定/);
    expect(confidence).toContain('待核');
  }
  for (const ledger of xiamen.catalogue.ledgers) {
    const places = ledger.fields.find((f) => f.type === 'county');
    expect(places?.headers[0]).toBe(xiamen.words.smallest);
    expect(places?.headers).toContain('县区');
  }
});
