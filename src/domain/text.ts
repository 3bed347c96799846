/** Text as it is compared: NFKC folded (full-width → half-width) and trimmed. */
export const fold = (text: string): string => text.normalize('NFKC').trim();

/** `fold`, and every space removed: names are compared this way. */
export const foldName = (text: string): string => fold(text).replace(/\s+/g, '');
