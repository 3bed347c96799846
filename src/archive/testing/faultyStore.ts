import { MemoryStore } from '../memory';

/** A memory store whose writes can be made to fail, before or half-way. */
export class FaultyStore extends MemoryStore {
  /** Asked before each write; an error returned is thrown and the write does not happen. */
  fault: (name: string) => unknown = () => undefined;
  readonly writes: string[] = [];

  override async write(name: string, blob: Blob): Promise<void> {
    const error = this.fault(name);
    if (error) throw error;
    this.writes.push(name);
    await super.write(name, blob);
  }
}

export const quotaError = (): DOMException => new DOMException('The quota has been exceeded.', 'QuotaExceededError');

/** A memory store with a quota: a write needs room for the new bytes while the old ones are still there. */
export class FullStore extends MemoryStore {
  /** Bytes that may lie here. */
  limit = Number.POSITIVE_INFINITY;
  private readonly sizes = new Map<string, number>();

  size(): number {
    return [...this.sizes.values()].reduce((sum, n) => sum + n, 0);
  }

  override async write(name: string, blob: Blob): Promise<void> {
    if (this.size() + blob.size > this.limit) throw quotaError();
    await super.write(name, blob);
    this.sizes.set(name, blob.size);
  }

  override async remove(name: string): Promise<void> {
    await super.remove(name);
    this.sizes.delete(name);
  }
}
