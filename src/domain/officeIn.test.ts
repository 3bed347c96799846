import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../tests/support/catalogue';
import { profileFiles, qinghai } from '../../tests/support/profile';
import type { Cell } from './cells';
import { notCollectedText } from './collected';
import { everyReportingUnit, reportingUnits, unitName } from './office';
import { officeIn } from './officeIn';
import { quartersOf } from './period';
import { type ProfileError, readProfile } from './readProfile';
import { keysOf, mergedCounties, mergedDepartments, restated, standsIn } from './succession';

const departments = (period: string) => officeIn(qinghai, period).departments.all.map((d) => d.id);
const counties = (period: string) => officeIn(qinghai, period).regions.counties.map((c) => c.name);

describe('an office in a period', () => {
  it('is in the year of its profile as the profile has it', () => {
    const of2017 = officeIn(qinghai, '2017');
    expect(of2017.departments.all.map((d) => [d.id, d.name, d.office])).toEqual(
      qinghai.departments.all.map((d) => [d.id, d.name, d.office]),
    );
    expect(counties('2017')).toEqual(qinghai.regions.counties.map((c) => c.name));
    expect(of2017.scheme.id).toBe('sample-2017');
    expect(reportingUnits(of2017)).toEqual(reportingUnits(qinghai));
  });

  it.each([
    ['2018', true, false],
    ['2019', false, true],
    ['2026Q1', false, true],
  ])('has in %s 工商: %s, and 市场监管 report: %s', (period, aic, market) => {
    expect(departments(period).includes('aic')).toBe(aic);
    expect(reportingUnits(officeIn(qinghai, period)).some((u) => u.id === 'market')).toBe(market);
  });

  it.each([
    ['2017', '湟中县', '茫崖行政委员会', 46],
    ['2018', '湟中县', '茫崖市', 45],
    ['2019', '湟中区', '茫崖市', 45],
    ['2019Q3', '湟中县', '茫崖市', 45],
    ['2014', '湟中县', '茫崖行政委员会', 46],
  ])('of %s knows 630122 as %s and 632859 as %s, %i counties', (period, huangzhong, mangya, n) => {
    const { regions } = officeIn(qinghai, period);
    expect([regions.place('630122').name, regions.place('632859').name]).toEqual([huangzhong, mangya]);
    expect(regions.counties).toHaveLength(n);
  });

  it('finds by its key and by any name what is there no longer', () => {
    const { regions, departments: d } = officeIn(qinghai, '2026');
    expect(regions.place('632858').name).toBe('冷湖行政委员会');
    expect(regions.match('湟中县')).toMatchObject({ place: { code: '630122', name: '湟中区' } });
    expect(d.get('aic').name).toBe('工商');
    expect(d.match('西宁市工商局')).toMatchObject({ department: { id: 'aic' } });
    expect(d.match('农业农村局')).toMatchObject({ department: { id: 'agriculture', name: '农业农村' } });
    expect(unitName(officeIn(qinghai, '2026'), 'aic')).toBe('工商');
  });

  it.each([
    ['2017', ['complaints', 'penalties']],
    ['2025Q4', ['complaints', 'penalties']],
    ['2026Q1', ['complaints', 'penalties', 'inspections', 'disposals']],
    ['2026', ['complaints', 'penalties', 'inspections', 'disposals']],
  ])('lists in %s the ledgers %j and their indicators, and finds any', (period, ledgers) => {
    const { catalogue: listed } = officeIn(qinghai, period);
    expect(listed.collected.map((l) => l.id)).toEqual(ledgers);
    expect([...new Set(listed.caseIndicators.map((i) => i.ledger))]).toEqual(ledgers);
    expect(listed.ledger('disposals').name).toBe('涉案物品处置台账');
    expect(listed.indicator('destroyed_kg').name).toBe('销毁重量');
  });

  it.each([
    ['2017', false],
    ['2025', false],
    ['2026Q1', true],
    ['2027', true],
  ])('lists in %s an indicator that is collected from 2026 on: %s, and finds it', (period, is) => {
    const { catalogue: listed } = officeIn(qinghai, period);
    expect(listed.caseIndicators.some((i) => i.id === 'fine_total')).toBe(is);
    expect(listed.listed('fine_total') !== undefined).toBe(is);
    expect(listed.countedOf('penalties').some((i) => i.id === 'fine_total')).toBe(is);
    expect(listed.indicator('fine_total').name).toBe('罚没款');
    expect(qinghai.catalogue.countedOf('penalties').some((i) => i.id === 'fine_total')).toBe(true);
  });

  it.each([
    ['fine_total', '2017', '“罚没款”自2026年起收集，2017年没有这项指标'],
    ['fine_total', '2026H1', null],
    ['inspection_found', '2017Q4', '“问题发现率”自2026年起收集，2017年第四季度没有这项指标'],
    ['closure_on_time', '2017', null],
    ['submission_on_time', '2010', null],
  ])('says of %s in %s from when it is collected: %s', (id, period, expected) => {
    expect(notCollectedText(officeIn(qinghai, '2026'), id, period)).toBe(expected);
  });

  it('is made from the office of all years, whichever it is asked of', () => {
    expect(officeIn(officeIn(qinghai, '2026'), '2017')).toBe(officeIn(qinghai, '2017'));
  });

  it('a file may be of any unit that ever reported', () => {
    const units = everyReportingUnit(officeIn(qinghai, '2026')).map((u) => u.id);
    expect(units).toEqual(expect.arrayContaining(['aic', 'market', '632600']));
  });

  it.each([
    [2016, 'sample-2017'],
    [2018, 'sample-2017'],
    [2019, 'sample-2019'],
    [2030, 'sample-2019'],
  ])('of %i is assessed by %s', (year, id) => {
    expect(officeIn(qinghai, `${year}`).scheme.id).toBe(id);
  });
});

describe('what was merged', () => {
  const counted = mergedCounties(qinghai.profile.regions);
  const duties = mergedDepartments(qinghai.profile.departments);

  it.each([
    ['632858', '2017Q4', '632858'],
    ['632858', '2018Q1', '632859'],
    ['632859', '2018Q1', '632859'],
    ['630122', '2026Q1', '630122'],
  ])('the county %s stands in %s in %s', (key, quarter, unit) => {
    expect(standsIn(counted, key, quartersOf(quarter)[0] as number)).toBe(unit);
  });

  it.each([
    ['aic', '2018Q4', 'aic'],
    ['aic', '2019Q1', 'market'],
    ['tobacco', '2026Q1', 'tobacco'],
  ])('the department %s in %s is %s', (key, quarter, unit) => {
    expect(standsIn(duties, key, quartersOf(quarter)[0] as number)).toBe(unit);
  });

  it('each key stands in exactly one unit of a quarter, which lists it, in chains too', () => {
    const keys = ['a', 'b', 'c', 'd', 'e'];
    const chain = fc.record({ a: fc.nat(20), b: fc.nat(20), d: fc.nat(20) }).map(
      ({ a, b, d }) =>
        new Map([
          ['a', { from: a, into: 'b' }],
          ['b', { from: b, into: 'c' }],
          ['d', { from: d, into: 'c' }],
        ]),
    );
    fc.assert(
      fc.property(chain, fc.nat(22), (successions, quarter) => {
        for (const key of keys) {
          const holding = keys.filter((unit) =>
            keysOf(successions, unit).some(
              (k) =>
                k.key === key && (k.first === null || k.first <= quarter) && (k.last === null || quarter <= k.last),
            ),
          );
          expect(holding).toEqual([standsIn(successions, key, quarter)]);
        }
      }),
    );
  });

  it('moves cells and keeps their sums', () => {
    const cell = (place: string, department: string, quarter: string): Cell => ({
      indicator: 'acceptance_on_time',
      quarter: quartersOf(quarter)[0] as number,
      place,
      department,
      numerator: 1,
      denominator: 2,
    });
    const set = [cell('632858', 'aic', '2017Q4'), cell('632858', 'aic', '2019Q1'), cell('630000', '', '2026Q1')];
    const { cells } = restated(qinghai.profile, { cells: set, durations: [], undated: [] });
    expect(cells).toEqual([set[0], { ...set[1], place: '632859', department: 'market' }, set[2]]);
  });

  it('moves what is counted in other ways just so', () => {
    const at = { indicator: 'x', quarter: quartersOf('2019Q1')[0] as number, place: '632858', department: 'aic' };
    const moved = { place: '632859', department: 'market' };
    const set = {
      cells: [],
      durations: [{ ...at, days: [3], counts: [1] }],
      subjects: [{ ...at, counted: [1, 2], met: [1] }],
      undated: [{ ...at, count: 1 }],
    };
    expect(restated(qinghai.profile, set)).toEqual({
      cells: [],
      durations: [{ ...set.durations[0], ...moved }],
      subjects: [{ ...set.subjects[0], ...moved }],
      undated: [{ ...set.undated[0], ...moved }],
    });
  });

  it.each<[string, (files: ReturnType<typeof profileFiles>) => void, string]>([
    [
      'a department that ends nowhere',
      (f) => delete f.departments.departments[0].successor,
      'departments.json → departments.0.successor',
    ],
    [
      'one that goes on in itself',
      (f) => (f.departments.departments[0].successor = 'aic'),
      'departments.json → departments.0.successor',
    ],
    [
      'departments that go on in each other',
      (f) => {
        const market = f.departments.departments[1];
        market.history[1].to = '2025-01';
        market.successor = 'aic';
      },
      'departments.json → departments.0.successor',
    ],
    [
      'one that is still there',
      (f) => (f.departments.departments[7].successor = 'market'),
      'departments.json → departments.7.successor',
    ],
    [
      'another name in the month of the profile',
      (f) => (f.departments.departments[3].history[0].name = '农业'),
      'departments.json → departments.3.history.0',
    ],
    [
      'a county that ends nowhere',
      (f) => delete f.regions.counties.at(-1).history[1].mergedWith,
      'regions.json → counties.44.history',
    ],
    ['a later scheme that does not add up', (f) => (f.scheme.later[0].full = 90), 'scheme.json → later.0.groups'],
    [
      'a cut-off that begins before the one above',
      (f) => f.profile.cutOff.push({ ...f.profile.cutOff[0] }),
      'profile.json → cutOff.1.from',
    ],
  ])('refuses %s', (_, change, path) => {
    const files = profileFiles();
    change(files);
    let said = '';
    try {
      readProfile(catalogue, files);
    } catch (error) {
      said = (error as ProfileError).message;
    }
    expect(said).toContain(path);
  });
});
