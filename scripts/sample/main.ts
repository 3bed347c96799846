import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { encodeFiling } from './encode';
import { expectedFaults } from './faults';
import { sampleOffice } from './office';
import { receivedCsv, SEED, sampleFilings } from './sample';

const FOLDER = new URL('../../datasets/qinghai-2017-sample/', import.meta.url);

const office = await sampleOffice();
const files = sampleFilings(office);
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
let bytes = 0;
for (const filing of files) {
  const content = encodeFiling(office.catalogue, filing, SEED);
  bytes += content.length;
  writeFileSync(new URL(encodeURIComponent(filing.file), FOLDER), content);
}
writeFileSync(new URL('received.csv', FOLDER), receivedCsv(files));

const rows = (ledger: string) => files.filter((f) => f.ledger === ledger).reduce((sum, f) => sum + f.rows.length, 0);
console.log(
  `${files.length} files, ${(bytes / 1e6).toFixed(2)} MB: ${rows('complaints')} complaint rows, ${rows('penalties')} penalty rows, ${expectedFaults(files).length} faulty rows`,
);
