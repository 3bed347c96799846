/** The same numbers each time (mulberry32). */
export function numbers(seed: number): (below: number) => number {
  let a = seed;
  return (below) => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

type Bytes = Uint8Array<ArrayBuffer>;

const joined = (...parts: readonly Uint8Array[]): Bytes => {
  const all = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

/** Numbers that programs trip over. */
const EXTREMES = [0, 1, 0x7f, 0x80, 0xff];

/** The bytes with one to four of them changed, some put in or taken out, a piece twice, or the end cut off. */
export function mutated(whole: Bytes, seed: number): Bytes {
  const random = numbers(seed);
  const at = random(whole.length);
  const length = 1 + random(Math.min(200, whole.length));
  switch (random(8)) {
    case 0:
      return joined(
        whole.subarray(0, at),
        Uint8Array.from({ length }, () => random(256)),
        whole.subarray(at),
      );
    case 1:
      return joined(whole.subarray(0, at), whole.subarray(at + length));
    case 2:
      return joined(whole.subarray(0, at + length), whole.subarray(at));
    case 3:
      return whole.slice(0, Math.max(1, at));
    case 4: {
      const bytes = whole.slice();
      bytes.fill(EXTREMES[random(EXTREMES.length)] as number, at, at + 1 + random(4));
      return bytes;
    }
    default: {
      const bytes = whole.slice();
      for (let n = random(4); n >= 0; n--) {
        const where = random(bytes.length);
        bytes[where] = random(2) ? (bytes[where] as number) ^ (1 << random(8)) : random(256);
      }
      return bytes;
    }
  }
}

/** Bytes that are given are changed to others that are given: no line, quote or delimiter comes or goes. */
export function respelled(whole: Bytes, seed: number, from: (byte: number) => boolean, to: readonly number[]): Bytes {
  const random = numbers(seed);
  const bytes = whole.slice();
  for (let n = random(6); n >= 0; n--) {
    let at = random(bytes.length);
    while (!from(bytes[at] as number)) at = (at + 1) % bytes.length;
    bytes[at] = to[random(to.length)] as number;
  }
  return bytes;
}
