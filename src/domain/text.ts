/** Text as it is compared: NFKC folded (full-width → half-width) and trimmed. */
export const fold = (text: string): string => text.normalize('NFKC').trim();

/** `fold`, and every space removed: names are compared this way. */
export const foldName = (text: string): string => fold(text).replace(/\s+/g, '');

/** Orders texts by their characters, not by the language of the computer: the same everywhere. */
export const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
