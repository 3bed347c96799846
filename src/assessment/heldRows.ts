import { effectiveSubmissions, type Submission } from '../domain/submission';
import type { Engine } from '../engine/engine';

/** Which submissions have their rows in the engine, under which key. */
export class HeldRows {
  private readonly keys = new Map<number, number>();

  constructor(private readonly engine: Engine) {}

  has(submission: number): boolean {
    return this.keys.has(submission);
  }

  /** Says that the rows under `key` are a submission's. */
  add(submission: number, key: number): void {
    this.keys.set(submission, key);
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
    for (const [id, key] of [...this.keys])
      if (!counting.has(id)) {
        await this.engine.remove(key);
        this.keys.delete(id);
      }
  }
}
