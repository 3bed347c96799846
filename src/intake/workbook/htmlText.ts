import { resolveEntities } from './entities';

/** Entities that exports write. An unknown one stays as it stands, and is seen. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  middot: '·',
  bull: '•',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  times: '×',
  divide: '÷',
  plusmn: '±',
  deg: '°',
  yen: '¥',
  sect: '§',
  copy: '©',
  reg: '®',
  trade: '™',
  permil: '‰',
  radic: '√',
  zwnj: '\u200c',
  zwj: '\u200d',
  shy: '\u00ad',
};

/** Elements that begin and end a line. */
const BLOCKS: ReadonlySet<string> = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'pre',
  'dt',
  'dd',
]);

/** Collects the text of a table's cell as a browser shows it: blanks run together, lines broken where elements break them. */
export class CellText {
  #text = '';

  add(text: string): void {
    // Some programs leave the semicolon out.
    this.#text += resolveEntities(text.replace(/[\t\n\f\r ]+/g, ' ').replace(/&nbsp(?!;)/gi, '&nbsp;'), NAMED);
  }

  /** A tag within the cell. */
  tag(name: string): void {
    if (name === 'br') this.#text += '\n';
    else if (BLOCKS.has(name) && !this.#text.endsWith(BLOCK_END)) this.#text += BLOCK_END;
  }

  take(): string {
    const lines = this.#text
      .replaceAll(BLOCK_END, '\n')
      .replace(/ {2,}/g, ' ')
      .replace(/ ?\n ?/g, '\n');
    let from = 0;
    let to = lines.length;
    while (from < to && isBlank(lines.charCodeAt(from))) from++;
    while (to > from && isBlank(lines.charCodeAt(to - 1))) to--;
    // What keeps a cell from being empty, or words from being parted, is a blank.
    const text = lines.slice(from, to).replaceAll('\u00a0', ' ');
    this.#text = '';
    return text.trim() === '' ? '' : text;
  }
}

/** Stands for the end of a block while a cell is collected: two blocks that meet break the line once. */
const BLOCK_END = '\u0001';

const isBlank = (code: number): boolean => code === 0x20 || code === 0x0a;
