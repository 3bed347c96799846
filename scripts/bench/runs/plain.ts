import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { assess } from '../../../src/assessment/assess';
import { Tabulation } from '../../../src/domain/cells';
import { fieldLabel } from '../../../src/domain/ledgers';
import type { Office } from '../../../src/domain/office';
import { schemeOf } from '../../../src/domain/scheme';
import { evaluate } from '../../../tests/oracle/evaluate';
import { histogramsOf } from '../../../tests/support/bars';
import { RECEIVED_ON } from '../data/files';
import { costs, type Measured } from './cost';
import { AS_OF, provinceFigures } from './figures';

/** Peer (c), the same job without a database: papaparse, then rule by rule over every row as an object (the tests' oracle). */
export async function plainJavaScript(office: Office, csv: string): Promise<Measured> {
  const spent = costs();
  const { data } = Papa.parse<Record<string, string>>(await readFile(csv, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  const parse = spent();
  const names = office.catalogue.ledger('complaints').fields.map((f) => [fieldLabel(f), f.name] as const);
  const rows = data.map((row) => Object.fromEntries(names.map(([header, name]) => [name, row[header] || null])));
  const { submissions, durations, ...set } = evaluate(
    [{ unit: 'aic', period: '2017Q4', ledger: 'complaints', receivedOn: RECEIVED_ON, rows }],
    office,
    AS_OF,
  );
  const table = new Tabulation({ ...set, durations: histogramsOf(durations) }, office.regions, office.profile.zones);
  const scheme = schemeOf(office.profile.scheme, 2017);
  const { indicators } = assess({ office, scheme, period: '2017', asOf: AS_OF, table, submissions: [] });
  const job = spent();
  const [{ rowsRead, accepted } = { rowsRead: 0, accepted: 0 }] = submissions;
  return {
    costs: { parse, job },
    figures: provinceFigures(indicators),
    rows: `${accepted} of ${rowsRead} accepted`,
  };
}
