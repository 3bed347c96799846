/** Runs work one after another, each alone, and does what can wait once nothing has been asked for a while. */
export class Turns {
  private queue: Promise<unknown> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Works that were asked for and have not ended. */
  private asked = 0;

  /** @param lull milliseconds of quiet before `rest` */
  constructor(
    private readonly lull: number,
    private readonly rest: () => Promise<void>,
  ) {}

  take<T>(work: () => Promise<T>): Promise<T> {
    clearTimeout(this.timer);
    this.asked++;
    const result = this.atRest(work);
    result.then(this.ended, this.ended);
    return result;
  }

  /** `take` of what was not asked for. */
  atRest<T>(work: () => Promise<T>): Promise<T> {
    const result = this.queue.then(work, work);
    this.queue = result.catch(() => undefined);
    return result;
  }

  private readonly ended = (): void => {
    this.asked--;
    if (this.asked > 0) return;
    this.timer = setTimeout(() => void this.rest().catch(() => undefined), this.lull);
  };
}
