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
