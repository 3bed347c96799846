import { FileRefused } from '../../src/domain/problems';
import { nodeReader } from '../../src/intake/node/reader';
import { isPack, unpack } from '../../src/intake/unpack/unpack';
import { qinghai } from '../support/profile';
import { HOSTILE } from './hostileFiles';
import { REQUEST } from './take';

/** Reads one hostile file in a process of its own, then a good one, and says what came of it as one line of JSON. */
const reader = nodeReader(qinghai);

async function read(file: Blob): Promise<string> {
  let rows = 0;
  let problems = 0;
  const { parts } = await reader.read(file, REQUEST, {
    rows: async (_, __, typed) => {
      rows += typed.rows;
    },
    problems: async (_, found) => {
      problems += found.length;
    },
    restart: async () => {
      rows = 0;
      problems = 0;
    },
  });
  const counts = parts.map((p) => `${p.rowsRead} = ${p.rowsAccepted} + ${p.rowsRejected}`).join(', ');
  return `${counts}; ${rows} rows, ${problems} problems`;
}

async function said(file: Blob): Promise<string[]> {
  const lines: string[] = [];
  const attempt = async (name: string, of: () => Promise<string>) => {
    try {
      lines.push(name + (await of()));
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      lines.push(`${name}! ${error.message}`);
    }
  };
  if (!(await isPack(file))) await attempt('', () => read(file));
  else
    for await (const found of unpack(file, 'p'))
      if ('data' in found) await attempt(`${found.path} `, () => read(found.data));
      else if ('refused' in found) lines.push(`${found.path} ! ${found.refused.message}`);
  return lines;
}

const file = (await HOSTILE[process.argv[2] as string]?.()) as Blob;
const before = process.resourceUsage().maxRSS;
const lines = await said(file);
const peak = process.resourceUsage().maxRSS;
const good = await read(new Blob(['编号,类型,县区,承办部门,接收日期\nT-1,投诉,630102,工商,2017-03-05\n']));
// Kilobytes on every system that this runs on.
console.log(
  JSON.stringify({
    lines: lines.slice(0, 5),
    count: lines.length,
    good,
    before: Math.round(before / 1024),
    peak: Math.round(peak / 1024),
  }),
);
