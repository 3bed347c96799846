/** Begins the text that stands for bytes that are no text. */
export const NO_TEXT = '（无法识别的字节 ';

const SHOWN = 16;

/** Stands for bytes that are no text, with the first of them. */
export const noText = (bytes: Uint8Array): string =>
  `${NO_TEXT}${[...bytes.subarray(0, SHOWN)].map((b) => b.toString(16).toUpperCase().padStart(2, '0')).join(' ')}${
    bytes.length > SHOWN ? ' …' : ''
  }）`;

/** True for a cell whose bytes are no text. */
export const isNoText = (text: string): boolean => text.startsWith(NO_TEXT);

const NO_RESULT = '（没有结果的公式 =';

/** Stands for a formula of a workbook that was never calculated: the file holds no value beside it. */
export const noResult = (formula: string): string => `${NO_RESULT}${formula}）`;

/** True for such a cell. */
export const isNoResult = (text: string): boolean => text.startsWith(NO_RESULT);
