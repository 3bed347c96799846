import { KINDS, type Kind } from './data/cases';
import { type Form, isMade } from './data/files';
import { type Measure, NotMeasured } from './measure';
import type { Cost, Measured } from './runs/cost';
import type { TaskName } from './tasks';

/** Forms in which all rows stand; the workbook has a fifth of them. */
export const TABLE_FORMS = ['utf8', 'gb18030', 'parquet'] as const satisfies readonly Form[];
export const workbookRows = (rows: number): number => Math.ceil(rows / 5);

/** One task on one file. */
export interface Step {
  task: TaskName;
  kind: Kind;
  form: Form;
  rows: number;
  runs: number;
}

/** What is to be measured. */
export interface Plan {
  rows: number;
  runs: number;
  five: boolean;
  /** Addresses of the bench's own page and of the office's; null without a browser. */
  urls: { bench: string; office: string } | null;
}

export const keyOf = ({ task, kind, form, rows }: Omit<Step, 'runs'>): string => [task, kind, form, rows].join(' ');
/** What was measured, by `keyOf`, and why something could not be. */
export interface Results {
  measured: ReadonlyMap<string, Measured>;
  failed: readonly string[];
}

/** Every measurement of a plan; those without a browser come first. */
export function stepsOf({ rows, runs, five, urls }: Plan): Step[] {
  const fifth = workbookRows(rows);
  const clean = { kind: 'clean', form: 'utf8', rows, runs } as const;
  const native: Step[] = [
    ...KINDS.flatMap((kind): Step[] => [
      { ...clean, task: 'storedText', kind },
      { ...clean, task: 'storedTyped', kind },
      { ...clean, task: 'storedParquet', kind, form: 'parquet' },
      ...TABLE_FORMS.map((form): Step => ({ ...clean, task: 'commandLine', kind, form })),
    ]),
    ...(['commandLine', 'library'] as const).map((task): Step => ({ ...clean, task, form: 'xlsx', rows: fifth })),
    { ...clean, task: 'storedText', rows: fifth },
    { ...clean, task: 'nativeChanges' },
    // The slowest by far, and no limit hangs on it.
    { ...clean, task: 'plain', runs: 1 },
    { ...clean, task: 'plain', rows: fifth, runs: 1 },
  ];
  if (!urls) return native;
  const inPage = { ...clean, runs: Math.ceil((runs * 2) / 3) };
  return [
    ...native,
    ...KINDS.flatMap((kind) => TABLE_FORMS.map((form): Step => ({ ...inPage, task: 'page', kind, form }))),
    { ...inPage, task: 'pageUnseen' },
    { ...inPage, task: 'page', form: 'xlsx', rows: fifth },
    { ...inPage, task: 'pageChanges' },
    // With problems to be listed.
    { ...inPage, task: 'officePage', kind: 'odd1', runs: 1 },
    ...(five ? [{ ...inPage, task: 'page', rows: rows * 5, runs: 1 } as const] : []),
  ];
}

/** Peers of the same file came to different figures: nothing that was measured means anything then. */
export class FiguresDiffer extends Error {}

/**
 * Makes all measurements, one round after the other, so that what else the computer does meets all peers alike. Of the
 * runs of a step the least of each time counts, and the most of each memory. What cannot be measured is said and left out.
 * @param cache folder in which the files are kept from run to run
 * @throws FiguresDiffer
 */
export async function bench(
  cache: string,
  plan: Plan,
  measure: Measure,
  progress: (text: string) => void,
): Promise<Results> {
  const steps = stepsOf(plan);
  const files = new Map(steps.map(({ form, kind, rows }) => [`${form}, ${kind}, ${rows} rows`, { form, kind, rows }]));
  for (const [name, file] of files) {
    if (isMade(cache, file.form, file.kind, file.rows)) continue;
    progress(`File: ${name}`);
    await measure({ ...file, task: 'makeFile', cache, url: '' });
  }
  const results = new Map<string, Measured>();
  const failed = new Map<string, string>();
  const agreement = new Agreement();
  const all = steps.reduce((sum, s) => sum + s.runs, 0);
  let done = 0;
  for (let round = 0; round < plan.runs; round++)
    for (const step of steps.filter((s) => round < s.runs && !failed.has(keyOf(s)))) {
      const key = keyOf(step);
      progress(`[${++done}/${all}] ${key}, run ${round + 1} of ${step.runs}`);
      const { task, form, kind, rows } = step;
      const url = (task === 'officePage' ? plan.urls?.office : plan.urls?.bench) ?? '';
      const measured = await measure({ task, form, kind, rows, cache, url }).catch((error) => {
        if (!(error instanceof NotMeasured)) throw error;
        failed.set(key, error.message);
      });
      if (!measured) continue;
      agreement.hold(step, measured);
      const before = results.get(key);
      results.set(key, before ? better(before, measured) : measured);
    }
  return { measured: results, failed: [...failed.values()] };
}

/** Holds what was counted from the same rows against each other. */
class Agreement {
  private readonly first = new Map<string, { who: string; said: string }>();

  hold(step: Step, { figures, rows }: Measured): void {
    if (figures === undefined) return;
    const of = `${step.kind} ${step.rows}`;
    const own = { who: keyOf(step), said: `${figures}; ${rows}` };
    const { who, said } = this.first.get(of) ?? own;
    this.first.set(of, { who, said });
    if (said !== own.said) throw new FiguresDiffer(`Figures differ.\n${who}: ${said}\n${own.who}: ${own.said}`);
  }
}

function better(a: Measured, b: Measured): Measured {
  const least = (x: Cost, y: Cost | undefined): Cost => ({
    waiting: Math.min(x.waiting, y?.waiting ?? x.waiting),
    cpu: Math.min(x.cpu, y?.cpu ?? x.cpu),
  });
  return {
    ...a,
    costs: Object.fromEntries(Object.entries(a.costs).map(([name, cost]) => [name, least(cost, b.costs[name])])),
    memory: Object.fromEntries(
      Object.entries(a.memory ?? {}).map(([name, mb]) => [name, Math.max(mb, b.memory?.[name] ?? mb)]),
    ),
  };
}
