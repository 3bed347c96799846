import type { Archive } from '../archive/archive';
import { ArchiveError } from '../archive/errors';
import type { Submission } from '../domain/submission';
import type { FileReader } from '../intake/read/reader';

/** `there`: as long as it was, its bytes still to be read. `altered`: they are not what they were, or could not be read. */
type Found = 'there' | 'proven' | 'altered';

/**
 * What is known of originals whose rows are not read from them on this visit: those of kept rows, and of versions that were
 * replaced, which count no rows but a day of receipt. That one is missing is seen at once, that its bytes are others a little later.
 */
export class Originals {
  private readonly found = new Map<number, Found>();
  private checking = new AbortController();

  constructor(
    private readonly archive: Archive,
    private readonly reader: FileReader,
  ) {}

  /** Whether an original was there when it was looked at, and nothing is known against it. */
  has(id: number): boolean {
    return this.found.has(id) && this.found.get(id) !== 'altered';
  }

  /** Whether it was found altered: nothing is to be read from it before it is looked at again. */
  isAltered(id: number): boolean {
    return this.found.get(id) === 'altered';
  }

  /** Looks whether it is there; one that was found altered is read through. @throws ArchiveError */
  async look({ id, file, bytes }: Submission): Promise<void> {
    if (this.found.get(id) === 'altered') {
      await this.archive.original(id);
      this.found.set(id, 'proven');
      return;
    }
    const { size } = await this.archive.unchecked(id);
    if (size !== bytes) throw new ArchiveError('original_altered', { file });
    this.found.set(id, 'there');
  }

  /** Ends a `check`: there is something else to do. */
  stop(): void {
    this.checking.abort();
  }

  /** Numbers of another workspace's submissions mean nothing here. */
  forget(): void {
    this.stop();
    this.found.clear();
  }

  /**
   * Holds the bytes of those that were only looked at against their hashes, one after the other, until it is stopped.
   * @returns those found altered
   */
  async check(submissions: readonly Submission[]): Promise<number[]> {
    this.stop();
    this.checking = new AbortController();
    const { signal } = this.checking;
    const altered: number[] = [];
    for (const s of submissions) {
      if (this.found.get(s.id) !== 'there') continue;
      const whole = await this.isWhole(s, signal);
      if (signal.aborted) break;
      this.found.set(s.id, whole ? 'proven' : 'altered');
      if (!whole) altered.push(s.id);
    }
    return altered;
  }

  private async isWhole({ id, sha256 }: Submission, signal: AbortSignal): Promise<boolean> {
    const told = await this.archive
      .unchecked(id)
      .then((blob) => this.reader.hash(blob, signal))
      .catch(() => null);
    if (told === sha256 || signal.aborted) return true;
    // It may be the reader that failed, whose program could not be fetched: that says nothing of the bytes.
    return this.archive.original(id).then(
      () => true,
      () => false,
    );
  }
}
