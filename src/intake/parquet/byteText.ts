import { noText } from '../../domain/reading/noText';

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const GB18030 = new TextDecoder('gb18030', { fatal: true, ignoreBOM: true });

/** Null for bytes that are no text of the encoding. */
function decoded(decoder: TextDecoder, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

const withoutNul = (text: string | null): string | null => (text?.includes('\0') ? null : text);

/** A cell of a column of bytes. No text has a NUL in it. */
export const unmarkedText = (bytes: Uint8Array, gbFirst: boolean): string => {
  const order = gbFirst ? [GB18030, UTF8] : [UTF8, GB18030];
  for (const decoder of order) {
    const text = withoutNul(decoded(decoder, bytes));
    if (text !== null) return text;
  }
  return noText(bytes);
};

/** What the cells of a column of bytes could be. */
export class ByteSurvey {
  /** Every cell is UTF-8; GB18030; one of the two. */
  utf8 = true;
  gb18030 = true;
  text = true;

  see(bytes: Uint8Array): void {
    const utf8 = withoutNul(decoded(UTF8, bytes)) !== null;
    if (!utf8) this.utf8 = false;
    if (utf8 && !this.gb18030) return;
    if (withoutNul(decoded(GB18030, bytes)) !== null) return;
    this.gb18030 = false;
    if (!utf8) this.text = false;
  }
}

/**
 * True where a file's columns of bytes are to be read as GB18030: where not all cells are UTF-8 and all can be GB18030, since
 * one program wrote the file and a short word of the one can look like the other. A column with cells that are no text (a
 * picture) has no say.
 */
export function gbFirst(surveys: readonly ByteSurvey[]): boolean {
  const texts = surveys.filter((s) => s.text);
  return texts.some((s) => !s.utf8) && texts.every((s) => s.gb18030);
}
