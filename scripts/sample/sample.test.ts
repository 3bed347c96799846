import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reportingUnits } from '../../src/domain/office';
import { PROBLEM_SEVERITY } from '../../src/domain/problemCodes';
import { slotsUntil } from '../../src/domain/reporting';
import { catalogue } from '../../tests/support/catalogue';
import { encodeFiling } from './encode';
import { expectedFaults } from './faults';
import type { Filing } from './filings';
import { sampleOffice } from './office';
import { receivedCsv, sampleFilings } from './sample';
import { YEAR_2017 } from './units2017';
import { QUARTER_2026 } from './units2026';

const office = await sampleOffice();
const { periods: PERIODS, seed: SEED } = YEAR_2017;
const files = sampleFilings(office, YEAR_2017);
const filesOf2026 = sampleFilings(office, QUARTER_2026);
const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

it.each([YEAR_2017, QUARTER_2026])('$folder stands in datasets as the generator makes it, to the byte', (plan) => {
  const folder = new URL(`../../datasets/${plan.folder}/`, import.meta.url);
  const filings = sampleFilings(office, plan);
  const made = Object.fromEntries(filings.map((f) => [f.file, sha256(encodeFiling(office.catalogue, f, plan.seed))]));
  made['received.csv'] = sha256(receivedCsv(filings));
  expect(existsSync(folder)).toBe(true);
  const kept = Object.fromEntries(
    readdirSync(folder).map((name) => [name, sha256(readFileSync(new URL(encodeURIComponent(name), folder)))]),
  );
  expect(kept).toEqual(made);
});

it('has no case number of one sample in the other', () => {
  const idsOf = (list: readonly Filing[]) =>
    list.flatMap((f) => f.rows.map((r) => r.cells[catalogue.ledger(f.ledger).idField]));
  const ids = new Set(idsOf(files));
  const later = idsOf(filesOf2026);
  expect(later.filter((id) => ids.has(id))).toEqual([]);
  expect(later.length).toBeGreaterThan(600);
});

it('raises every rule code of rows that the province and its files can have, between them', () => {
  // No two counties share a name; no bytes are no text: its Parquet files are written as everybody's are. What a workbook's
  // formulas and a broken quote leave is no office's habit.
  const others = [
    'ambiguous_county',
    'cell_error',
    'cell_error_optional',
    'rounded_id',
    'row_in_one_cell',
    'stray_quote',
    'swallowed_rows',
    'alike_id',
    'uncalculated',
    'uncalculated_optional',
  ];
  const all = [...Object.keys(PROBLEM_SEVERITY), ...office.catalogue.oddities.map((o) => o.code)];
  const codes = all.filter((c) => !others.includes(c) && !c.startsWith('unreadable_cell'));
  const raised = expectedFaults([...files, ...filesOf2026]).map((f) => f.code);
  expect([...new Set(raised)].sort()).toEqual(codes.sort());
});

describe('the sample year', () => {
  it('is another year with another seed', () => {
    const others = sampleFilings(office, { ...YEAR_2017, seed: 'another seed' });
    expect(others.map((f) => f.file)).toEqual(files.map((f) => f.file));
    expect(others.map((f) => f.rows.length)).not.toEqual(files.map((f) => f.rows.length));
  });

  it('has a file of every unit × quarter × ledger but those of 果洛州 and a quarter of 林业', () => {
    const collected = slotsUntil(office.profile.reporting, 2017);
    expect(collected).toHaveLength(PERIODS.length * 2);
    const there = new Set(files.map((f) => `${f.unit.id} ${f.period} ${f.ledger}`));
    const absent = reportingUnits(office).flatMap((unit) =>
      collected
        .filter(({ period, ledger }) => !there.has(`${unit.id} ${period} ${ledger}`))
        .map(({ period }) => `${unit.id} ${period}`),
    );
    const guoluo = PERIODS.flatMap((period) => [`632600 ${period}`, `632600 ${period}`]);
    expect(absent).toEqual([...guoluo, 'forestry 2017Q3', 'forestry 2017Q3']);
  });

  it('carries open cases forward, in a later state', () => {
    const later = files.find((f) => f.unit.id === '632500' && f.period === '2017Q3' && f.ledger === 'complaints');
    const earlier = files.find((f) => f.unit.id === '632500' && f.period === '2017Q2' && f.ledger === 'complaints');
    const before = new Map(earlier?.rows.map((r) => [r.cells.complaint_id, r.cells]));
    const again = (later?.rows ?? []).filter((r) => before.has(r.cells.complaint_id));
    expect(again.length).toBeGreaterThan(20);
    const closedSince = again.filter((r) => r.cells.closed_on && !before.get(r.cells.complaint_id)?.closed_on);
    expect(closedSince.length).toBeGreaterThan(10);
  });

  it('is read back by a GB18030 decoder as it was written', () => {
    const filing = files.find((f) => f.form === 'gb18030' && f.rows.length > 100);
    if (!filing) throw new Error('no GB18030 file');
    const text = new TextDecoder('gb18030', { fatal: true }).decode(encodeFiling(catalogue, filing, SEED));
    const lines = text.trimEnd().split('\r\n');
    expect(lines).toHaveLength(filing.rows.length + 1);
    filing.rows.forEach((row, i) => {
      expect(lines[i + 1]).toContain(row.cells.party ?? row.cells.complaint_id);
    });
  });
});
