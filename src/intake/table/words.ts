import { foldName } from '../../domain/text';

/** Blank to the eye: spaces of any kind, characters without width. */
export const isBlank = (text: string): boolean => !/[^\s\u3000\u200b-\u200f\u2060\ufeff]/.test(text);

/** As it is shown in one line: no line breaks, no blanks around. */
export const squeezed = (text: string): string => text.replace(/[\s\u3000]+/g, ' ').trim();

/** A text that folding leaves as it is: most are. */
const PLAIN = /^[\u4e00-\u9fff\x21-\x7e]*$/;

/** As words are compared: full width folded, no blanks. A very long text is compared by its beginning. */
export function word(text: string): string {
  const start = text.length > 400 ? text.slice(0, 400) : text;
  return PLAIN.test(start) ? start : foldName(start);
}
