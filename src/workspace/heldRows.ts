import type { RowCounts } from '../archive/archive';
import { effectiveSubmissions, type Submission } from '../domain/submission';
import type { Engine } from '../engine/engine';

/** Which submissions have their rows in the engine, under which key. */
export class HeldRows {
  private readonly keys = new Map<number, number>();
  /** Of rows that were not read on this visit: what was counted when they were. */
  private readonly counts = new Map<number, RowCounts>();

  constructor(private readonly engine: Engine) {}

  has(submission: number): boolean {
    return this.keys.has(submission);
  }

  /** The key of a submission's rows; undefined where they are not here. */
  keyOf(submission: number): number | undefined {
    return this.keys.get(submission);
  }

  /** Takes a submission's rows out of the engine, where they are there. */
  async forget(submission: number): Promise<void> {
    const key = this.keys.get(submission);
    if (key === undefined) return;
    await this.engine.remove(key);
    this.keys.delete(submission);
    this.counts.delete(submission);
  }

  /**
   * Says that the rows under `key` are a submission's.
   * @param counts what was counted when they were read, where that was on another visit
   */
  add(submission: number, key: number, counts?: RowCounts): void {
    this.keys.set(submission, key);
    if (counts) this.counts.set(submission, counts);
    else this.counts.delete(submission);
  }

  /** What was counted on another visit of the rows that are still here, by submission. */
  countedBefore(): ReadonlyMap<number, RowCounts> {
    return this.counts;
  }

  /** Lets these submissions count, as far as their rows are here; the rows of others stay, uncounted. */
  show(submissions: readonly Submission[]): Promise<void> {
    return this.engine.setCurrent(
      submissions.flatMap((submission) => {
        const key = this.keys.get(submission.id);
        return key === undefined ? [] : [{ key, submission }];
      }),
    );
  }

  /** Lets the engine hold and count exactly the submissions that count. */
  async settle(submissions: readonly Submission[]): Promise<void> {
    const effective = effectiveSubmissions(submissions);
    const counting = new Set(effective.map((s) => s.id));
    await this.show(effective);
    for (const id of [...this.keys.keys()]) if (!counting.has(id)) await this.forget(id);
  }
}
