import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextList } from './texts';

test('a text has one number, the blank one is 0', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 })), (texts) => {
      const list = new TextList();
      const ids = texts.map((t) => list.idOf(t));
      expect(ids.map((id) => list.text(id))).toEqual(texts);
      expect(list.size).toBe(new Set([...texts, '']).size);
      expect(list.idOf('')).toBe(0);
      expect(Math.max(-1, ...ids)).toBeLessThan(list.size);
    }),
  );
});

test('a list that is full says so, and a number that it has not given is an error', () => {
  const list = new TextList();
  for (let i = 1; i < 50_000; i++) list.idOf(`a${i}`);
  expect(list.full).toBe(false);
  list.idOf('one more');
  expect(list.full).toBe(true);
  expect(() => list.text(list.size)).toThrow(RangeError);
});
