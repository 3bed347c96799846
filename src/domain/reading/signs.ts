/** Marks that do not belong to a value, and texts that stand for no value at all. */

// Zero-width characters, variants of a sign, marks of writing direction (Windows copies them with dates), soft hyphen.
const INVISIBLE = /(?:[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|[\ufe00-\ufe0f])+/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
/** Circled, raised and other numbers. */
const OTHER_DIGIT = /\p{No}/u;
/** Whatever may have to be folded. */
const BEYOND_ASCII = /[^!-~]/;

/** Full-width forms to half-width, blanks at both ends removed. Nothing need be said of it. */
export const halfWidth = (text: string): string =>
  BEYOND_ASCII.test(text)
    ? text.replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).trim()
    : text;

/**
 * Every form of a character to its plain one, invisible characters and blanks at both ends removed. Circled and raised
 * digits stay what they are: T-① and T-1 may be two cases.
 */
export function plainest(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text;
  const visible = text.replace(INVISIBLE, '');
  return (
    OTHER_DIGIT.test(visible)
      ? visible.replace(/\P{No}+/gu, (part) => part.normalize('NFKC'))
      : visible.normalize('NFKC')
  ).trim();
}

/** What a text may be wrapped in, by the first character. */
const WRAPPED: Readonly<Record<string, RegExp>> = {
  '=': /^=\s*"((?:[^"]|"")*)"$/,
  '"': /^"([^"]+)"$/s,
  '“': /^“([^“”]+)”$/s,
  "'": /^'([^']+)'$|^'(.*)$/s,
  '‘': /^‘([^‘’]+)’$|^‘(.*)$/s,
};

/** Without the marks that keep a spreadsheet from taking a text for a number (`="0003"`, `'0003`), or quotes around it. */
export function unwrapped(text: string): string {
  let inner = text;
  for (;;) {
    const parts = WRAPPED[inner.charAt(0)]?.exec(inner);
    if (!parts) return inner;
    const held = parts[1] ?? parts[2] ?? '';
    inner = (inner.startsWith('=') ? held.replaceAll('""', '"') : held).trim();
  }
}

const BLANK_SIGN = /^(?:[-‐‑‒–—―−─]+|\/+|\\+|无|空|暂无|\(空\)|N\/?A|NULL|\(null\)|NaN|NaT|None|<NA>|\\N)$/i;
/** A text that stands for nothing where nothing need be said. Takes the plainest form. */
export const isBlankSign = (text: string): boolean => BLANK_SIGN.test(text);

const CELL_ERROR =
  /^(?:#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|GETTING_DATA)|#{3,}|Err:\d{3})$/i;
/** What a spreadsheet shows where a formula fails or a column is too narrow. Takes the plainest form. */
export const isCellError = (text: string): boolean => CELL_ERROR.test(text);

/** A formula written as text: =TODAY(), ='1月'!A2. Takes the plainest form, without marks. */
export const isFormula = (text: string): boolean => /^=\s*[^=\s]/.test(text);

// Plainest, ″ is two strokes.
const SAME_AS_ABOVE = /^\(?(?:同\s*上|同\s*前|[-—]*〃+[-—]*|["“”]|′′|'')\)?$/;
export const isSameAsAbove = (text: string): boolean => SAME_AS_ABOVE.test(text);
