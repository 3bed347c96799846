/** One cell of a rendered table. */
export interface RenderedCell {
  /** As it is read, one blank between its parts. */
  text: string;
  /** Where its first link leads; empty where it has none. */
  link: string;
  html: string;
}

export interface RenderedTable {
  /** Heads of the columns; of a head of two lines both, the upper first. */
  columns: string[];
  /** What the rows are called, in their order. */
  rows: string[];
  /** All that the rows say. */
  lines: string[][];
  /** @throws where not exactly one row and one column begin so */
  cell(row: string, column: string): RenderedCell;
  /** What a row says below each of these heads. */
  texts(row: string, columns: readonly string[]): string[];
}

/**
 * A table in HTML that React made, by what stands in it: spans are counted out, so that a cell is found below its own head.
 * @param name its caption, or its label for screen readers
 * @param by head of the column that names the rows; absent: the first
 */
export function tableOf(html: string, name: string, by?: string): RenderedTable {
  const found = [...html.matchAll(/<table[\s\S]*?<\/table>/g)]
    .map(([table]) => table)
    .filter((t) => nameOf(t) === name);
  if (found.length !== 1) throw new Error(`${found.length} tables are called ${name}`);
  const [table = ''] = found;
  const [head = ''] = /<thead[\s\S]*?<\/thead>/.exec(table) ?? [];
  const heads = gridOf(head);
  const columns = (heads[0] ?? []).map((_, i) => [...new Set(heads.map((line) => line[i]?.text))].join(' '));
  const lines = gridOf(table.replace(head, ''));
  const named = by === undefined ? 0 : only(columns, by);
  const rows = lines.map((line) => line[named]?.text ?? '');
  const cell = (row: string, column: string) =>
    (lines[only(rows, row)] as RenderedCell[])[only(columns, column)] as RenderedCell;
  return {
    columns,
    rows,
    lines: lines.map((line) => line.map((c) => c.text)),
    cell,
    texts: (row, wanted) => wanted.map((column) => cell(row, column).text),
  };
}

const nameOf = (table: string): string =>
  textOf(
    (/<caption[^>]*>([\s\S]*?)<\/caption>/.exec(table) ?? /^<table[^>]* aria-label="([^"]*)"/.exec(table))?.[1] ?? '',
  );

/** Where the one of the names stands that is the wanted, or begins with it and a blank. */
function only(names: readonly string[], wanted: string): number {
  const found = names.flatMap((name, i) => (name === wanted || name.startsWith(`${wanted} `) ? [i] : []));
  if (found.length !== 1) throw new Error(`${found.length} of ${names.join(' | ')} are ${wanted}`);
  return found[0] as number;
}

/** The cells of a part of a table by line and column; one that spans several stands in each. */
function gridOf(part: string): RenderedCell[][] {
  const grid: RenderedCell[][] = [];
  [...part.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].forEach(([, line = ''], y) => {
    let x = 0;
    for (const [html, , attributes = '', content = ''] of line.matchAll(/<(th|td)\b([^>]*)>([\s\S]*?)<\/\1>/g)) {
      grid[y] ??= [];
      while (grid[y]?.[x]) x++;
      const span = (name: string) => Number(new RegExp(`${name}="(\\d+)"`, 'i').exec(attributes)?.[1] ?? 1);
      const cell = { text: textOf(content), link: unescaped(/<a href="([^"]*)"/.exec(content)?.[1] ?? ''), html };
      for (let dy = 0; dy < span('rowspan'); dy++)
        for (let dx = 0; dx < span('colspan'); dx++) {
          grid[y + dy] ??= [];
          (grid[y + dy] as RenderedCell[])[x + dx] = cell;
        }
    }
  });
  return grid;
}

const textOf = (html: string): string =>
  unescaped(html.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();

const unescaped = (html: string): string =>
  html.replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity] as string);

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" };
