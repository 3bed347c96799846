import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { qinghai } from '../../tests/support/profile';
import { bench, FiguresDiffer, keyOf, type Plan, type Results, stepsOf, workbookRows } from './bench';
import { Found } from './found';
import { limitsOf } from './limits';
import { inChild, type Measure, NotMeasured } from './measure';
import { readOptions, UsageError } from './options';
import { withTables } from './publish';
import type { Measured } from './runs/cost';
import { markdown, terminalText } from './table';
import { tablesOf, verdict } from './tables';
import { doTask } from './tasks';

const PLAN: Plan = { rows: 2000, runs: 1, five: false, urls: null };
const inProcess: Measure = (asked) => doTask(qinghai, asked);
const quietly = () => undefined;

let cache: string;
let results: Results;
let found: Found;
beforeAll(async () => {
  cache = await mkdtemp(join(tmpdir(), 'kaoping-bench-'));
  results = await bench(cache, PLAN, inProcess, quietly);
  found = new Found(PLAN, results);
});
afterAll(() => rm(cache, { recursive: true, force: true }));

describe('what needs no browser', () => {
  it('is measured whole', () => {
    expect(results.failed).toEqual([]);
    expect(results.measured.size).toBe(stepsOf(PLAN).length);
    for (const { costs } of results.measured.values())
      for (const { waiting, cpu } of Object.values(costs)) expect(waiting + cpu).toBeGreaterThan(0);
  });

  it('takes in every clean row, and keeps aside only what has a fault', () => {
    expect(found.of('commandLine')?.rows).toBe('2000 of 2000 accepted');
    expect(found.ofFifth('commandLine')?.rows).toBe(`${workbookRows(2000)} of ${workbookRows(2000)} accepted`);
    const accepted = Number(found.of('commandLine', 'odd60')?.rows?.split(' ')[0]);
    // One odd row in fifty has a fault.
    expect(accepted).toBeGreaterThan(2000 * (1 - 0.6 * 0.05));
    expect(accepted).toBeLessThan(2000);
  });

  it('comes to figures', () => {
    expect(found.of('commandLine')?.figures).toMatch(/closure_on_time [1-9]\d*\/[1-9]\d* /);
    expect(found.of('plain')?.figures).toBe(found.of('commandLine')?.figures);
    expect(found.of('plain', 'clean', 'utf8', 400)?.figures).toBe(found.ofFifth('commandLine')?.figures);
  });

  it('gives tables with a line for every file and every limit', () => {
    const tables = new Map(tablesOf(found).map((t) => [t.title, t]));
    expect(tables.get('Limits')?.lines.map(([what]) => what)).toEqual(limitsOf(found).map((h) => h.what));
    expect(tables.get('Taking in, and the whole job of the command line')?.lines).toHaveLength(9);
    for (const table of tables.values()) {
      for (const line of table.lines) expect(line).toHaveLength(table.head.length);
      expect(terminalText(table).split('\n').length).toBeGreaterThan(table.lines.length);
      expect(markdown(table)).toContain(`| ${table.head.join(' | ')} |`);
    }
    expect(tables.get('Limits')?.lines.filter((line) => line[3] === '–')).not.toEqual([]);
    expect(verdict(found)).toMatch(/limits are kept; \d+ were not measured/);
  });

  it('stands in docs/performance.md between its marks, time after time', async () => {
    const page = await readFile('docs/performance.md', 'utf8');
    const written = withTables(page, found, 'ground');
    expect(written).toContain('ground\n\n');
    expect(written).toContain('### Limits');
    expect(withTables(written, found, 'ground')).toBe(written);
    expect(() => withTables('no marks', found, 'ground')).toThrow(RangeError);
  });
});

describe('measurements that are made up', () => {
  const same: Measured = { costs: {}, figures: '1/2', rows: 'all' };
  const all = { ...PLAN, urls: { bench: 'one', office: 'other' }, runs: 3, five: true };
  const files = () => mkdtemp(join(cache, 'none-'));

  it('are made as often as the plan says, each round after the other', async () => {
    const asked: string[] = [];
    const measure: Measure = async (a) => {
      if (a.task !== 'makeFile') asked.push(keyOf(a));
      return same;
    };
    await bench(await files(), all, measure, quietly);
    const steps = stepsOf(all);
    expect(asked).toHaveLength(steps.reduce((sum, s) => sum + s.runs, 0));
    expect(asked.slice(0, steps.length)).toEqual(steps.map(keyOf));
  });

  it('stop where two who count the same rows differ', async () => {
    const wrong: Measure = async ({ task }) => (task === 'plain' ? { ...same, figures: '1/3' } : same);
    await expect(bench(await files(), all, wrong, quietly)).rejects.toThrow(FiguresDiffer);
  });

  it('go on where one of them breaks, and say so', async () => {
    const broken: Measure = async ({ task }) => {
      if (task === 'library') throw new NotMeasured('no library');
      return same;
    };
    const without = new Found(all, await bench(await files(), all, broken, quietly));
    expect(without.ofFifth('library')).toBeUndefined();
    expect(without.ofFifth('page')).toEqual({ ...same, memory: {} });
    expect(verdict(without)).toContain('Not measured: no library');
  });
});

describe('a measurement in a process of its own', () => {
  const asked = { form: 'utf8', kind: 'clean', rows: 400, url: '' } as const;
  it('says the same, and what the process held', async () => {
    const measured = await inChild(new AbortController().signal)({ ...asked, task: 'commandLine', cache });
    expect(measured.figures).toBe(found.of('plain', 'clean', 'utf8', 400)?.figures);
    expect(measured.memory?.process).toBeGreaterThan(10);
  });

  it('says why it could not measure', async () => {
    const task = inChild(new AbortController().signal)({ ...asked, task: 'storedParquet', cache });
    // A CSV is none.
    await expect(task).rejects.toThrow(/^storedParquet of 400 rows, clean, utf8: .*No magic bytes/);
  });

  it('ends when it is cancelled', async () => {
    const ending = new AbortController();
    const task = inChild(ending.signal)({ ...asked, task: 'commandLine', cache });
    ending.abort(new Error('by hand'));
    await expect(task).rejects.toThrow('by hand');
  });
});

it.each([
  [[], { rows: 1_000_000, runs: 3, five: false, write: false }],
  [['20_000', '--five'], { rows: 20_000, runs: 3, five: true, write: false }],
  [['--write'], { rows: 1_000_000, runs: 3, five: false, write: true }],
])('reads the arguments %j', (args, options) => {
  expect(readOptions(args)).toEqual(options);
});

it.each([[['some']], [['0']], [['1', '2']], [['--fiv']], [['1000', '--write']], [['--write', '--runs', '1']]])(
  'does not read %j',
  (args) => {
    expect(() => readOptions(args)).toThrow(UsageError);
  },
);
