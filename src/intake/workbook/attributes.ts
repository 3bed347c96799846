import { utf8Text } from './bytesText';
import { EQUALS, isBlank, lower, SLASH } from './markupBytes';

/** Whether the value of an attribute says yes. */
export const isTrue = (said: string | null): boolean => /^(1|true|on)$/.test(said ?? '');

/** The attributes of the tag that was met last. */
export abstract class Attributes {
  protected attributesStart = 0;
  protected attributesEnd = 0;
  /** The value found by `find`: bytes `from` … `to` of `bytes`. */
  from = 0;
  to = 0;

  constructor(protected readonly html: boolean) {}

  abstract get bytes(): Uint8Array;

  /** Looks for an attribute of the tag; its value is then the bytes `from` … `to`. Case matters in XML. */
  find(name: string): boolean {
    const buffer = this.bytes;
    const end = this.attributesEnd;
    let i = this.attributesStart;
    while (i < end) {
      while (i < end && (isBlank(buffer[i] as number) || buffer[i] === SLASH)) i++;
      const start = i;
      while (i < end && buffer[i] !== EQUALS && !isBlank(buffer[i] as number)) i++;
      const nameEnd = i;
      while (i < end && isBlank(buffer[i] as number)) i++;
      if (buffer[i] === EQUALS && i < end) {
        i++;
        while (i < end && isBlank(buffer[i] as number)) i++;
        const quote = buffer[i] as number;
        if (i < end && (quote === 0x22 || quote === 0x27)) {
          this.from = ++i;
          while (i < end && buffer[i] !== quote) i++;
          this.to = i++;
        } else {
          this.from = i;
          while (i < end && !isBlank(buffer[i] as number)) i++;
          this.to = i;
        }
      } else this.from = this.to = nameEnd;
      if (nameEnd === start) i = Math.max(i, start + 1);
      else if (this.#isName(name, start, nameEnd)) return true;
    }
    return false;
  }

  #isName(name: string, from: number, to: number): boolean {
    if (to - from !== name.length) return false;
    for (let i = 0; i < name.length; i++) {
      const b = this.bytes[from + i] as number;
      if ((this.html ? lower(b) : b) !== name.charCodeAt(i)) return false;
    }
    return true;
  }

  /** Value of the first attribute whose name ends so. */
  attributeEndingIn(ending: string): string | null {
    // With every program that is known it is short.
    if (this.attributesEnd - this.attributesStart > 4096) return null;
    const tag = utf8Text(this.bytes, this.attributesStart, this.attributesEnd);
    for (const [, name = '', double, single] of tag.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
      if (name.endsWith(ending)) return double ?? single ?? '';
    return null;
  }

  /** Value of an attribute as it stands, entities not resolved; null where there is none. */
  attribute(name: string): string | null {
    return this.find(name) ? utf8Text(this.bytes, this.from, this.to) : null;
  }
}
