import type { Office } from '../../src/domain/office';
import { officeIn } from '../../src/domain/officeIn';
import { injectFaults } from './faults';
import { type Filing, filings } from './filings';
import type { Sample } from './recipe';
import { yearOfPlan } from './units';

/** All files of a sample, faults included. The same plan makes the same files, to the byte. */
export function sampleFilings(office: Office, plan: Sample): Filing[] {
  const files = filings(officeIn(office, `${yearOfPlan(plan)}`), plan);
  injectFaults(office, files, plan);
  return files;
}

/** `received.csv`: which file came in on which day, in order of the names. */
export const receivedCsv = (files: readonly Filing[]): string =>
  `${['file,received_on', ...files.flatMap((f) => (f.receivedOn ? [`${f.file},${f.receivedOn}`] : [])).sort()].join('\n')}\n`;
