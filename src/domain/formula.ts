/** What a spreadsheet may pass over before a sign: blanks, line ends, control characters, and what has no width. */
const PASSED_OVER = String.raw`[\p{White_Space}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]`;

/**
 * Text that a spreadsheet would run as a formula gets an apostrophe; a number written as text does not. The full-width
 * and small signs count too: Chinese editions read them as the plain ones. A tab or line end before anything else is
 * guarded whatever follows.
 */
export const FORMULA = new RegExp(
  String.raw`^(?!\s*[+-]?\d[\d,]*(?:\.\d+)?%?\s*$)(?:[\t\r\n]|${PASSED_OVER}*[=+\-@＝＋－＠﹦﹢﹣﹫])`,
  'u',
);
