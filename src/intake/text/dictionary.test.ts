import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Dictionary, LOOK_AHEAD, TextReader } from './dictionary';

/** Texts that are alike in all but a few bytes, of lengths around those that are compared without a loop. */
const alike = fc.string({ unit: fc.constantFrom('a', 'b', '\0', '县'), minLength: 1, maxLength: 18 });

const encoder = new TextEncoder();
const line = new Uint8Array(80 + LOOK_AHEAD);
const words = new DataView(line.buffer);

/** The number that a dictionary gives a text in a line. */
function idIn(dictionary: Dictionary, text: string, around: number): number {
  const { written } = encoder.encodeInto(text, line.fill(around));
  return dictionary.idOf(words, 0, written);
}

it('numbers are the same where the bytes are, whatever stands around them', () => {
  fc.assert(
    fc.property(fc.array(alike, { maxLength: 300 }), fc.integer({ min: 0, max: 255 }), (texts, around) => {
      const dictionary = new Dictionary(new TextReader('utf-8'));
      const known = new Map<string, number>([['', 0]]);
      for (const text of texts) {
        const id = idIn(dictionary, text, around);
        expect(id).toBe(known.get(text) ?? known.size);
        known.set(text, id);
      }
      expect(dictionary.size).toBe(known.size);
    }),
  );
});

/** Reads rows in batches. @returns the lists they came to, and of how many texts each is */
function listsOf(textOf: (row: number) => string, batches: number): number[] {
  const rows = 10_000;
  const lists: Dictionary[] = [];
  const ids: { of: Dictionary; id: number; text: string }[] = [];
  let dictionary = new Dictionary(new TextReader('utf-8'));
  for (let batch = 0; batch < batches; batch++) {
    if (lists.at(-1) !== dictionary) lists.push(dictionary);
    for (let row = batch * rows; row < (batch + 1) * rows; row++) {
      const text = textOf(row);
      ids.push({ of: dictionary, id: idIn(dictionary, text, 44), text });
    }
    dictionary = dictionary.behind(rows);
  }
  for (const { of, id, text } of ids) if (of.text(id) !== text) expect([of.text(id), id]).toEqual([text, id]);
  return lists.map((list) => list.size - 1);
}

it.each([
  ['few: one list for all', (row: number) => `${row % 400}`, [400]],
  ['many that come again: lists of all that are different', (row: number) => `${row >> 1}`, [50_000, 50_000, 50_000]],
  [
    'all different: looked up for a while only, now and then',
    (row: number) => `${row}`,
    [20_000, 200_000, 20_000, 60_000],
  ],
  [
    'all different, then all the same: each has its number until they are looked up again',
    (row: number) => (row < 30_000 ? `${row}` : 'x'),
    [20_000, 200_000, 1],
  ],
])('texts of which %s', (_, textOf, sizes) => {
  expect(listsOf(textOf, 30)).toEqual(sizes);
});
