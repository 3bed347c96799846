import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readerOf } from '../../../tests/support/reading';
import { TextPack, unpacked } from '../../domain/typedRows';
import type { Texts } from '../sheet';
import { Dictionary, LOOK_AHEAD, TextReader } from '../text/dictionary';
import { TypedTexts } from './typedTexts';

const id = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[A-Z]{0,2}-?\d{1,18}$/) },
  fc.constantFrom(
    '—',
    '同上',
    '="0003"',
    "'17",
    'T 1',
    '123456789012345000',
    '青工投〔2017〕1号',
    '１２',
    'a\0b',
    '\0',
  ),
  fc.string(),
  fc.string({ unit: 'grapheme' }),
);

/** The texts as a column of a text file has them. */
function dictionaryOf(texts: readonly string[], from: Dictionary): Dictionary {
  for (const text of texts) {
    const bytes = new TextEncoder().encode(text);
    const words = new DataView(new ArrayBuffer(bytes.length + LOOK_AHEAD));
    new Uint8Array(words.buffer).set(bytes);
    if (bytes.length) from.idOf(words, 0, bytes.length);
  }
  return from;
}

/** All that is known of the texts. */
function told(typed: TypedTexts, { size }: Texts) {
  const pack = new TextPack();
  const ids = Array.from({ length: size }, (_, i) => i);
  for (const i of ids) typed.put(i, pack);
  return {
    states: [...typed.states.subarray(0, size)],
    strings: ids.map((i) => typed.string(i)),
    readings: [...typed.readings],
    packed: unpacked(pack.take()),
  };
}

it('an id read from its bytes is the id read from its text', () => {
  fc.assert(
    fc.property(fc.uniqueArray(id, { maxLength: 150 }), fc.nat(150), (texts, first) => {
      const list = new Dictionary(new TextReader('utf-8'));
      const asBytes = new TypedTexts(readerOf('complaint_id'), list);
      dictionaryOf(texts.slice(0, first), list);
      asBytes.catchUp();
      dictionaryOf(texts.slice(first), list);
      asBytes.catchUp();
      const strings: Texts = { size: list.size, text: (n) => list.text(n) };
      const asStrings = new TypedTexts(readerOf('complaint_id'), strings);
      asStrings.catchUp();
      expect(told(asBytes, list)).toEqual(told(asStrings, list));
    }),
    { numRuns: 300 },
  );
});

/** As many that are all different as a list looks up. */
const MANY = Array.from({ length: 17_000 }, (_, i) => `T-${i + 1}`);

it('texts are read anew from a list begun anew, in whatever order they are asked for', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(
        id.filter((t) => t !== ''),
        { maxLength: 200 },
      ),
      fc.infiniteStream(fc.nat()),
      (texts, asked) => {
        const before = dictionaryOf(MANY, new Dictionary(new TextReader('utf-8')));
        const next = before.behind(MANY.length);
        expect(next).not.toBe(before);
        const list = dictionaryOf(texts, next);
        const order = texts.map((_, i) => ({ i, at: asked.next().value })).sort((a, b) => a.at - b.at);
        for (const { i } of order) if (!texts[i]?.includes('\0')) expect(list.text(i + 1)).toBe(texts[i]);
        expect([list.text(0), before.text(2)]).toEqual(['', 'T-2']);
      },
    ),
    { numRuns: 20 },
  );
});
