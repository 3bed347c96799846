import type { Submission } from '../../src/domain/submission';

/** A submission of 西宁 for the first quarter's complaints, received in time, with what a test changes of it. */
export const submissionOf = (more: Partial<Submission> = {}): Submission => ({
  id: 1,
  unit: '630100',
  period: '2017Q1',
  ledger: 'complaints',
  file: '2017Q1_630100_complaints.csv',
  sha256: '0'.repeat(64),
  bytes: 1000,
  encoding: 'utf-8',
  version: 1,
  receivedOn: '2017-04-05',
  takenInAt: '2017-04-05T08:00:00Z',
  rowsRead: 10,
  rowsAccepted: 9,
  rowsRejected: 1,
  withdrawnAt: null,
  ...more,
});
