import type { Office } from '../../src/domain/office';
import { injectFaults } from './faults';
import { type Filing, filings } from './filings';

/** Another seed makes another sample year of the same kind. */
export const SEED = 'qinghai-2017';

/** All files of the sample, faults included. The same seed makes the same files, to the byte. */
export function sampleFilings(office: Office, seed: string = SEED): Filing[] {
  const files = filings(office, seed);
  injectFaults(office, files, seed);
  return files;
}

/** `received.csv`: which file came in on which day, in order of the names. */
export const receivedCsv = (files: readonly Filing[]): string =>
  `${['file,received_on', ...files.flatMap((f) => (f.receivedOn ? [`${f.file},${f.receivedOn}`] : [])).sort()].join('\n')}\n`;
