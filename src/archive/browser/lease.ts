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
  /** This tab's holder while it works; null between. */
  private holder: string | null = null;

  constructor(private readonly database: IDBPDatabase) {}

  /** Runs `work` under the lease; waits for other tabs. Not re-entrant. */
  async exclusively<T>(work: () => Promise<T>): Promise<T> {
    const holder = random();
    while (!(await this.write((held) => (isFree(held) ? lasting(holder) : undefined))))
      await new Promise((resolve) => setTimeout(resolve, ASKED_AGAIN));
    this.holder = holder;
    // Only prolonged while it is still its own: one that ran out may be another's by now.
    const prolong = () => this.write((held) => (held?.holder === holder ? lasting(holder) : undefined));
    const renewing = setInterval(() => void prolong().catch(() => undefined), RENEWED);
    try {
      return await work();
    } finally {
      clearInterval(renewing);
      this.holder = null;
      await this.write((held) => (held?.holder === holder ? null : undefined));
    }
  }

  /** Within a transaction of a writer that holds the lease: that it still does. @throws LeaseLost */
  async assertHeld(read: () => Promise<unknown>): Promise<void> {
    if (this.holder !== null && ((await read()) as Lease | undefined)?.holder !== this.holder) throw new LeaseLost();
  }

  static readonly key = KEY;

  /** Decides on the lease as it stands, in one transaction: another one, null for none, undefined to leave it. */
  private async write(decide: (held: Lease | undefined) => Lease | null | undefined): Promise<boolean> {
    const transaction = this.database.transaction(LEASES, 'readwrite');
    const next = decide((await transaction.store.get(KEY)) as Lease | undefined);
    if (next) await transaction.store.put(next, KEY);
    else if (next === null) await transaction.store.delete(KEY);
    await transaction.done;
    return next !== undefined;
  }
}

const lasting = (holder: string): Lease => ({ holder, until: Date.now() + LASTS });

/** One that lasts longer than any can was written before the clock was set back. */
const isFree = (held: Lease | undefined): boolean =>
  !held || held.until < Date.now() || held.until > Date.now() + LASTS;
