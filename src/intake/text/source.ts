import { piecesOf } from '../pieces';
import type { Encoded } from './encoding';

/** Bytes read at a time. */
export const CHUNK = 4 * 1024 * 1024;

/**
 * The bytes of the text, chunk by chunk, the next one on its way while one is looked at, which is until that is asked for. UTF-16
 * comes as UTF-8, so that one reader does for all; GB18030 comes as it is.
 */
export class Source {
  private at: number;
  private handed: number;
  private ahead: Promise<Uint8Array> | null = null;
  private readonly pieces: AsyncGenerator<Uint8Array>;
  private readonly wide: WideBytes | null;

  constructor(
    file: Blob,
    private readonly text: Encoded,
    private readonly chunk = CHUNK,
  ) {
    this.at = text.from;
    this.handed = text.from;
    this.pieces = piecesOf(file.slice(text.from, text.to), chunk);
    this.wide = text.label === 'utf-16le' || text.label === 'utf-16be' ? new WideBytes(text.label) : null;
  }

  /** Share of the bytes that were handed on, 0…1. */
  get share(): number {
    const { from, to } = this.text;
    return to > from ? (this.handed - from) / (to - from) : 1;
  }

  /** Whether there is nothing more to come. */
  get done(): boolean {
    return this.ahead === null && this.at >= this.text.to;
  }

  async next(): Promise<Uint8Array> {
    const bytes = await (this.ahead ?? this.read());
    this.handed = this.at;
    this.ahead = this.at < this.text.to ? this.read() : null;
    // Where nobody asks for it any more, nobody hears that it failed.
    this.ahead?.catch(() => {});
    return this.wide ? this.wide.toUtf8(bytes, this.done) : bytes;
  }

  /** Nothing more is asked for. */
  async close(): Promise<void> {
    await this.pieces.return(undefined);
  }

  private async read(): Promise<Uint8Array> {
    this.at = Math.min(this.text.to, this.at + this.chunk);
    const { value, done } = await this.pieces.next();
    // A file of a mark alone has no text.
    return done ? new Uint8Array() : value;
  }
}

/**
 * UTF-16 to UTF-8. Surrogates that stand alone become the three bytes that their number would have, which are no UTF-8: whoever
 * reads the cell finds it to be no text, where a decoder would have put a replacement in silence.
 */
class WideBytes {
  private readonly little: boolean;
  /** Bytes of a character that the last chunk did not have to its end. */
  private rest = new Uint8Array(0);

  constructor(label: 'utf-16le' | 'utf-16be') {
    this.little = label === 'utf-16le';
  }

  toUtf8(chunk: Uint8Array, last: boolean): Uint8Array {
    const bytes = new Uint8Array(this.rest.length + chunk.length);
    bytes.set(this.rest);
    bytes.set(chunk, this.rest.length);
    const [low, high] = this.little ? [0, 1] : [1, 0];
    const out = new Uint8Array(Math.ceil(bytes.length / 2) * 3);
    let n = 0;
    let i = 0;
    const unitAt = (at: number) => (bytes[at + low] as number) | ((bytes[at + high] as number) << 8);
    for (; i + 2 <= bytes.length; i += 2) {
      const unit = unitAt(i);
      if (unit < 0x80) out[n++] = unit;
      else if (unit < 0x800) {
        out[n++] = 0xc0 | (unit >> 6);
        out[n++] = 0x80 | (unit & 0x3f);
      } else {
        if (unit >= 0xd800 && unit < 0xdc00) {
          if (i + 4 > bytes.length && !last) break;
          const second = i + 4 <= bytes.length ? unitAt(i + 2) : 0;
          if (second >= 0xdc00 && second < 0xe000) {
            const code = 0x10000 + ((unit - 0xd800) << 10) + (second - 0xdc00);
            out[n++] = 0xf0 | (code >> 18);
            out[n++] = 0x80 | ((code >> 12) & 0x3f);
            out[n++] = 0x80 | ((code >> 6) & 0x3f);
            out[n++] = 0x80 | (code & 0x3f);
            i += 2;
            continue;
          }
        }
        out[n++] = 0xe0 | (unit >> 12);
        out[n++] = 0x80 | ((unit >> 6) & 0x3f);
        out[n++] = 0x80 | (unit & 0x3f);
      }
    }
    this.rest = bytes.slice(i);
    return out.subarray(0, n);
  }
}
