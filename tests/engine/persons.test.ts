import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { EvidenceRow, FigureQuestion } from '../../src/domain/evidence';
import type { CountingRows } from '../../src/engine/submissionRows';
import { csvBlob, tableCsv } from '../../src/report/csv';
import { problemTable } from '../../src/report/problemTable';
import { textWorld } from '../oracle/arbitrary';
import { catalogue } from '../support/catalogue';
import { qinghai } from '../support/profile';
import { accepted, fileOf, openedEngine } from './clerk';

/** In every personal value, beyond its first character, and nowhere else. */
const SECRET = '秘名';
const FIELDS = catalogue.ledger('penalties').fields;
/** The template's order of columns, the other way round, and two in which lists and numbers stand behind the party. */
const last = (...names: string[]) => [
  ...FIELDS.filter((f) => !names.includes(f.name)),
  ...FIELDS.filter((f) => f.name === 'party'),
  ...FIELDS.filter((f) => f.name !== 'party' && names.includes(f.name)),
];
const ORDERS: readonly (typeof FIELDS)[] = [
  FIELDS,
  [...FIELDS].reverse(),
  last('party', 'county', 'department', 'fine_yuan', 'disclosed_on'),
  last('party', 'fine_yuan', 'infringement', 'decided_on', 'county', 'product'),
];
const quoted = (cell: string | null | undefined): string => `"${(cell ?? '').replaceAll('"', '""')}"`;

const { engine } = await openedEngine();
let parties: string[];

/** Random penalties of several units, faults and all, each with a party of its own; some slip into the columns beside. */
beforeAll(async () => {
  const worlds = fc.sample(textWorld(qinghai, 60), { seed: 21, numRuns: 6 });
  const sources = worlds.flatMap((w) => w.submissions).filter((s) => s.ledger === 'penalties');
  parties = [];
  const kept: CountingRows[] = [];
  const byKey = new Map(sources.map((s) => [`${s.unit}|${s.period}`, s]));
  for (const [i, { unit, period, rows }] of [...byKey.values()].entries()) {
    const order = ORDERS[i % ORDERS.length] as typeof FIELDS;
    const lines = rows.map((row, n) => {
      const party = `第${SECRET}${i}-${n}`;
      parties.push(party);
      const cells = order.map((f) => (f.name === 'party' ? quoted(party) : quoted(row[f.name])));
      // A party that was not quoted: 甲,乙 are two cells, and all that follows stands one column on.
      const at = order.findIndex((f) => f.name === 'party');
      if (n % 10 === 3) cells.splice(at + 1, 0, `第${SECRET}乙${n}`);
      // The last cells were blank, and are gone: the row has as many cells as its header.
      if (n % 10 === 3 && n % 2) cells.length = order.length;
      if (n % 10 === 1) {
        cells.splice(at + 1, 0, `第${SECRET}乙${n}`, `第${SECRET}丁`);
        cells.length = order.length;
      }
      // A cell is missing before it.
      if (n % 10 === 2) cells.splice(Math.max(0, at - 1), 1);
      // The same, and a blank at the end makes up for it.
      if (n % 10 === 7) cells.push(...cells.splice(Math.max(0, at - 1), 1).map(() => ''));
      // It is the id, of several cases.
      if (n % 10 === 4) cells.splice(0, at + 1, `第${SECRET}甲`);
      // It stands in a wrong column.
      if (n % 10 === 6) {
        cells[order.findIndex((f) => f.name === 'county')] = quoted(party);
        cells[at] = '';
      }
      if (n % 10 === 5) cells.push(`第${SECRET}丙${n}`);
      return cells.join(',');
    });
    const text = [order.map((f) => f.name).join(','), ...lines, ''].join('\n');
    const answers = { two_digit_year: '20yy', same_as_above: 'above' } as const;
    const file = fileOf(i + 1, text, { unit, period, ledger: 'penalties', answers });
    kept.push(await accepted(engine, file, i + 1));
  }
  await engine.setCurrent(kept);
});

const question = (more: Partial<FigureQuestion>): FigureQuestion => ({
  indicator: 'platform_entry',
  side: 'denominator',
  level: 'province',
  id: '630000',
  period: null,
  asOf: '2018-01-10',
  ...more,
});
const rowsOf = async (more: Partial<FigureQuestion> = {}): Promise<EvidenceRow[]> =>
  (await engine.evidence(question(more), 0, 10_000)).rows;

it.each(catalogue.counted.filter((c) => c.ledger === 'penalties').map((c) => c.id))(
  '%s: no row holds a person unless asked for, and every row does when asked',
  async (indicator) => {
    for (const side of ['numerator', 'missing', 'denominator'] as const) {
      const rows = await rowsOf({ indicator, side });
      expect(JSON.stringify(rows)).not.toContain(SECRET);
      const shown = await rowsOf({ indicator, side, persons: true });
      expect(shown.map((r) => r.party)).toEqual(rows.map(() => expect.stringContaining(SECRET)));
      // Nothing else changes.
      expect(shown.map((r) => ({ ...r, party: null }))).toEqual(rows.map((r) => ({ ...r, party: null })));
    }
  },
);

it('a row is found by the whole name of its party, and answers masked', async () => {
  const shown = await rowsOf({ persons: true });
  expect(shown.length).toBeGreaterThan(5);
  const party = String(shown[0]?.party);
  expect(parties).toContain(party);
  const found = await rowsOf({ search: party });
  expect(found.map((r) => r.party)).toEqual(found.map(() => '第＊＊'));
  expect(found.map((r) => `${r.submission}/${r.row}`)).toContain(`${shown[0]?.submission}/${shown[0]?.row}`);
  expect(found.length).toBeLessThan(shown.length);
});

it('the cases of the ledger hold no person either, unless asked for', async () => {
  const all = { ledger: 'penalties', level: 'province', id: '630000', asOf: '2018-01-10' } as const;
  const { rows, total } = await engine.evidence(all, 0, 10_000);
  expect(rows).toHaveLength(total);
  expect(rows.length).toBeGreaterThan(5);
  expect(JSON.stringify(rows)).not.toContain(SECRET);
  const { rows: shown } = await engine.evidence({ ...all, persons: true }, 0, 10_000);
  expect(shown.every((r) => String(r.party).includes(SECRET))).toBe(true);
  const found = await engine.evidence({ ...all, search: String(shown[0]?.party) }, 0, 10);
  expect(found.rows[0]).toEqual(rows[0]);
});

it('no problem quotes a person, nor a value that may have slipped from another column', async () => {
  const { rows } = await engine.problems({}, 0, 100_000);
  expect(rows.some((p) => p.code === 'surplus_cells')).toBe(true);
  expect(rows.some((p) => p.code === 'not_a_date' && p.value === '第＊＊')).toBe(true);
  expect(JSON.stringify(rows)).not.toContain(SECRET);
  expect(rows.some((p) => p.code === 'duplicate_id' && p.value === '第＊＊')).toBe(true);
  expect(rows.some((p) => p.code === 'unknown_county' && p.value === '第＊＊')).toBe(true);
  const { groups } = await engine.problemGroups({}, 0, 100_000);
  expect(JSON.stringify(groups)).not.toContain(SECRET);
  for (const { submission, sheetNumber, row } of rows)
    if (row !== null)
      expect(
        JSON.stringify(await engine.asideRow({ submission, sheet: sheetNumber as number, row }, false)),
      ).not.toContain(SECRET);
  const file = csvBlob(await tableCsv(problemTable(qinghai, rows)));
  expect(await file.text()).not.toContain(SECRET);
  // Where nothing slipped the value is quoted, so that it can be found and mended.
  expect(rows.some((p) => p.value !== null && !p.value.includes('＊'))).toBe(true);
});
