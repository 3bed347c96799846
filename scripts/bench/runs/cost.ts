/** Milliseconds that were waited, and those for which processors worked. */
export interface Cost {
  waiting: number;
  cpu: number;
}

/** What one measurement gave. Names are those of `report.ts`. */
export interface Measured {
  costs: Readonly<Record<string, Cost>>;
  /** MB. */
  memory?: Readonly<Record<string, number>>;
  /** What the province's numerators and denominators are, where the measurement counts them. */
  figures?: string;
  /** What else must be the same for all who read the same file. */
  rows?: string;
}

/** Tells what it cost from here to each call. */
export function costs(): () => Cost {
  const cpu = process.cpuUsage();
  const from = performance.now();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return { waiting: performance.now() - from, cpu: (user + system) / 1000 };
  };
}
