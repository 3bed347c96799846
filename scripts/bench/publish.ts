import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import type { Found } from './found';
import { markdown } from './table';
import { tablesOf, verdict } from './tables';

const BEGIN = '<!-- npm run bench -- --write: from here -->';
const END = '<!-- npm run bench -- --write: to here -->';

/** On what the bench ran, and when. */
export interface Ground {
  /** ISO day. */
  day: string;
  chromium: string;
}

/** One line on when and on what, for terminal and page alike. */
export function groundText({ plan }: Found, { day, chromium }: Ground, duckdb: string): string {
  const memory = Math.round(totalmem() / 1e9);
  const model = cpus()[0]?.model.trim() || 'processor unknown';
  return `${day}; ${plan.rows.toLocaleString('en-US')} rows; ${cpus().length} cores (${model}), ${memory} GB; Node.js ${process.versions.node}, DuckDB ${duckdb}, Chromium ${chromium}. The least of ${plan.runs} runs of each time (in the browser of ${Math.ceil((plan.runs * 2) / 3)}), the most of each memory.`;
}

/** The text of docs/performance.md with the tables between its marks. @throws RangeError where these are missing */
export function withTables(text: string, found: Found, ground: string): string {
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < from) throw new RangeError(`${BEGIN} … ${END} do not stand in the text`);
  const said = verdict(found).split('\n').join('\n- ');
  const tables = tablesOf(found).map(markdown).join('\n\n');
  return `${text.slice(0, from)}${BEGIN}\n\n${ground}\n\n${said}\n\n${tables}\n\n${text.slice(to)}`;
}

export async function publish(file: string, found: Found, ground: string): Promise<void> {
  await writeFile(file, withTables(await readFile(file, 'utf8'), found, ground));
}
