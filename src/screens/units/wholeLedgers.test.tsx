import { expect, test } from 'vitest';
import { toyFiles } from '../../../tests/oracle/toyCatalogue';
import { qinghai } from '../../../tests/support/profile';
import { assess } from '../../assessment/assess';
import { readCatalogue } from '../../domain/catalogue/readCatalogue';
import { type Cell, Tabulation } from '../../domain/cells';
import { groupById, officeOf } from '../../domain/office';
import { quartersOf } from '../../domain/period';
import { schemeOf } from '../../domain/scheme';
import { renderAt } from '../../ui/testing/renderAt';
import { tableOf } from '../../ui/testing/tableOf';
import { departmentsView } from './departments';
import { placesView } from './places';

const AT = '/prefectures?period=2017H1';
const HAINAN = '632500';
const office = officeOf(qinghai.profile, readCatalogue(toyFiles()));
const [quarter] = quartersOf('2017H1') as [number];
const sum = (ledger: string, place: string, department: string, amount: number): Cell => ({
  ...{ indicator: `${ledger}_sum`, quarter, place, department },
  ...{ numerator: 1, denominator: 1, amounts: [amount] },
});
const table = new Tabulation(
  {
    cells: [
      sum('wholes', HAINAN, '', 30),
      sum('wholes', '630000', 'aic', 7),
      sum('by_county', '632521', '', 11),
      sum('by_line', HAINAN, 'fda', 5),
    ],
    durations: [],
    undated: [],
  },
  office.regions,
  office.profile.zones,
);
const scheme = schemeOf(qinghai.profile.scheme, 2017);
const assessment = assess({ office, scheme, period: '2017H1', asOf: '2018-01-10', table, submissions: [] });
const parts = (view: ReturnType<typeof placesView>, level: 'prefecture' | 'department', id: string, name: string) =>
  renderAt(AT, <view.Parts area={{ level, id, name }} assessment={assessment} table={table} />, {}, office);

test('a table of parts has the columns that the ledgers tell of such parts, and names those left out', async () => {
  const html = await parts(placesView(office, groupById(office, 'prefectures')), 'prefecture', HAINAN, '海南州');
  const counties = tableOf(html, '2017年上半年海南州的县（市、区、行委）').columns.join();
  expect(counties).toContain('by_county 数量');
  expect(counties).not.toMatch(/wholes|by_line/);
  const departments = tableOf(html, '2017年上半年海南州各部门办理的案件').columns.join();
  expect(departments).toContain('by_line 数量');
  expect(departments).not.toMatch(/wholes|by_county/);
  expect(html).toMatch(/wholes 数量、by_line 数量、序号种数的台账不分县区，不列/);
  expect(html).toMatch(/wholes 数量、by_county 数量的台账不分部门，不列/);
});

test('of a department, a ledger that names neither has no places', async () => {
  const html = await parts(departmentsView(office, groupById(office, 'departments')), 'department', 'aic', '工商');
  expect(tableOf(html, '2017年上半年工商部门在各市州的案件').columns.join()).not.toContain('wholes');
});
