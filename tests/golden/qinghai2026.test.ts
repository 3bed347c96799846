import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedFolder, takeInFolder } from '../../scripts/assess/takeInFolder';
import { expectedFaults } from '../../scripts/sample/faults';
import { sampleFilings } from '../../scripts/sample/sample';
import { QUARTER_2026 } from '../../scripts/sample/units2026';
import { type Assessment, assess } from '../../src/assessment/assess';
import { Tabulation } from '../../src/domain/cells';
import { dueDay, findRule } from '../../src/domain/deadlines';
import { officeIn } from '../../src/domain/officeIn';
import { schemeOf } from '../../src/domain/scheme';
import { effectiveSubmissions } from '../../src/domain/submission';
import { cellsAt } from '../../src/workspace/cellsAt';
import { evaluate } from '../oracle/evaluate';
import { cellLines, countedRow, productLines } from '../oracle/moreLedgers';
import { readRow } from '../oracle/read-row';
import { barsOf } from '../support/bars';
import { qinghai } from '../support/profile';
import { readSample } from './read-sample';

const FOLDER = fileURLToPath(new URL('../../datasets/qinghai-2026-sample', import.meta.url));
const PERIOD = '2026Q1';
/** What was collected in 2017 already. */
const ORACLE_LEDGERS: readonly string[] = ['complaints', 'penalties'];
const NEW_INDICATORS = [
  'fine_total',
  'inspection_completion',
  'inspection_published_on_time',
  'inspection_found',
  'destroyed_kg',
];
const { profile, regions, calendar } = qinghai;
const AS_OF = '2026-04-10';

describe('the sample quarter of 2026', () => {
  let folder: OpenedFolder;
  let assessment: Assessment;
  beforeAll(async () => {
    folder = await takeInFolder(qinghai, FOLDER);
    const { engine, submissions } = folder;
    const table = new Tabulation(await cellsAt(qinghai, engine, submissions, AS_OF), regions, profile.zones);
    const scheme = schemeOf(profile.scheme, 2026);
    assessment = assess({
      office: qinghai,
      scheme,
      period: PERIOD,
      asOf: AS_OF,
      table,
      submissions: effectiveSubmissions(submissions),
    });
  });
  afterAll(() => folder?.engine.close());

  it('is read with the problems that were put into it and no other: the names of 2026 are no question in it', () => {
    expect(folder.refused).toEqual([]);
    const meant = expectedFaults(sampleFilings(qinghai, QUARTER_2026));
    expect(folder.problems.map((p) => `${p.file} ${p.row} ${p.code}`).sort()).toEqual(
      meant.map((f) => `${f.file} ${f.row} ${f.code}`).sort(),
    );
    expect(meant.length).toBeGreaterThan(8);
    expect(folder.submissions).toHaveLength(22);
  });

  it('is counted by the SQL as by the oracle', async () => {
    const files = (await readSample(qinghai, FOLDER)).filter((f) => ORACLE_LEDGERS.includes(f.ledger));
    const { cells, durations, undated } = evaluate(files, qinghai, AS_OF);
    const counted = await folder.engine.cells(AS_OF);
    const ofThese = counted.cells.filter((c) =>
      ORACLE_LEDGERS.includes(qinghai.catalogue.definition(c.indicator).ledger ?? ''),
    );
    const inOrder = (list: readonly object[]) =>
      list.map((c) => JSON.stringify(Object.entries(c).sort(([a], [b]) => a.localeCompare(b)))).sort();
    expect(inOrder(ofThese)).toEqual(inOrder(cells));
    expect(inOrder(barsOf(counted.durations))).toEqual(inOrder(durations));
    expect(inOrder(counted.undated)).toEqual(inOrder(undated));
    expect(cells.length).toBeGreaterThan(100);
  });

  it.each([AS_OF, '2026-03-15', '2026-06-30'])(
    'and so are the ledgers that 2026 brings, and the fines, at %s',
    async (asOf) => {
      const files = (await readSample(qinghai, FOLDER)).filter((f) => f.ledger !== 'complaints');
      const counts = files.flatMap(({ unit, period, ledger, receivedOn, rows }) => {
        const idsAbove = new Set<string>();
        return rows.flatMap((cells) => {
          const { row } = readRow(ledger, cells, { office: qinghai, unit, period, receivedOn, idsAbove });
          if (!row) return [];
          const { place: county, department, text, days, amounts } = row;
          const plain = Object.entries({ county, department, ...text, ...days, ...amounts }).map(([k, v]) => [
            k,
            v ?? '',
          ]);
          return countedRow(ledger, Object.fromEntries(plain), { asOf, calendar, published: ['market'] });
        });
      });
      const lines = cellLines(counts);
      expect(productLines((await folder.engine.cells(asOf)).cells)).toEqual(lines);
      expect(new Set(lines.map((line) => line.split(' ')[0])).size).toBe(5);
    },
  );

  it('says of the province what was worked out of its rows by hand', () => {
    // Counted in the files, row by row, apart from the product and its oracle.
    const ofProvince = (indicator: string) => {
      const found = assessment.indicators.find((v) => v.level === 'province' && v.indicator === indicator);
      return found && [found.numerator, found.denominator, found.value];
    };
    expect(Object.fromEntries(NEW_INDICATORS.map((id) => [id, ofProvince(id)]))).toEqual({
      fine_total: [125, 125, 4_979_800],
      inspection_completion: [104, 114, 104 / 114],
      inspection_published_on_time: [30, 32, 30 / 32],
      inspection_found: [40, 135, 40 / 135],
      // 19 of 23 batches were weighed.
      destroyed_kg: [19, 23, 4920.84],
    });
  });

  it('scores nothing of them, and has none of them in 2017', () => {
    for (const id of NEW_INDICATORS) expect(JSON.stringify(profile.scheme)).not.toContain(id);
    const listed = (period: string) => officeIn(qinghai, period).catalogue.indicators.map((i) => i.id);
    expect(listed(PERIOD)).toEqual(expect.arrayContaining(NEW_INDICATORS));
    expect(listed('2017').filter((id) => NEW_INDICATORS.includes(id))).toEqual([]);
  });

  it('ranks the departments of after the reform, by their names of then', () => {
    const names = assessment.ranking.filter((r) => r.group === 'departments').map((r) => r.name);
    expect([...names].sort()).toEqual(
      [
        '公安',
        '农业农村',
        '卫生健康',
        '商务',
        '市场监管',
        '文化和旅游',
        '林业和草原',
        '海关',
        '烟草',
        '邮政',
        '通信管理',
      ].sort(),
    );
    expect(assessment.ranking.find((r) => r.id === 'market')?.score).toBeGreaterThan(0);
  });

  it('lists the counties of 2026: 湟中区, and 茫崖市 in place of two 行委', () => {
    const counties = new Map(assessment.indicators.flatMap((v) => (v.level === 'county' ? [[v.id, v.name]] : [])));
    expect(counties.size).toBe(45);
    expect([counties.get('630122'), counties.get('632859'), counties.get('632321')]).toEqual([
      '湟中区',
      '茫崖市',
      '同仁市',
    ]);
    expect(counties.has('632858')).toBe(false);
  });
});

/*
 * Worked out by hand from 国办发明电〔2025〕7号: off 2026-02-15…23, 04-04…06, 05-01…05, 06-19…21; worked 02-14, 02-28, 05-09.
 */
describe('the deadlines of 2026', () => {
  it.each([
    // 春节 lies between, and a worked Saturday on each side of it.
    ['acceptance', '投诉', '2026-02-10', '2026-02-10', '2026-02-26', 'acceptance-order20-complaint'],
    ['acceptance', '举报', '2026-02-10', '2026-02-10', '2026-03-09', 'acceptance-order20-report'],
    // 令第20号 to the day before 令第121号; 劳动节, and the worked Saturday after it.
    ['acceptance', '投诉', '2026-04-14', '2026-04-14', '2026-04-23', 'acceptance-order20-complaint'],
    ['acceptance', '投诉', '2026-04-15', '2026-04-15', '2026-04-24', 'acceptance-order121-complaint'],
    ['acceptance', '举报', '2026-04-14', '2026-04-14', '2026-05-08', 'acceptance-order20-report'],
    ['acceptance', '举报', '2026-04-15', '2026-04-15', '2026-05-09', 'acceptance-order121-report'],
    // 45 working days, over 春节 and 清明; from 04-20 over 劳动节 and 端午.
    ['closure', '投诉', '2026-02-10', '2026-02-12', '2026-04-23', 'closure-order20-complaint'],
    ['closure', '投诉', '2026-04-15', '2026-04-20', '2026-06-25', 'closure-order121-complaint'],
    // 90 days end on 2026-05-04, in 劳动节.
    ['closure', '举报', '2026-02-02', '2026-02-03', '2026-05-06', 'closure-penalty-law-report'],
    ['closure', '举报', '2026-04-15', '2026-04-21', '2026-07-20', 'closure-penalty-law-report'],
    // Closed on the day before 劳动节; the rule is that of the day of receipt.
    ['feedback', '投诉', '2026-04-14', '2026-04-30', '2026-05-13', 'feedback-order20-complaint'],
    ['feedback', '举报', '2026-04-15', '2026-04-30', '2026-05-11', 'feedback-order121-report'],
    ['disclosure', null, '2026-03-02', '2026-03-02', '2026-03-30', 'disclosure-order45'],
    ['disclosure', null, '2026-01-30', '2026-01-30', '2026-03-05', 'disclosure-order45'],
  ])('%s of a %s of %s from %s ends on %s', (step, kind, on, start, due, id) => {
    const rule = findRule(profile.deadlines.rules, { step, kind, department: 'market', on });
    expect(rule?.id).toBe(id);
    expect(rule && dueDay(calendar, rule, start)).toBe(due);
  });

  it.each([
    ['acceptance', '投诉', '2019-12-31', 'acceptance-general'],
    ['acceptance', '投诉', '2020-01-01', 'acceptance-order20-complaint'],
    ['closure', '举报', '2021-07-14', 'closure-2020-report'],
    ['closure', '举报', '2021-07-15', 'closure-penalty-law-report'],
    ['disclosure', null, '2021-08-31', 'disclosure-general'],
    ['disclosure', null, '2021-09-01', 'disclosure-order45'],
  ])('%s of a %s of %s is decided by %s', (step, kind, on, id) => {
    expect(findRule(profile.deadlines.rules, { step, kind, department: 'aic', on })?.id).toBe(id);
  });

  it('leaves no day without a rule', () => {
    for (const step of ['acceptance', 'closure', 'feedback', 'disclosure', 'submission'])
      for (const kind of ['投诉', '举报'])
        for (let year = 2015; year <= 2027; year++)
          for (const day of ['01-01', '04-14', '04-15', '07-14', '07-15', '08-31', '09-01', '12-31'])
            expect(
              findRule(profile.deadlines.rules, { step, kind, on: `${year}-${day}` }),
              `${step} ${year}-${day}`,
            ).toBeDefined();
  });
});
