import { xmlText } from './entities';
import { builtInStyle, type NumberStyle, PLAIN, styleOf } from './numberStyle';
import { readTokens } from './tokenStream';
import { OPEN, TEXT, type Token, Tokens } from './tokens';

/** What each of the workbook's cell styles makes of a number. */
export async function readStyles(stream: ReadableStream<Uint8Array>): Promise<NumberStyle[]> {
  const tokens = new Tokens();
  const formats = new Map<string, NumberStyle>();
  const ids: string[] = [];
  let inCells = false;
  const visit = (token: Token) => {
    if (token === TEXT) return;
    if (tokens.name === 'cellXfs') inCells = token === OPEN && !tokens.empty;
    else if (token !== OPEN) return;
    else if (tokens.name === 'numFmt') {
      const id = tokens.attribute('numFmtId');
      const code = tokens.attribute('formatCode');
      // Those of `dxfs` come later and are no cell's.
      if (id !== null && code !== null && !formats.has(id)) formats.set(id, styleOf(xmlText(code)));
    } else if (inCells && tokens.name === 'xf') ids.push(tokens.attribute('numFmtId') ?? '0');
  };
  await readTokens(stream, tokens, visit);
  return ids.map((id) => formats.get(id) ?? builtInStyle(Number(id)) ?? PLAIN);
}
