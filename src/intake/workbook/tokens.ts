import { FileRefused } from '../../domain/problems';
import { Attributes } from './attributes';
import { utf8Text } from './bytesText';
import { ascii, BANG, COLON, EQUALS, GT, isBlank, isLetter, LT, lower, nameAt, QUESTION, SLASH } from './markupBytes';

/** What stands in markup, one after the other. */
export const MORE = 0;
export const OPEN = 1;
export const CLOSE = 2;
export const TEXT = 3;
export type Token = typeof MORE | typeof OPEN | typeof CLOSE | typeof TEXT;

const COMMENT = ascii('<!--');
const COMMENT_END = ascii('-->');
const CDATA = ascii('<![CDATA[');
const CDATA_END = ascii(']]>');
const INSTRUCTION_END = ascii('?>');
const DOCTYPE = ascii('<!doctype');

/** A text longer than this is no cell of anything. */
const LONGEST = 64 * 2 ** 20;
const LONGEST_TAG = 2 ** 20;

/**
 * Cuts a stream of UTF-8 markup into tags and texts, in bounded memory. XML and HTML alike: names are lower-cased for HTML
 * and lose their prefix for XML. Nothing that a document type declares is read: no entity of its own is ever expanded.
 */
export class Tokens extends Attributes {
  #buffer: Uint8Array = new Uint8Array(1 << 16);
  #end = 0;
  #at = 0;
  /** Where looking for the end of an unfinished text goes on. */
  #looked = 0;
  #done = false;
  #name = '';
  #textStart = 0;
  #textEnd = 0;
  #raw: Uint8Array | null = null;
  /** True for a tag that closes itself. */
  empty = false;
  /** True for text whose entities are not to be resolved. */
  cdata = false;

  constructor(html = false) {
    super(html);
  }

  override get bytes(): Uint8Array {
    return this.#buffer;
  }

  /** Name of the tag: for XML without its prefix. */
  get name(): string {
    return this.#name;
  }

  /** Adds bytes; `null` is the end. Ends what `find` and `text` refer to. */
  push(chunk: Uint8Array | null): void {
    if (!chunk) {
      this.#done = true;
      return;
    }
    const left = this.#end - this.#at;
    if (left > LONGEST) throw new FileRefused('too_large', { detail: '一个单元格超过 64 MB' });
    if (this.#at) {
      this.#buffer.copyWithin(0, this.#at, this.#end);
      this.#looked = Math.max(0, this.#looked - this.#at);
      this.#end = left;
      this.#at = 0;
    }
    if (this.#end + chunk.length > this.#buffer.length) {
      const larger = new Uint8Array(Math.max(this.#buffer.length * 2, this.#end + chunk.length));
      larger.set(this.#buffer.subarray(0, this.#end));
      this.#buffer = larger;
    }
    this.#buffer.set(chunk, this.#end);
    this.#end += chunk.length;
  }

  /** The next token; MORE where it is not complete yet, or at the end. */
  next(): Token {
    for (;;) {
      const buffer = this.#buffer;
      const at = this.#at;
      if (at >= this.#end) return MORE;
      if (this.#raw) {
        const end = this.#indexOf(this.#raw, Math.max(at, this.#looked));
        if (end < 0) return this.#wait(this.#raw.length);
        this.#raw = null;
        if (end > at) return this.#textTo(at, end, end, true);
        continue;
      }
      if (buffer[at] !== LT || (this.html && !this.#opensTag(at))) {
        if (buffer[at] === LT && this.#end - at < 2 && !this.#done) return MORE;
        let to = Math.max(at + 1, this.#looked);
        const last = this.#end;
        for (;;) {
          while (to < last && buffer[to] !== LT) to++;
          if (to >= this.#end || !this.html || this.#opensTag(to) || to + 1 >= this.#end) break;
          to++;
        }
        if (to >= this.#end - (this.html ? 1 : 0) && !this.#done) return this.#wait(1);
        return this.#textTo(at, Math.min(to, this.#end), to, false);
      }
      const second = this.#end - at > 1 ? buffer[at + 1] : BANG;
      if (second === BANG) {
        if (this.#end - at < DOCTYPE.length && !this.#done) return MORE;
        if (this.#startsWith(COMMENT, at)) {
          const end = this.#indexOf(COMMENT_END, Math.max(at + 4, this.#looked));
          if (end < 0) return this.#unfinished(COMMENT_END.length);
          this.#skipTo(end + 3);
          continue;
        }
        if (!this.html && this.#startsWith(CDATA, at)) {
          const end = this.#indexOf(CDATA_END, Math.max(at + 9, this.#looked));
          if (end < 0) return this.#unfinished(CDATA_END.length);
          return this.#textTo(at + 9, end, end + 3, true);
        }
        // A workbook has no document type; one that declares entities is an attack.
        if (!this.html && this.#startsWith(DOCTYPE, at))
          throw new FileRefused('broken_workbook', { detail: '含有文档类型声明（DOCTYPE）' });
      }
      if (!this.html && second === QUESTION) {
        const end = this.#indexOf(INSTRUCTION_END, Math.max(at + 2, this.#looked));
        if (end < 0) return this.#unfinished(INSTRUCTION_END.length);
        this.#skipTo(end + 2);
        continue;
      }
      const end = this.#tagEnd(at + 1);
      if (end < 0) return this.#unfinished(0);
      this.#skipTo(end + 1);
      if (second === BANG || second === QUESTION) continue;
      return this.#tag(at + 1, end);
    }
  }

  #opensTag(at: number): boolean {
    const b = this.#buffer[at + 1] as number;
    if (at + 1 >= this.#end) return false;
    return (
      b === BANG ||
      b === QUESTION ||
      isLetter(b) ||
      (b === SLASH && at + 2 < this.#end && isLetter(this.#buffer[at + 2] as number))
    );
  }

  /** Nothing to hand over: looking goes on where it stopped, less what may be the beginning of the end. */
  #wait(back: number): Token {
    if (this.#done) {
      this.#skipTo(this.#end);
      return MORE;
    }
    this.#looked = Math.max(this.#at, this.#end - back);
    return MORE;
  }

  #unfinished(back: number): Token {
    if (this.#done && !this.html) throw new FileRefused('broken_workbook', { detail: 'XML 中途结束' });
    if (!back && this.#end - this.#at > LONGEST_TAG)
      throw new FileRefused('broken_workbook', { detail: '标签没有结束' });
    return back ? this.#wait(back) : MORE;
  }

  #skipTo(at: number): void {
    this.#at = at;
    this.#looked = at;
  }

  #textTo(from: number, to: number, next: number, cdata: boolean): Token {
    this.#textStart = from;
    this.#textEnd = to;
    this.cdata = cdata;
    this.#skipTo(next);
    return TEXT;
  }

  #startsWith(word: Uint8Array, at: number): boolean {
    if (this.#end - at < word.length) return false;
    for (let i = 0; i < word.length; i++)
      if (this.#buffer[at + i] !== word[i] && lower(this.#buffer[at + i] as number) !== word[i]) return false;
    return true;
  }

  #indexOf(word: Uint8Array, from: number): number {
    const first = word[0] as number;
    for (let i = this.#buffer.indexOf(first, from); i >= 0 && i < this.#end; i = this.#buffer.indexOf(first, i + 1))
      if (this.#startsWith(word, i)) return i;
    return -1;
  }

  /** Position of the `>` that ends the tag: one within quotes does not. */
  #tagEnd(from: number): number {
    const buffer = this.#buffer;
    const last = this.#end;
    let quote = 0;
    for (let i = from; i < last; i++) {
      const b = buffer[i] as number;
      if (quote) {
        if (b === quote) quote = 0;
      } else if (b === GT) return i;
      // Only a quote behind `=` opens a value: people write stray ones in HTML.
      else if ((b === 0x22 || b === 0x27) && (!this.html || this.#behindEquals(i))) quote = b;
    }
    return -1;
  }

  #behindEquals(at: number): boolean {
    let i = at - 1;
    while (isBlank(this.#buffer[i] as number)) i--;
    return this.#buffer[i] === EQUALS;
  }

  #tag(from: number, end: number): Token {
    const buffer = this.#buffer;
    const html = this.html;
    const closing = buffer[from] === SLASH;
    let start = closing ? from + 1 : from;
    let at = start;
    let hash = 0;
    for (; at < end; at++) {
      let b = buffer[at] as number;
      if (isBlank(b) || b === SLASH) break;
      if (b === COLON && !html) {
        start = at + 1;
        hash = 0;
        continue;
      }
      if (html) b = lower(b);
      hash = (Math.imul(hash, 31) + b) | 0;
    }
    this.#name = nameAt(buffer, start, at, hash, html);
    this.attributesStart = at;
    this.empty = !closing && buffer[end - 1] === SLASH;
    this.attributesEnd = this.empty ? end - 1 : end;
    return closing ? CLOSE : OPEN;
  }

  /** Content of HTML's `script` and `style` up to its end tag is one raw text. */
  rawUntilEndOf(name: string): void {
    this.#raw = ascii(`</${name}`);
  }

  /** The text as it stands, entities not resolved. */
  text(): string {
    return utf8Text(this.#buffer, this.#textStart, this.#textEnd);
  }
}
