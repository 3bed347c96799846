import { assess } from '../../../src/assessment/assess';
import { Tabulation } from '../../../src/domain/cells';
import { type OfficeData, officeFrom } from '../../../src/domain/office';
import { schemeOf } from '../../../src/domain/scheme';
import { openBrowserDatabase } from '../../../src/engine/browser/duckdb';
import { warmReader, workerReader } from '../../../src/intake/browser/reader';
import { cellsAt } from '../../../src/workspace/cellsAt';
import type { Cost, Measured } from '../runs/cost';
import { changes } from '../runs/cutOff';
import { AS_OF, provinceFigures } from '../runs/figures';
import { fill } from '../runs/filled';
import { viewChange } from '../runs/views';

/** What the page does with the file that was chosen. */
export interface Question {
  office: OfficeData;
  receivedOn: string;
  /** Whether the cut-off, the view and the submissions change afterwards. */
  changing: boolean;
}

/** A page is not told what processors do. */
function costs(): () => Cost {
  const from = performance.now();
  return () => ({ waiting: performance.now() - from, cpu: 0 });
}

/** As in the page of the office the database starts with the page. */
const database = openBrowserDatabase();

/** Called by the bench through the browser, until the page is as it is before any file. */
const started = async (): Promise<void> => {
  await Promise.all([database, warmReader()]);
};

/** Takes the chosen file in and counts its cells; called likewise. */
async function run({ office: data, receivedOn, changing }: Question): Promise<Measured> {
  const file = (document.getElementById('file') as HTMLInputElement).files?.[0];
  if (!file) throw new Error('no file chosen');
  const db = await database;
  try {
    const office = officeFrom(data);
    const { profile } = office;
    const filled = await fill({ office, db, reader: workerReader(office), costs }, file, file.name, receivedOn);
    if (changing) {
      const spent = await changes(filled);
      return { costs: { ...spent, view: await viewChange(filled) } };
    }
    const { engine, submission, takeIn } = filled;
    const counting = costs();
    const set = await cellsAt(office, engine, [submission], AS_OF);
    const cells = counting();
    const table = new Tabulation(set, office.regions, profile.zones);
    const question = { office, asOf: AS_OF, table, submissions: [submission] };
    const { indicators } = assess({ ...question, scheme: schemeOf(profile.scheme, 2017), period: '2017' });
    const { rowsRead, rowsAccepted } = submission;
    return {
      costs: { takeIn, cells },
      figures: provinceFigures(indicators),
      rows: `${rowsAccepted} of ${rowsRead} accepted`,
    };
  } finally {
    await db.close();
  }
}

Object.assign(globalThis, { started, run });
