import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { encodeFiling } from './encode';
import { expectedFaults } from './faults';
import { sampleOffice } from './office';
import { receivedCsv, sampleFilings } from './sample';
import { SAMPLE_LEDGERS } from './units';
import { YEAR_2017 } from './units2017';
import { QUARTER_2026 } from './units2026';

const office = await sampleOffice();
for (const plan of [YEAR_2017, QUARTER_2026]) {
  const folder = new URL(`../../datasets/${plan.folder}/`, import.meta.url);
  const files = sampleFilings(office, plan);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let bytes = 0;
  for (const filing of files) {
    const content = encodeFiling(office.catalogue, filing, plan.seed);
    bytes += content.length;
    writeFileSync(new URL(encodeURIComponent(filing.file), folder), content);
  }
  writeFileSync(new URL('received.csv', folder), receivedCsv(files));

  const rows = SAMPLE_LEDGERS.flatMap((ledger) => {
    const of = files.filter((f) => f.ledger === ledger);
    return of.length ? [`${of.reduce((sum, f) => sum + f.rows.length, 0)} rows of ${ledger}`] : [];
  });
  console.log(
    `${plan.folder}: ${files.length} files, ${(bytes / 1e6).toFixed(2)} MB: ${rows.join(', ')}, ${expectedFaults(files).length} faulty rows`,
  );
}
