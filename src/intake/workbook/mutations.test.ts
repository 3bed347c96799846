import * as xlsx from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { FileRefused } from '../../domain/problems';
import { textsOf } from '../testing/workbooks';
import type { WorkbookForm } from './form';
import { openWorkbook } from './open';

const MUTATIONS = 300;

/** The same numbers each time (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let a = seed;
  return (below) => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const rows = [
  ['编号', '县区', '日期', '件数'],
  ...Array.from({ length: 20 }, (_, i) => [`2017-${i}`, '共和县', 42_700 + i, i / 4]),
];

function good(bookType: xlsx.BookType): Uint8Array<ArrayBuffer> {
  const book = xlsx.utils.book_new();
  const sheet = xlsx.utils.aoa_to_sheet(rows);
  sheet['!merges'] = [{ s: { r: 2, c: 0 }, e: { r: 4, c: 0 } }];
  xlsx.utils.book_append_sheet(book, sheet, '台账');
  return new Uint8Array(xlsx.write(book, { type: 'array', bookType }) as ArrayBuffer);
}

describe.each([
  ['xlsx', 'xlsx'],
  ['xlsb', 'xlsx'],
  ['biff8', 'xls'],
  ['html', 'html'],
  ['xlml', 'xml'],
] as const)('a damaged %s', (bookType, form: WorkbookForm) => {
  test('is read or refused, and comes to an end', async () => {
    const whole = good(bookType);
    const random = numbers(whole.length);
    let refused = 0;
    for (let i = 0; i < MUTATIONS; i++) {
      const bytes = whole.slice();
      // One to four bytes; every eighth time a piece is cut out.
      for (let n = random(4); n >= 0; n--) bytes[random(bytes.length)] = random(256);
      const at = random(bytes.length);
      const damaged = i % 8 ? bytes : Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(at + random(200))]);
      try {
        await textsOf(await openWorkbook(new Blob([damaged]), form));
      } catch (error) {
        if (!(error instanceof FileRefused)) throw error;
        refused++;
      }
    }
    // Some are damaged in a cell's text only, or where nothing is.
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThanOrEqual(MUTATIONS);
  });
});
