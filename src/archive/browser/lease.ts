import type { IDBPDatabase } from 'idb';

/** Object store that holds the lease. */
export const LEASES = 'leases';
const KEY = 'archive';

/** A holder that stopped renewing for so long (ms) is gone: a tab that was killed holds the others up no longer than this. */
const LASTS = 15_000;
const RENEWED = 3_000;
const ASKED_AGAIN = 40;

interface Lease {
  holder: string;
  until: number;
}

const random = (): string => crypto.getRandomValues(new Uint32Array(3)).join('-');

/** Thrown to a writer whose lease another tab took over meanwhile: it was asleep for too long. */
export class LeaseLost extends Error {
  constructor() {
    super('本窗口停顿过久，另一个窗口已接手');
    this.name = 'LeaseLost';
  }
}

/**
 * The lock of an IndexedDB store where the browser has no Web Locks (plain http): a lease that a transaction takes, and
 * that is renewed while the work lasts. A tab that dies leaves a lease that runs out.
 */
export class LeaseLock {
  private holder: string | null = null;

  constructor(private readonly database: IDBPDatabase) {}

  /** Runs `work` under the lease; waits for other tabs. Not re-entrant. */
  async exclusively<T>(work: () => Promise<T>): Promise<T> {
    const holder = random();
    while (!(await this.take(holder))) await new Promise((resolve) => setTimeout(resolve, ASKED_AGAIN));
    this.holder = holder;
    const renewing = setInterval(() => void this.take(holder).catch(() => undefined), RENEWED);
    try {
      return await work();
    } finally {
      clearInterval(renewing);
      this.holder = null;
      await this.give(holder);
    }
  }

  /** Within a transaction of a writer: that the lease is still its own. @throws LeaseLost */
  async assertHeld(read: () => Promise<unknown>): Promise<void> {
    if (this.holder !== null && ((await read()) as Lease | undefined)?.holder !== this.holder) throw new LeaseLost();
  }

  static readonly key = KEY;

  private async take(holder: string): Promise<boolean> {
    const transaction = this.database.transaction(LEASES, 'readwrite');
    const held = (await transaction.store.get(KEY)) as Lease | undefined;
    const free = !held || held.holder === holder || held.until < Date.now();
    if (free) await transaction.store.put({ holder, until: Date.now() + LASTS } satisfies Lease, KEY);
    await transaction.done;
    return free;
  }

  private async give(holder: string): Promise<void> {
    const transaction = this.database.transaction(LEASES, 'readwrite');
    const held = (await transaction.store.get(KEY)) as Lease | undefined;
    if (held?.holder === holder) await transaction.store.delete(KEY);
    await transaction.done;
  }
}
