import { pinyin } from 'pinyin-pro';

/**
 * The syllables of a Chinese text in Hanyu Pinyin, without tones, ü as v; what is not Chinese stands as it is, in lower case.
 * Of a character with several readings the usual one in its word. Loaded when the search is first opened.
 */
export const syllablesOf = (text: string): string[] =>
  pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' }).map((s) => s.toLowerCase());
