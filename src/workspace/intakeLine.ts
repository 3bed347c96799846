import { Cancelled } from '../engine/port';
import type { Declared, TakeInOptions, TakeInResult } from './workspace';

/** Bytes taken in together. */
const BATCH_BYTES = 32 * 1024 * 1024;

/** A file handed in. */
export interface HandedIn {
  file: File;
  path: string;
  declared: Declared;
  options: TakeInOptions;
}

interface Waiting extends HandedIn {
  resolve(result: TakeInResult): void;
  reject(error: unknown): void;
}

/** What became of a file: its result, or the error that it alone bears. */
export type BatchOutcome = TakeInResult | { failed: unknown };

/** Files handed in while others are on their way wait here and go in together: many small ones cost little more than one. */
export class IntakeLine {
  private readonly waiting: Waiting[] = [];

  /**
   * @param change runs work alone, after what was asked before it
   * @param takeBatch takes files in; answers when the figures hold them, with the outcomes in order
   */
  constructor(
    private readonly change: (work: () => Promise<void>) => Promise<void>,
    private readonly takeBatch: (batch: readonly HandedIn[]) => Promise<BatchOutcome[]>,
  ) {}

  hand(handed: HandedIn): Promise<TakeInResult> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ ...handed, resolve, reject });
      void this.change(() => this.next());
    });
  }

  private async next(): Promise<void> {
    const batch: Waiting[] = [];
    let bytes = 0;
    while (this.waiting.length > 0) {
      const next = this.waiting[0] as Waiting;
      if (batch.length > 0 && bytes + next.file.size > BATCH_BYTES) break;
      this.waiting.shift();
      bytes += next.file.size;
      if (next.options.signal?.aborted) next.resolve({ outcome: 'cancelled', file: next.path });
      else batch.push(next);
    }
    if (batch.length === 0) return;
    try {
      const outcomes = await this.takeBatch(batch);
      for (const [i, w] of batch.entries()) {
        const outcome = outcomes[i] as BatchOutcome;
        if ('failed' in outcome) w.reject(outcome.failed);
        else w.resolve(outcome);
      }
    } catch (error) {
      const cancelled = error instanceof Cancelled || batch.some((w) => w.options.signal?.aborted);
      for (const w of batch)
        if (cancelled) w.resolve({ outcome: 'cancelled', file: w.path });
        else w.reject(error);
    }
  }
}
