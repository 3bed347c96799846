import { describe, expect, it } from 'vitest';
import { catalogue, renamedCatalogue } from '../../tests/support/catalogue';
import { qinghai } from '../../tests/support/profile';
import { submissionOf } from '../../tests/support/submission';
import type { CellSet } from '../domain/cells';
import { type Office, officeOf } from '../domain/office';
import type { Submission } from '../domain/submission';
import { decodeCells, encodeCells, keptName } from './keptCells';

const SET: CellSet = {
  cells: [
    {
      indicator: 'acceptance_on_time',
      quarter: 8068,
      place: '630102',
      department: 'aic',
      numerator: 3,
      denominator: 4,
    },
    { indicator: 'submission_on_time', quarter: 8069, place: '632500', department: '', numerator: 0, denominator: 1 },
  ],
  durations: [
    { indicator: 'handling_days', quarter: 8068, place: '630102', department: 'fda', days: [3, 12], counts: [1, 2] },
  ],
  subjects: [{ indicator: 'covered', quarter: 8068, place: '630102', department: 'aic', counted: [1, 2], met: [2] }],
  undated: [{ indicator: 'closure_on_time', quarter: 8107, place: '630102', department: 'aic', count: 5 }],
};
const { profile } = qinghai;
const submissions = [submissionOf(), submissionOf({ id: 2, version: 2, sha256: '1'.repeat(64) })];
/** Kept and read back as text, as a store does. */
const kept: Awaited<ReturnType<typeof encodeCells>> = JSON.parse(
  JSON.stringify(await encodeCells('this', qinghai, submissions, SET)),
);

describe('kept cells', () => {
  it('come back as they were', async () => {
    expect(await decodeCells(kept, 'this', qinghai, submissions)).toEqual(SET);
  });

  it.each<[string, Office, readonly Submission[]]>([
    ['a submission more', qinghai, [...submissions, submissionOf({ id: 3, period: '2017Q2' })]],
    ['a submission less', qinghai, submissions.slice(0, 1)],
    ['other bytes', qinghai, submissions.map((s) => ({ ...s, sha256: '2'.repeat(64) }))],
    ['another day of receipt', qinghai, submissions.map((s) => ({ ...s, receivedOn: '2017-04-20' }))],
    ['a withdrawal', qinghai, submissions.map((s) => ({ ...s, withdrawnAt: '2018-01-01T00:00:00Z' }))],
    ['another version that counts', qinghai, submissions.map((s) => ({ ...s, version: 3 - s.version }))],
    ['another unit', qinghai, submissions.map((s) => ({ ...s, unit: '632500' }))],
    ['another profile', officeOf({ ...profile, id: 'other' }, catalogue), submissions],
    [
      'other deadlines',
      officeOf({ ...profile, deadlines: { ...profile.deadlines, rules: [] } }, catalogue),
      submissions,
    ],
    ['another day off', officeOf({ ...profile, localHolidays: ['2017-02-27'] }, catalogue), submissions],
    ['another catalogue', officeOf(profile, renamedCatalogue()), submissions],
  ])('are not those of %s', async (_, otherOffice, others) => {
    expect(await decodeCells(kept, 'this', otherOffice, others)).toBeNull();
  });

  it.each(['another', null])('are not those of program %s', async (program) => {
    expect(await decodeCells(kept, program, qinghai, submissions)).toBeNull();
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['empty', {}],
    ['a list', []],
    ['without cells', { ...kept, cells: undefined }],
    ['without a checksum', { ...kept, sum: undefined }],
    ['with another count', { ...kept, cells: kept.cells.replace(',3,4,', ',2,4,') }],
    ['with another checksum', { ...kept, sum: kept.sum.replace(/^./, (c) => (c === '0' ? '1' : '0')) }],
  ])('are left aside where they are %s', async (_, json) => {
    expect(await decodeCells(json, 'this', qinghai, submissions)).toBeNull();
  });

  it('have a name for each cut-off', () => {
    expect(keptName('2018-01-10')).not.toBe(keptName('2017-10-10'));
  });
});
