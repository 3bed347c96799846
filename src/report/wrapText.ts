/** No line of Chinese print begins with one of these. */
const CLOSING = '，。、；：！？）》」』】〕％%,.;:!?)]}';

/**
 * Breaks a text into lines no wider than `width`. Chinese breaks anywhere except before closing punctuation; a run of
 * Latin letters or digits stays together unless it alone is wider than a line.
 * @param measure width of a text in the same unit as `width`
 */
export function wrapText(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const piece of paragraph.match(/[A-Za-z0-9._%+-]+|./gu) ?? []) {
      const fits = measure(line + piece) <= width;
      if (fits || line === '' || (piece.length === 1 && CLOSING.includes(piece))) line += piece;
      else {
        lines.push(line.trimEnd());
        line = piece.trimStart();
      }
    }
    lines.push(line);
  }
  return lines;
}
