/** SQL text literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** SQL literal of a text or number, NULL for null. */
export const value = (v: string | number | null | undefined): string =>
  v === null || v === undefined ? 'NULL' : typeof v === 'number' ? String(v) : literal(v);

/** SQL identifier. */
export const name = (id: string): string => `"${id.replaceAll('"', '""')}"`;

export const dateLiteral = (day: string): string => `DATE ${literal(day)}`;

const FULL = Array.from({ length: 94 }, (_, i) => String.fromCharCode(0xff01 + i)).join('');
const HALF = Array.from({ length: 94 }, (_, i) => String.fromCharCode(0x21 + i)).join('');
const BLANKS = ' \t\n\r\u000b\f\u00a0\u3000\ufeff';

/**
 * Full-width forms folded to half-width, blanks at both ends removed; NULL where nothing is left. DuckDB builds both
 * lists anew for every value, so this is for the few texts that need it.
 */
export const folded = (x: string): string =>
  `nullif(trim(translate(${x}, ${literal(FULL)}, ${literal(HALF)}), ${literal(BLANKS)}), '')`;

/** Every blank removed, also within: what `\s` is in JavaScript (`foldName`). */
export const withoutBlanks = (x: string): string => `regexp_replace(${x}, '[\\p{Z}\\t-\\r\\x{FEFF}]', '', 'g')`;
