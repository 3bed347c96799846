import { describe, expect, it } from 'vitest';
import { qinghai } from '../../tests/support/profile';
import { submissionOf } from '../../tests/support/submission';
import type { CellSet } from '../domain/cells';
import type { Profile } from '../domain/profile';
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
  durations: [{ indicator: 'handling_days', quarter: 8068, place: '630102', department: 'fda', days: 12, count: 2 }],
  undated: [{ indicator: 'closure_on_time', quarter: 8107, place: '630102', department: 'aic', count: 5 }],
};
const { profile } = qinghai;
const submissions = [submissionOf(), submissionOf({ id: 2, version: 2, sha256: '1'.repeat(64) })];
/** Kept and read back as text, as a store does. */
const kept: unknown = JSON.parse(JSON.stringify(encodeCells('this', profile, submissions, SET)));

describe('kept cells', () => {
  it('come back as they were', () => {
    expect(decodeCells(kept, 'this', profile, submissions)).toEqual(SET);
  });

  it.each<[string, Profile, readonly Submission[]]>([
    ['a submission more', profile, [...submissions, submissionOf({ id: 3, period: '2017Q2' })]],
    ['a submission less', profile, submissions.slice(0, 1)],
    ['other bytes', profile, submissions.map((s) => ({ ...s, sha256: '2'.repeat(64) }))],
    ['another day of receipt', profile, submissions.map((s) => ({ ...s, receivedOn: '2017-04-20' }))],
    ['a withdrawal', profile, submissions.map((s) => ({ ...s, withdrawnAt: '2018-01-01T00:00:00Z' }))],
    ['another version that counts', profile, submissions.map((s) => ({ ...s, version: 3 - s.version }))],
    ['another unit', profile, submissions.map((s) => ({ ...s, unit: '632500' }))],
    ['another profile', { ...profile, id: 'other' }, submissions],
    ['other deadlines', { ...profile, deadlines: { ...profile.deadlines, rules: [] } }, submissions],
    ['another day off', { ...profile, localHolidays: ['2017-02-27'] }, submissions],
  ])('are not those of %s', (_, otherProfile, others) => {
    expect(decodeCells(kept, 'this', otherProfile, others)).toBeNull();
  });

  it.each(['another', null])('are not those of program %s', (program) => {
    expect(decodeCells(kept, program, profile, submissions)).toBeNull();
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['empty', {}],
    ['a list', []],
    ['without cells', { ...(kept as object), cells: undefined }],
    ['with cells of another form', { ...(kept as object), cells: [['acceptance_on_time']] }],
    [
      'with counts below nought',
      { ...(kept as object), durations: [['handling_days', 8068, '630102', 'fda', 12, -2]] },
    ],
  ])('are left aside where they are %s', (_, json) => {
    expect(decodeCells(json, 'this', profile, submissions)).toBeNull();
  });

  it('have a name for each cut-off', () => {
    expect(keptName('2018-01-10')).not.toBe(keptName('2017-10-10'));
  });
});
