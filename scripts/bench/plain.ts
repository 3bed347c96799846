import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { assess } from '../../src/assessment/assess';
import { Tabulation } from '../../src/domain/cells';
import { COMPLAINTS, fieldLabel } from '../../src/domain/ledgers';
import type { Office } from '../../src/domain/office';
import { evaluate } from '../../tests/oracle/evaluate';
import { provinceResult, type Run } from './job';

/** The same job without a database: papaparse, then rule by rule over a million objects (the tests' oracle). */
export async function plainJob(office: Office, file: string): Promise<Run> {
  const t0 = performance.now();
  const { data } = Papa.parse<Record<string, string>>(await readFile(file, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  const names = COMPLAINTS.fields.map((f) => [fieldLabel(f), f.name] as const);
  const rows = data.map((row) => Object.fromEntries(names.map(([header, name]) => [name, row[header] || null])));
  const { submissions, ...set } = evaluate(
    [{ unit: 'aic', period: '2017Q4', ledger: 'complaints', rows }],
    office,
    '2018-01-10',
  );
  const t1 = performance.now();
  const table = new Tabulation(set, office.regions, office.profile.zones);
  const { scheme } = office.profile;
  const { indicators } = assess({ office, scheme, period: '2017', asOf: '2018-01-10', table, submissions: [] });
  const t2 = performance.now();
  const result = provinceResult(indicators);
  return {
    takeIn: t1 - t0,
    cells: 0,
    ranking: t2 - t1,
    total: t2 - t0,
    rows: submissions[0]?.accepted ?? 0,
    result,
    change: 0,
  };
}
