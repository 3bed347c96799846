import { openAsBlob } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { fieldLabel, ledgerField } from '../../src/domain/ledgers';
import { PROBLEM_SEVERITY, severityOf } from '../../src/domain/problemCodes';
import type { Submission } from '../../src/domain/submission';
import { Engine } from '../../src/engine/engine';
import { openNodeDatabase } from '../../src/engine/node/duckdb';
import { nodeReader } from '../../src/intake/node/reader';
import { enterFile } from '../../src/workspace/enterFile';
import { HeldRows } from '../../src/workspace/heldRows';
import { expectedFaults } from './faults';
import { sampleOffice } from './office';
import { sampleFilings } from './sample';
import { YEAR_2017 } from './units2017';
import { QUARTER_2026 } from './units2026';

/** A year of files in one test: on a busy machine it takes longer than others may. */
const TIME_LIMIT_MS = 240_000;

it.each([YEAR_2017, QUARTER_2026])(
  '$folder raises exactly the problems that were put into the sample, and reads every other row as sound',
  async (plan) => {
    const folder = fileURLToPath(new URL(`../../datasets/${plan.folder}/`, import.meta.url));
    const office = await sampleOffice();
    const files = sampleFilings(office, plan);
    const db = await openNodeDatabase();
    try {
      const engine = await Engine.start(db, office);
      const reader = nodeReader(office);
      const held = new HeldRows(engine);
      const taken: Submission[] = [];
      for (const filing of files) {
        const file = {
          path: filing.file,
          data: await openAsBlob(join(folder, filing.file)),
          declared: { receivedOn: filing.receivedOn },
          at: '2026-05-11T00:00:00Z',
        };
        const outcome = await enterFile(office, engine, reader, file);
        if (!('read' in outcome)) throw 'refused' in outcome ? outcome.refused : new Error(`${filing.file} is held`);
        for (const { key, submission } of outcome.read) {
          taken.push({ ...submission, id: taken.length + 1 });
          held.add(taken.length, key);
        }
      }
      await held.settle(taken);
      const { rows } = await engine.problems({}, 0, 1000);

      const raised = rows
        .filter((p) => p.code in PROBLEM_SEVERITY || office.catalogue.oddity(p.code))
        .map((p) => `${p.file} ${p.row} ${p.column ?? ''} ${p.code}`);
      const faults = expectedFaults(files);
      const meant = faults.map(({ file, row, field, code }) => {
        const ledger = office.catalogue.ledger(files.find((f) => f.file === file)?.ledger ?? 'complaints');
        return `${file} ${row} ${field ? fieldLabel(ledgerField(ledger, field)) : ''} ${code}`;
      });
      expect(raised.sort()).toEqual(meant.sort());

      expect(taken.map((s) => [s.unit, s.period, s.ledger, s.rowsRead])).toEqual(
        files.map((f) => [f.unit.id, f.period, f.ledger, f.rows.length]),
      );
      const keptAside = taken.reduce((sum, s) => sum + s.rowsRejected, 0);
      expect(keptAside).toBe(faults.filter((f) => severityOf(f.code) === 'error').length);
    } finally {
      await db.close();
    }
  },
  TIME_LIMIT_MS,
);
