import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renamedCatalogue } from '../../tests/support/catalogue';
import { qinghai } from '../../tests/support/profile';
import { submissionOf } from '../../tests/support/submission';
import { officeOf } from '../domain/office';
import type { Submission } from '../domain/submission';
import { decodeRows, encodeRows, type KeptRows, readAs, rowsOf } from './keptRows';

const { profile } = qinghai;
/** The shipped catalogue with another spelling of a value. */
const otherCatalogue = officeOf(profile, renamedCatalogue());
const OF = rowsOf('program', 'workspace', qinghai);
const keptRows = (more: Partial<KeptRows> = {}): KeptRows => ({
  of: OF,
  lastKey: 7,
  limited: [3, 7],
  rows: [
    { id: 1, key: 3, read: readAs(submissionOf()), counts: { rowsRead: 10, rowsAccepted: 9, rowsRejected: 1 } },
    { id: 2, key: 7, read: readAs(submissionOf({ id: 2 })), counts: { rowsRead: 0, rowsAccepted: 0, rowsRejected: 0 } },
  ],
  database: Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251),
  ...more,
});

describe('kept rows', () => {
  it('come back as they were, whatever the database holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (database) => {
        expect(await decodeRows(await encodeRows(keptRows({ database })), OF)).toEqual(keptRows({ database }));
      }),
    );
  });

  it.each([
    ['another program', rowsOf('other', 'workspace', qinghai)],
    ['another workspace', rowsOf('program', 'other', qinghai)],
    [
      'another profile',
      rowsOf('program', 'workspace', { ...qinghai, profile: { ...profile, localHolidays: ['2017-02-27'] } }),
    ],
    ['another catalogue', rowsOf('program', 'workspace', otherCatalogue)],
  ])('are not those of %s', async (_, of) => {
    expect(await decodeRows(await encodeRows(keptRows()), of)).toBeNull();
  });

  it('are nothing where a single bit is another, or bytes are missing or too many', async () => {
    const bytes = new Uint8Array(await (await encodeRows(keptRows())).arrayBuffer());
    const decoded = (altered: Uint8Array) =>
      decodeRows(new Blob([altered as Uint8Array<ArrayBuffer>]), OF).catch(() => null);
    expect(await decoded(bytes)).not.toBeNull();
    // Every byte of the beginning, where each means something, then some of the rest.
    const header = bytes.length - 5000;
    const places = Array.from({ length: 40 }, (_, i) => i);
    for (let i = 40; i < header; i += 7) places.push(i);
    for (let i = header; i < bytes.length; i += 197) places.push(i);
    for (const at of places) {
      const altered = bytes.slice();
      altered[at] = (altered[at] as number) ^ (1 << (at % 8));
      expect(await decoded(altered), `byte ${at}`).toBeNull();
    }
    for (const length of [0, 1, 19, 20, 21, header, bytes.length - 1])
      expect(await decoded(bytes.slice(0, length)), `${length} bytes`).toBeNull();
    expect(await decoded(Uint8Array.of(...bytes, 0))).toBeNull();
  });

  it.each<[string, Partial<Submission>]>([
    ['other bytes', { sha256: '2'.repeat(64) }],
    ['another name', { file: '2017Q1_630100_complaints_更正.csv' }],
    ['another unit', { unit: '632500' }],
    ['another period', { period: '2017Q2' }],
    ['another ledger', { ledger: 'penalties' }],
    ['another version', { version: 2 }],
    ['another day of receipt', { receivedOn: null }],
    ['other answers', { answers: { day_month_order: 'day_first' } }],
  ])('are read otherwise of %s', (_, more) => {
    expect(readAs(submissionOf(more))).not.toBe(readAs(submissionOf()));
  });

  it('are read alike in whatever order the answers were given', () => {
    const asGiven = readAs(submissionOf({ answers: { two_digit_year: '20yy', day_month_order: 'month_first' } }));
    expect(readAs(submissionOf({ answers: { day_month_order: 'month_first', two_digit_year: '20yy' } }))).toBe(asGiven);
    expect(readAs(submissionOf({ answers: { day_month_order: 'day_first', two_digit_year: '20yy' } }))).not.toBe(
      asGiven,
    );
  });

  it('are read alike whatever became of the submission since', () => {
    const later = submissionOf({ withdrawnAt: '2018-01-01T00:00:00Z', takenInAt: '2018-01-01T00:00:00Z', answers: {} });
    expect(readAs(later)).toBe(readAs(submissionOf()));
  });
});
