import type { Reading } from './reading';

/** No sign for an empty cell is longer, but those that begin with one of these. */
const LONGEST_SIGN = 8;
const NEEDS_A_LOOK = /^[=#(（]|^\p{Cf}/u;

const trimmed = (text: string): string => text.replace(/^\p{Zs}+|\p{Zs}+$/gu, '');

/** Free text stays as it was written; only what stands for no text, or keeps a spreadsheet from reading one, is taken off. */
export const textReader = {
  plain(text: string): Reading<string> | null {
    if (text.length <= LONGEST_SIGN || NEEDS_A_LOOK.test(text)) return null;
    const value = trimmed(text);
    return value.length > LONGEST_SIGN ? { value } : null;
  },
  /** @param raw as it stands in the file */
  other(_: string, raw: string): Reading<string> {
    const value = trimmed(raw);
    const inner = /^="((?:[^"]|"")*)"$/.exec(value)?.[1];
    return inner === undefined ? { value } : { value: inner.replaceAll('""', '"'), repair: 'id_form' };
  },
};
