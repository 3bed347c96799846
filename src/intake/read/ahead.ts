import type { Batch } from '../sheet';

/** The batches of a sheet, of which the next can be looked at before it is taken: a header may lie across their border. */
export class Ahead {
  private readonly batches: AsyncIterator<Batch>;
  private next: Batch | null = null;

  constructor(batches: AsyncIterable<Batch>) {
    this.batches = batches[Symbol.asyncIterator]();
  }

  /** The batch behind the one taken last; null behind the last one. */
  async look(): Promise<Batch | null> {
    if (!this.next) {
      const { value, done } = await this.batches.next();
      this.next = done ? null : value;
    }
    return this.next;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Batch> {
    try {
      for (let batch = await this.look(); batch; batch = await this.look()) {
        this.next = null;
        yield batch;
      }
    } finally {
      await this.batches.return?.();
    }
  }
}
