import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { inspect } from './inspect';

const HEADER = '编号,类型,县区,承办部门,接收日期';
const ROW = 'T-1,投诉,海晏县,工商,2017-03-05';
const file = (...lines: string[]) => new Blob([lines.map((l) => `${l}\n`).join('')]);

describe('inspect', () => {
  it('tells the records below the header, with their rows as a spreadsheet shows them', async () => {
    const found = await inspect(file('某州台账', '', HEADER, '', ROW, '', '', ROW));
    expect(found).toMatchObject({
      kind: 'csv',
      encoding: 'utf-8',
      delimiter: ',',
      headers: HEADER.split(','),
      firstRow: 4,
      records: 2,
      skipped: [
        { record: 0, blanks: 1 },
        { record: 1, blanks: 3 },
      ],
    });
    expect(await found.data.text()).toBe(`\n${ROW}\n\n\n${ROW}\n`);
  });

  it('has the SHA-256 of the bytes as they came', async () => {
    const bytes = Buffer.from(`\ufeff${HEADER}\r\n${ROW}\r\n`, 'utf16le');
    const found = await inspect(new Blob([bytes]));
    expect(found).toMatchObject({ encoding: 'utf-16le', records: 1 });
    expect(found.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('takes files that are too large for one read', async () => {
    const rows = 120_000;
    const found = await inspect(new Blob([`${HEADER}\r\n`, `${ROW}\r\n`.repeat(rows)]));
    expect(found).toMatchObject({ records: rows, firstRow: 2, skipped: [] });
    expect(found.data.size).toBeGreaterThan(4 * 1024 * 1024);
  });

  it('says how far it is, up to the end', async () => {
    const shares: number[] = [];
    await inspect(file(HEADER, ROW), (share) => shares.push(share));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it.each<[string, Blob, string, string]>([
    ['cut within a row', new Blob([`${HEADER}\n${ROW}\nT-2,投诉`]), 'truncated_csv', '第 3 行'],
    [
      'cut within a row below blank lines',
      new Blob([`题\n${HEADER}\n\n${ROW}\n\nT-2,投诉`]),
      'truncated_csv',
      '第 6 行',
    ],
    ['with an open quote', file(HEADER, ROW, 'T-2,"投诉', ROW), 'broken_csv', '第 3 行'],
    ['with an open quote below a title', file('题', HEADER, '', ROW, '"T-2'), 'broken_csv', '第 5 行'],
    ['that is empty', new Blob([]), 'empty_file', '0 字节'],
  ])('refuses a file %s', async (_, blob, code, said) => {
    await expect(inspect(blob)).rejects.toMatchObject({ code, message: expect.stringContaining(said) });
  });

  it('takes a last row without a line end where it is whole', async () => {
    expect(await inspect(new Blob([`${HEADER}\n${ROW}\n${ROW}`]))).toMatchObject({ records: 2 });
  });

  it('hands a Parquet file on as it is', async () => {
    const blob = new Blob(['PAR1', new Uint8Array(8), 'PAR1']);
    expect(await inspect(blob)).toMatchObject({ kind: 'parquet', encoding: 'parquet', data: blob });
  });
});
