/** A table for the terminal and for Markdown: one line of heads, then lines of cells. */
export interface Table {
  title: string;
  /** What stands below the title. */
  note?: string;
  head: readonly string[];
  lines: readonly (readonly string[])[];
}

const widthsOf = ({ head, lines }: Table): number[] =>
  head.map((h, c) => Math.max(h.length, ...lines.map((line) => line[c]?.length ?? 0)));

/** The first column is words, the others are numbers. */
const padded = (line: readonly string[], widths: readonly number[]): string[] =>
  widths.map((width, c) => (c === 0 ? (line[c] ?? '').padEnd(width) : (line[c] ?? '').padStart(width)));

export function terminalText(table: Table): string {
  const widths = widthsOf(table);
  const row = (line: readonly string[]) => `  ${padded(line, widths).join('  ')}`.trimEnd();
  const under = widths.map((width) => '-'.repeat(width));
  return [table.title, ...(table.note ? [table.note] : []), row(table.head), row(under), ...table.lines.map(row)].join(
    '\n',
  );
}

export function markdown({ title, note, head, lines }: Table): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, c) => (c === 0 ? '---' : '---:'));
  return [`### ${title}`, '', ...(note ? [note, ''] : []), row(head), row(rule), ...lines.map(row)].join('\n');
}
