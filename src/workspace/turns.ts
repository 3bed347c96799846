/**
 * How a work stands to those that wait with it. `change`: what was asked before it is answered before it, the rest after.
 * `question`: as it comes. `number`: a question of how many alone, which stands beside what is looked at: it lets questions pass.
 */
export type TurnKind = 'change' | 'question' | 'number';

interface Turn {
  kind: TurnKind;
  run(): Promise<unknown>;
}

/** Runs work one after another, each alone, and does what can wait once nothing has been asked for a while. */
export class Turns {
  private readonly waiting: Turn[] = [];
  private isRunning = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Works that were asked for and have not ended. */
  private asked = 0;

  /** @param lull milliseconds of quiet before `rest` */
  constructor(
    private readonly lull: number,
    private readonly rest: () => Promise<void>,
  ) {}

  take<T>(work: () => Promise<T>, kind: TurnKind = 'change'): Promise<T> {
    clearTimeout(this.timer);
    this.asked++;
    const result = this.queued(work, kind);
    result.then(this.ended, this.ended);
    return result;
  }

  /** `take` of what was not asked for. */
  atRest<T>(work: () => Promise<T>): Promise<T> {
    return this.queued(work, 'change');
  }

  private queued<T>(work: () => Promise<T>, kind: TurnKind): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.waiting.push({ kind, run: () => new Promise<T>((done) => done(work())).then(resolve, reject) });
      // Whatever is asked in one go is there before the first of it is chosen.
      if (!this.isRunning) void this.runAll();
    });
  }

  private async runAll(): Promise<void> {
    this.isRunning = true;
    await Promise.resolve();
    for (let turn = this.next(); turn; turn = this.next()) await turn.run();
    this.isRunning = false;
  }

  /** Takes out whose turn it is: of what was asked before the first change a question, then a number. */
  private next(): Turn | undefined {
    const change = this.waiting.findIndex((t) => t.kind === 'change');
    const question = this.waiting.findIndex((t) => t.kind === 'question');
    const isFirst = question >= 0 && (change < 0 || question < change);
    return this.waiting.splice(isFirst ? question : 0, 1)[0];
  }

  private readonly ended = (): void => {
    this.asked--;
    if (this.asked > 0) return;
    this.timer = setTimeout(() => void this.rest().catch(() => undefined), this.lull);
  };
}
