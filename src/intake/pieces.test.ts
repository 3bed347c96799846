import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf } from './pieces';

const bytes = Uint8Array.from({ length: 300 }, (_, i) => i % 251);

/** As older browsers have it: a stream that cannot be told where to read to. */
function plainly(blob: Blob): Blob {
  const { stream } = blob;
  blob.stream = () => stream.call(blob).pipeThrough(new TransformStream());
  return blob;
}

describe.each<[string, (blob: Blob) => Blob]>([
  ['a browser of today', (blob) => blob],
  ['one whose streams fill no memory given', plainly],
])('%s', (_, inBrowser) => {
  it('gives all bytes in order, each piece until the next but one is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(300), fc.integer({ min: 1, max: 320 }), async (length, most) => {
        const all: number[] = [];
        let before: { piece: Uint8Array; was: number[] } | null = null;
        for await (const piece of piecesOf(inBrowser(new Blob([bytes.subarray(0, length)])), most)) {
          expect(piece.length).toBe(Math.min(most, length - all.length));
          if (before) expect([...before.piece]).toEqual(before.was);
          before = { piece, was: [...piece] };
          all.push(...piece);
        }
        expect(all).toEqual([...bytes.subarray(0, length)]);
      }),
    );
  });

  it('asks for nothing more once it is left', async () => {
    let asked = 0;
    const file = inBrowser(new Blob([bytes]));
    for await (const piece of piecesOf(file, 7)) {
      asked += piece.length;
      break;
    }
    expect(asked).toBe(7);
  });
});

it('never takes a file that ends too early for a whole one', async () => {
  const file = new Blob([bytes]);
  file.stream = () => new Blob([bytes.subarray(0, 299)]).stream();
  const read = async () => {
    for await (const piece of piecesOf(file, 100)) expect(piece.length).toBe(100);
  };
  await expect(read()).rejects.toMatchObject({ name: 'NotReadableError' });
});

it('gives no last piece of a file that was changed meanwhile', async () => {
  const file = new Blob([bytes]);
  const pieces = piecesOf(file, 100);
  await pieces.next();
  await pieces.next();
  file.slice = () => {
    throw new DOMException('changed', 'NotReadableError');
  };
  await expect(pieces.next()).rejects.toMatchObject({ name: 'NotReadableError' });
});

it('fails where the reading fails', async () => {
  const file = new Blob([bytes]);
  file.stream = () => new ReadableStream({ type: 'bytes', pull: () => Promise.reject(new Error('gone')) });
  await expect(piecesOf(file, 100).next()).rejects.toThrow('gone');
});
