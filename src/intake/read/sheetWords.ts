/** Sheets, or rows, that a sentence names. */
export const NAMED = 3;
const LONGEST = 40;

export const quotedName = (name: string | null): string => {
  const text = name ?? '';
  return `「${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}」`;
};

/** 工作表「1月」「2月」「3月」等 12 个 */
export const sheetsInWords = (names: readonly (string | null)[]): string =>
  `工作表${names.slice(0, NAMED).map(quotedName).join('')}${names.length > NAMED ? `等 ${names.length} 个` : ''}`;
