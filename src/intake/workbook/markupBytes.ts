export const LT = 0x3c;
export const GT = 0x3e;
export const SLASH = 0x2f;
export const BANG = 0x21;
export const QUESTION = 0x3f;
export const COLON = 0x3a;
export const EQUALS = 0x3d;

export const ascii = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
export const isBlank = (b: number): boolean => b === 0x20 || b === 0x0a || b === 0x0d || b === 0x09;
export const lower = (b: number): number => (b >= 0x41 && b <= 0x5a ? b + 32 : b);
export const isLetter = (b: number): boolean => lower(b) >= 0x61 && lower(b) <= 0x7a;

/** Names of elements, so that one that comes a million times is one string. */
const NAMES = new Map<number, string>();
const MOST_NAMES = 4096;

/** The name in these bytes, by a hash of them that may be another's too; in lower case for HTML. */
export function nameAt(bytes: Uint8Array, from: number, to: number, hash: number, html: boolean): string {
  const known = NAMES.get(hash);
  if (known !== undefined && known.length === to - from) {
    let i = 0;
    while (i < known.length && known.charCodeAt(i) === (html ? lower(bytes[from + i] as number) : bytes[from + i])) i++;
    if (i === known.length) return known;
  }
  const text = new TextDecoder().decode(bytes.subarray(from, to));
  const name = html ? text.toLowerCase() : text;
  if (known === undefined && NAMES.size < MOST_NAMES) NAMES.set(hash, name);
  return name;
}
