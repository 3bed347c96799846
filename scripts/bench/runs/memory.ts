import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds between two looks. */
const EVERY = 150;

/** Proportional memory (Linux) of the processes below this one that draw and run pages, workers included; MB. */
export function renderersMemory(): number {
  const children = new Map<number, number[]>();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const parent = Number(/^\d+ \(.*\) \S (\d+)/s.exec(textOf(pid, 'stat'))?.[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(pid)]);
  }
  const below = (pid: number): number[] => (children.get(pid) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(process.pid)
    .filter((pid) => textOf(pid, 'cmdline').includes('--type=renderer'))
    .reduce((sum, pid) => sum + Number(/^Pss:\s+(\d+)/m.exec(textOf(pid, 'smaps_rollup'))?.[1] ?? 0) * 0.001024, 0);
}

/** What the system says of a process; nothing where it ended meanwhile. */
function textOf(pid: number | string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/**
 * The most memory that this process held, in MB. Not `maxRSS` where the system tells it otherwise (Linux): that begins with what
 * the process held from which this one was forked.
 */
export function ownPeak(): number {
  const held = /^VmHWM:\s+(\d+) kB/m.exec(textOf('self', 'status'))?.[1];
  return (held === undefined ? process.resourceUsage().maxRSS : Number(held)) * 0.001024;
}

/** Whether this system tells what is asked here. */
export const tellsMemory = process.platform === 'linux';

/** Watches Chromium's memory while `work` runs. @returns its result and the highest memory seen */
export async function withPeak<T>(work: () => Promise<T>): Promise<{ result: T; peak: number }> {
  let peak = 0;
  const look = () => {
    if (tellsMemory) peak = Math.max(peak, renderersMemory());
  };
  const timer = setInterval(look, EVERY);
  try {
    const result = await work();
    look();
    return { result, peak };
  } finally {
    clearInterval(timer);
  }
}
