import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayText, decimalText, doubleText, floatText, int96Text, timeText, unitsText, wholeOf } from './valueText';

it('a double is told by its digits alone, and by all of them, while they are its own', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
      const text = doubleText(x);
      if (Math.abs(x) > Number.MAX_SAFE_INTEGER) expect(text).toMatch(/^-?\d\.\d{14}E\+\d+$/);
      else {
        expect(text).toMatch(/^-?\d+(?:\.\d*[1-9])?$/);
        expect(Number(text)).toBe(x === 0 ? 0 : x);
      }
    }),
  );
});

it('a number of 32 bits is told by the fewest digits that are it', () => {
  fc.assert(
    fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (x) => {
      const text = floatText(x);
      // Its neighbours are not told apart from it.
      if (Math.abs(x) > 2 ** 24) return void expect(text).toContain('E+');
      expect(Math.fround(Number(text))).toBe(x === 0 ? 0 : x);
      expect(text.length).toBeLessThanOrEqual(doubleText(x).length);
    }),
  );
  expect([0.1, 16777216, 1.17549435e-38].map((x) => floatText(Math.fround(x)))).toEqual([
    '0.1',
    '16777216',
    '0.000000000000000000000000000000000000011754944',
  ]);
});

it.each([
  [6325020170001_00n, 2, '6325020170001'],
  [1250, 2, '12.5'],
  [-5, 2, '-0.05'],
  [0, 4, '0'],
  [7, 0, '7'],
  [-700, 0, '-700'],
])('%s with %s places is %s', (unscaled, scale, text) => {
  expect(decimalText(unscaled, scale)).toBe(text);
});

it('a whole number of many bytes is read as it was written', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(2n ** 127n), max: 2n ** 127n - 1n }),
      fc.integer({ min: 16, max: 20 }),
      (n, width) => {
        const hex = BigInt.asUintN(width * 8, n)
          .toString(16)
          .padStart(width * 2, '0');
        expect(BigInt(wholeOf(Uint8Array.from(Buffer.from(hex, 'hex'))))).toBe(n);
      },
    ),
  );
});

describe('days and times', () => {
  it.each([
    [0, '1970-01-01'],
    [-1, '1969-12-31'],
    [17230, '2017-03-05'],
    [2932897, '10000-01-01'],
    [-719163, '0001-12-31 (BC)'],
    [2_000_000_000, '2000000000'],
  ])('day %s is %s', (days, text) => {
    expect(dayText(days)).toBe(text);
  });

  it.each<[number | bigint, 3 | 6 | 9, boolean | null, string]>([
    [1488643199123, 3, false, '2017-03-04 15:59:59.123'],
    [-1, 3, false, '1969-12-31 23:59:59.999'],
    [-1n, 9, false, '1969-12-31 23:59:59.999999999'],
    [1488645000000000n, 6, true, '2017-03-05 00:30:00'],
    [2n ** 62n, 3, true, '4611686018427387904'],
    [1488643200000, 3, null, '2017-03-04 16:00:00（未写明时区，按世界时则为北京时间 2017-03-05 00:00:00）'],
    [1488643199999, 3, null, '2017-03-04 15:59:59.999'],
  ])('%s at %s places, instant: %s', (units, places, instant, text) => {
    expect(unitsText(units, places, instant)).toBe(text);
  });

  it('stands on one day in China at an instant, whichever unit it is told in', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2e9, max: 4e9 }), (s) => {
        const text = new Date((s + 28_800) * 1000).toISOString().slice(0, 19).replace('T', ' ');
        expect(timeText(s, 0, true)).toBe(text);
        for (const places of [3, 6, 9] as const)
          expect(unitsText(BigInt(s) * 10n ** BigInt(places), places, true)).toBe(text);
      }),
    );
  });

  it('of far years do not come round again', () => {
    const int96 = (nanos: bigint, day: number) =>
      new Uint8Array([...new Uint8Array(BigInt64Array.of(nanos).buffer), ...new Uint8Array(Int32Array.of(day).buffer)]);
    expect(int96Text(int96(0n, 2_440_588 + 2_932_896))).toBe('9999-12-31 00:00:00');
    expect(int96Text(int96(-1n, 2_440_588))).toBe('0 -1');
    expect(int96Text(int96(86_400_000_000_000n, 2_440_588))).toBe('0 86400000000000');
  });
});
