/**
 * How a work stands to those that wait with it. `change`: what was asked before it is answered before it, the rest after.
 * `question`: as it comes. `number`: a question of how many alone, which stands beside what is looked at: it lets questions pass.
 */
export type TurnKind = 'change' | 'question' | 'number';

interface Turn {
  kind: TurnKind;
  run(): Promise<unknown>;
}

/**
 * Milliseconds that a number waits behind a question: a list whose first page has come asks at once for what it cannot be shown
 * without.
 */
const BEHIND = 100;

/** Runs work one after another, each alone, and does what can wait once nothing has been asked for a while. */
export class Turns {
  private readonly waiting: Turn[] = [];
  private isRunning = false;
  /** Ends the waiting of a number, where there is one. */
  private come: (() => void) | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Works that were asked for and have not ended. */
  private asked = 0;
  /** Works that were ever asked for. */
  private taken = 0;

  /** @param lull milliseconds of quiet before `rest` */
  constructor(
    private readonly lull: number,
    private readonly rest: () => Promise<void>,
  ) {}

  take<T>(work: () => Promise<T>, kind: TurnKind = 'change'): Promise<T> {
    clearTimeout(this.timer);
    this.asked++;
    this.taken++;
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
      this.come?.();
      // Whatever is asked in one go is there before the first of it is chosen.
      if (!this.isRunning) void this.runAll();
    });
  }

  private async runAll(): Promise<void> {
    this.isRunning = true;
    await Promise.resolve();
    for (let turn = this.next(); turn; turn = this.next()) {
      await turn.run();
      const { waiting } = this;
      if (turn.kind === 'question' && waiting.length > 0 && waiting.every(({ kind }) => kind === 'number'))
        await this.another();
    }
    this.isRunning = false;
  }

  /** Until something else is asked, or nothing is for a while. */
  private another(): Promise<void> {
    return new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, BEHIND);
      this.come = () => {
        clearTimeout(timer);
        resolve();
      };
    }).finally(() => {
      this.come = null;
    });
  }

  /** Resolves once nothing is under way, and nothing was asked for so many milliseconds. */
  async quiet(ms: number): Promise<void> {
    for (let before = -1; this.asked > 0 || this.taken !== before; ) {
      before = this.taken;
      await new Promise((resolve) => setTimeout(resolve, ms));
    }
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
