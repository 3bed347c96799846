import { parseArgs } from 'node:util';

export const USAGE = `npm run bench -- [rows] [--five] [--write] [--runs N]

  rows      rows of each CSV and Parquet file, 1000000 by default; the workbook has a fifth of them
  --five    also five times as many rows in the page
  --write   put the tables into docs/performance.md; with the rows and runs of the default only
  --runs N  runs of what is measured without a browser, 3 by default; in a browser two thirds of them`;

export interface Options {
  rows: number;
  runs: number;
  five: boolean;
  write: boolean;
}

export class UsageError extends Error {}

const DEFAULT = { rows: 1_000_000, runs: 3 };

const whole = (text: string, name: string): number => {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 1) throw new UsageError(`${name}: ${text} is no number of ${name}`);
  return n;
};

export function readOptions(args: readonly string[]): Options {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  const { values, positionals } = parsed;
  if (positionals.length > 1) throw new UsageError(`not understood: ${positionals.slice(1).join(' ')}`);
  const rows = positionals[0] === undefined ? DEFAULT.rows : whole(positionals[0].replaceAll(/[_,]/g, ''), 'rows');
  const runs = values.runs === undefined ? DEFAULT.runs : whole(values.runs, 'runs');
  // What is published was measured as the limits mean it.
  if (values.write && (rows !== DEFAULT.rows || runs < DEFAULT.runs))
    throw new UsageError(`--write needs ${DEFAULT.rows} rows and ${DEFAULT.runs} runs`);
  return { rows, runs, five: values.five ?? false, write: values.write ?? false };
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { five: { type: 'boolean' }, write: { type: 'boolean' }, runs: { type: 'string' } },
  });
