import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { withDensity } from './pngDensity';

/** One pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('a picture of 300 dpi says 11811 pixels a metre, before its pixels', () => {
  const dense = Buffer.from(withDensity(PNG, 300));
  expect(dense.length).toBe(PNG.length + 21);
  expect(dense.subarray(0, 33)).toEqual(PNG.subarray(0, 33));
  const chunk = dense.subarray(33, 54);
  expect(chunk.readUInt32BE(0)).toBe(9);
  expect(chunk.toString('latin1', 4, 8)).toBe('pHYs');
  expect([chunk.readUInt32BE(8), chunk.readUInt32BE(12), chunk[16]]).toEqual([11811, 11811, 1]);
  expect(chunk.readUInt32BE(17)).toBe(crc32(chunk.subarray(4, 17)));
  expect(dense.subarray(54)).toEqual(PNG.subarray(33));
});
