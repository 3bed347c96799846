import fc from 'fast-check';
import { gb18030, utf16 } from '../../src/intake/testing/delimited';
import type { Grid } from './grid';

/** How a grid is written as delimited text. */
export interface TextForm {
  encoding: 'utf-8' | 'utf-8-bom' | 'utf-8-bom-twice' | 'utf-16le' | 'utf-16be' | 'utf-16le-bare' | 'gb18030';
  delimiter: string;
  quoting: 'needed' | 'all' | 'some' | 'single';
  ends: readonly string[];
  /** Blank cells at the end of a row are left out; a blank row has no cells at all. */
  short: boolean;
  /** The last row has a line end. */
  ended: boolean;
  ctrlZ: boolean;
}

export const textForms: fc.Arbitrary<TextForm> = fc.record({
  encoding: fc.constantFrom<TextForm['encoding']>(
    'utf-8',
    'utf-8-bom',
    'utf-8-bom-twice',
    'utf-16le',
    'utf-16be',
    'utf-16le-bare',
    'gb18030',
  ),
  delimiter: fc.constantFrom(',', '\t', ';', '|', '，', '^', '~', '§'),
  quoting: fc.constantFrom<TextForm['quoting']>('needed', 'needed', 'all', 'some', 'single'),
  ends: fc.constantFrom(['\r\n'], ['\n'], ['\r'], ['\r\n', '\n'], ['\r\r\n'], ['\u2028'], ['\u0085']),
  short: fc.boolean(),
  ended: fc.boolean(),
  ctrlZ: fc.boolean(),
});

export function textOf({ cells }: Grid, form: TextForm): string {
  const { delimiter, quoting, ends } = form;
  const quote = quoting === 'single' ? "'" : '"';
  const quoted = (text: string) => `${quote}${text.replaceAll(quote, quote + quote)}${quote}`;
  const cell = (text: string, at: number): string => {
    const needed = /["'\r\n\u0085\u2028]/.test(text) || text.includes(delimiter);
    return needed || quoting === 'all' || quoting === 'single' || (quoting === 'some' && at % 3 === 0)
      ? quoted(text)
      : text;
  };
  const width = Math.max(...cells.map((row) => row.length));
  const lines = cells.map((row, n) => {
    const texts = Array.from({ length: width }, (_, i) => row[i]?.text ?? '');
    // A short last row without a line end is taken for one that was cut off.
    if (form.short && (form.ended || n < cells.length - 1)) while (texts.length && texts.at(-1) === '') texts.pop();
    return texts.map((t, i) => cell(t, n + i)).join(delimiter);
  });
  return (
    lines.map((line, i) => line + (form.ended || i < lines.length - 1 ? ends[i % ends.length] : '')).join('') +
    (form.ctrlZ ? '\u001a' : '')
  );
}

/** @throws RangeError for a character that the encoding's tables at hand do not have */
export function encoded(text: string, encoding: TextForm['encoding']): Uint8Array<ArrayBuffer> {
  const utf8 = (s: string) => new TextEncoder().encode(s) as Uint8Array<ArrayBuffer>;
  switch (encoding) {
    case 'utf-8':
      return utf8(text);
    case 'utf-8-bom':
      return utf8(`\ufeff${text}`);
    case 'utf-8-bom-twice':
      return utf8(`\ufeff\ufeff${text}`);
    case 'utf-16le':
      return utf16(`\ufeff${text}`, 'le');
    case 'utf-16be':
      return utf16(`\ufeff${text}`, 'be');
    case 'utf-16le-bare':
      return utf16(text, 'le');
    case 'gb18030':
      return gb18030(text);
  }
}

export const asText = (grid: Grid, form: TextForm): Blob => new Blob([encoded(textOf(grid, form), form.encoding)]);
