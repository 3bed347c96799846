/** Text as a string of CSS: whatever could end the string or the style element is written by its code. */
const quoted = (text: string): string =>
  `"${text.replace(/["\\<\n\r\f]/g, (c) => `\\${(c.codePointAt(0) as number).toString(16)} `)}"`;

/**
 * The foot of every printed page: a text (whose it is, which period), and which page of how many. Browsers that know no margin boxes
 * (Chromium before 131, Firefox, Safari) leave it out; what it says but the page's number stands in the print head too.
 * @returns CSS
 */
export const pageMargins = (foot: string): string =>
  `@page{@bottom-left{content:${quoted(foot)}}@bottom-right{content:"第 " counter(page) " 页，共 " counter(pages) " 页"}}`;
