import { FileRefused } from '../../domain/problems';
import { workbookText, xmlText } from './entities';
import { readTokens } from './tokenStream';
import { CLOSE, OPEN, TEXT, type Token, Tokens } from './tokens';

/** The texts are held in memory: a million ids take 35 MB. */
const LARGEST = 256 * 2 ** 20;

/** Collects the text of an `si` or `is` element: its runs one after the other, without the reading marks above them. */
export class RichText {
  #text = '';
  #open = false;
  #phonetic = 0;

  visit(token: Token, tokens: Tokens): void {
    if (token === TEXT) {
      if (this.#open) this.#text += tokens.cdata ? tokens.text() : xmlText(tokens.text());
    } else if (tokens.name === 't') this.#open = token === OPEN && !tokens.empty && this.#phonetic === 0;
    else if (tokens.name === 'rPh') this.#phonetic += token === OPEN ? (tokens.empty ? 0 : 1) : -1;
  }

  take(): string {
    const text = workbookText(this.#text);
    this.#text = '';
    this.#open = false;
    this.#phonetic = 0;
    return text;
  }
}

/** The workbook's texts by their numbers. */
export async function readSharedStrings(stream: ReadableStream<Uint8Array>, size: number): Promise<string[]> {
  if (size > LARGEST) throw new FileRefused('too_large', { detail: '文字表超过 256 MB' });
  const tokens = new Tokens();
  const strings: string[] = [];
  const text = new RichText();
  const visit = (token: Token) => {
    if (token !== TEXT && tokens.name === 'si') {
      if (token === CLOSE || tokens.empty) strings.push(text.take());
    } else text.visit(token, tokens);
  };
  await readTokens(stream, tokens, visit);
  return strings;
}
