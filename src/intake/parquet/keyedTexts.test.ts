import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ByteTexts, WordTexts } from './keyedTexts';

it('cells of bytes have one number where they are alike, and their own text', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 3000 }), (cells) => {
      const known = new ByteTexts();
      const numbers = new Map<string, number>();
      for (const cell of cells) {
        const bytes = new TextEncoder().encode(`x${cell}x`);
        const found = known.find(bytes, 1, bytes.length - 1);
        const id = found < 0 ? known.add(cell) : found;
        expect(numbers.get(cell) ?? id).toBe(id);
        numbers.set(cell, id);
        expect(known.texts.text(id)).toBe(cell);
      }
      expect(known.texts.size).toBe(new Set([...cells, '']).size);
    }),
    { numRuns: 30 },
  );
});

it('values have one number where they are alike; a blank text has number 0', () => {
  const known = new WordTexts();
  const idOf = (low: number, high: number) => {
    const found = known.find(low, high);
    return found < 0 ? known.add(low === 7 ? '' : `${low} ${high}`) : found;
  };
  for (let round = 0; round < 2; round++)
    for (let i = 0; i < 5000; i++) {
      const id = idOf(i % 100, -i);
      expect(known.texts.text(id)).toBe(i % 100 === 7 ? '' : `${i % 100} ${-i}`);
      if (i % 100 === 7) expect(id).toBe(0);
    }
  expect(known.texts.size).toBe(1 + 5000 - 50);
});

it('begins a new list where the old one is long, which stays as it was', () => {
  const known = new WordTexts();
  let n = 0;
  while (!known.full) {
    known.find(n, 0);
    known.add(`t${n++}`);
  }
  const before = known.texts;
  known.begin();
  expect(known.find(0, 0)).toBe(-1);
  expect(known.add('t0')).toBe(1);
  expect([before.size, before.text(n), known.texts.size]).toEqual([n + 1, `t${n - 1}`, 2]);
});
