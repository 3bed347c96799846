import type { Submission } from '../domain/submission';
import { DerivedCache } from './cache';
import { ArchiveError, isFull, writeError } from './errors';
import { withLock } from './lock';
import { type HistoryEvent, MANIFEST, type Manifest, manifestBlob, newManifest, parseManifest } from './manifest';
import { sha256Of } from './sha256';
import type { ByteStore } from './store';

const original = (sha256: string): string => `originals/${sha256}`;

/**
 * The submissions as they came, with their manifest and history. Originals are kept once per SHA-256 and are written
 * before the manifest that names them, so that a manifest never names what is not there. Every change is made under a
 * lock on the manifest as it stands in the store then: two tabs do not overwrite each other's submissions.
 */
export class Archive {
  readonly cache: DerivedCache;

  private constructor(
    private readonly store: ByteStore,
    private manifest: Manifest | null,
  ) {
    this.cache = new DerivedCache(store);
  }

  /**
   * Opens the archive of a store; a store without manifest is an empty archive. Writes nothing.
   * @throws ArchiveError `manifest_damaged` or `manifest_newer`; the bytes stay as they are
   */
  static async open(store: ByteStore): Promise<Archive> {
    return new Archive(store, await withLock(store.id, () => readManifest(store)));
  }

  /** Empties a store whose manifest cannot be read (the person chose so). Returns the empty archive. */
  static async reset(store: ByteStore): Promise<Archive> {
    const archive = new Archive(store, null);
    await archive.empty();
    return archive;
  }

  /** Whether a workspace was begun here: true from the first submission or `empty()` on, even while it holds none. */
  get begun(): boolean {
    return this.manifest !== null;
  }

  /** Id of the workspace, kept through export and import; null before it is begun. */
  get workspace(): string | null {
    return this.manifest?.workspace ?? null;
  }

  /** All submissions in order of intake, superseded and withdrawn ones too. */
  get submissions(): readonly Submission[] {
    return this.manifest?.submissions ?? [];
  }

  get history(): readonly HistoryEvent[] {
    return this.manifest?.history ?? [];
  }

  /** @throws RangeError for an id that is not in the archive */
  submission(id: number): Submission {
    const found = this.submissions.find((s) => s.id === id);
    if (!found) throw new RangeError(`no submission ${id}`);
    return found;
  }

  /** Reads the manifest again, to see what another tab changed. @throws ArchiveError as `open` */
  async refresh(): Promise<void> {
    this.manifest = await withLock(this.store.id, () => readManifest(this.store));
  }

  /**
   * Keeps one file. `sha256` and `bytes` must be those of `content`.
   * @returns the submission with its id
   * @throws ArchiveError `store_full` or `write_failed`; everything is as before
   */
  async add(submission: Omit<Submission, 'id'>, content: Blob): Promise<Submission> {
    if (content.size !== submission.bytes)
      throw new RangeError(`${submission.file}: ${content.size} bytes, ${submission.bytes} announced`);
    return this.change(submission.file, async (manifest) => {
      const fresh = await this.keep(submission.sha256, content);
      const added: Submission = { ...submission, id: manifest.nextId };
      try {
        await this.save(
          {
            ...manifest,
            nextId: added.id + 1,
            submissions: [...manifest.submissions, added],
          },
          { at: added.takenInAt, event: 'added', submission: added.id, file: added.file },
        );
      } catch (error) {
        // A full disk is not to be filled further by bytes that nothing names.
        if (fresh) await this.store.remove(original(added.sha256)).catch(() => undefined);
        throw error;
      }
      return added;
    });
  }

  /** Withdraws a submission; its bytes stay. @param at ISO instant */
  withdraw(id: number, at: string = new Date().toISOString()): Promise<Submission> {
    return this.mark(id, at, 'withdrawn');
  }

  /** Undoes a withdrawal. @param at ISO instant of the restoration */
  restore(id: number, at: string = new Date().toISOString()): Promise<Submission> {
    return this.mark(id, at, 'restored');
  }

  /** The bytes of a submission as they came. @throws ArchiveError `original_missing` */
  async original(id: number): Promise<Blob> {
    const { file, sha256, bytes } = this.submission(id);
    const blob = await this.store.read(original(sha256));
    if (!blob) throw new ArchiveError('original_missing', { file });
    if (blob.size !== bytes) throw new ArchiveError('original_altered', { file });
    return blob;
  }

  /** Checks a submission's bytes against its SHA-256. @throws ArchiveError `original_missing` or `original_altered` */
  async verify(id: number): Promise<void> {
    const { file, sha256 } = this.submission(id);
    if ((await sha256Of(await this.original(id))) !== sha256) throw new ArchiveError('original_altered', { file });
  }

  /** Begins a new, empty workspace. Not undoable. */
  async empty(): Promise<void> {
    await this.exclusively(undefined, async () => {
      const begun = newManifest();
      // First the manifest: if this stops half-way, bytes are left over, but no submission without its bytes.
      await this.store.write(MANIFEST, manifestBlob(begun));
      this.manifest = begun;
      for (const name of await this.store.list('')) if (name !== MANIFEST) await this.store.remove(name);
    });
  }

  /** Leaves the workspace altogether, as if none had been begun. Not undoable. */
  async discard(): Promise<void> {
    await this.exclusively(undefined, async () => {
      await this.store.remove(MANIFEST);
      this.manifest = null;
      await this.store.clear();
    });
  }

  /** The manifest as it stands, for export. */
  snapshot(): Manifest {
    return this.manifest ?? newManifest();
  }

  /**
   * Takes over a checked manifest with its originals, by SHA-256, in place of an empty one.
   * @throws ArchiveError `not_empty`, `store_full` or `write_failed`; everything is as before
   */
  async adopt(manifest: Manifest, originals: ReadonlyMap<string, Blob>): Promise<void> {
    await this.change(undefined, async (held) => {
      if (held.submissions.length > 0) throw new ArchiveError('not_empty');
      const fresh: string[] = [];
      try {
        for (const [sha256, blob] of originals) if (await this.keep(sha256, blob)) fresh.push(sha256);
        await this.save(manifest);
      } catch (error) {
        for (const sha256 of fresh) await this.store.remove(original(sha256)).catch(() => undefined);
        throw error;
      }
    });
    await this.cache.clear();
  }

  private mark(id: number, at: string, event: 'withdrawn' | 'restored'): Promise<Submission> {
    return this.change(undefined, async (manifest) => {
      const found = manifest.submissions.find((s) => s.id === id);
      if (!found) throw new RangeError(`no submission ${id}`);
      if ((found.withdrawnAt !== null) === (event === 'withdrawn')) return found;
      const marked: Submission = { ...found, withdrawnAt: event === 'withdrawn' ? at : null };
      await this.save(
        { ...manifest, submissions: manifest.submissions.map((s) => (s.id === id ? marked : s)) },
        { at, event, submission: id, file: found.file },
      );
      return marked;
    });
  }

  /** Writes an original unless it is there already; true where it was written. */
  private async keep(sha256: string, content: Blob): Promise<boolean> {
    const held = await this.store.read(original(sha256));
    if (held?.size === content.size) return false;
    await this.writeMakingRoom(original(sha256), content);
    return true;
  }

  private async save(manifest: Manifest, event?: HistoryEvent): Promise<void> {
    const next = event ? { ...manifest, history: [...manifest.history, event] } : manifest;
    await this.writeMakingRoom(MANIFEST, manifestBlob(next));
    this.manifest = next;
  }

  /** What is derived gives way to what cannot be derived. */
  private async writeMakingRoom(name: string, blob: Blob): Promise<void> {
    try {
      await this.store.write(name, blob);
    } catch (error) {
      if (!isFull(error) || (await this.store.list('cache/')).length === 0) throw error;
      await this.cache.clear();
      await this.store.write(name, blob);
    }
  }

  private change<T>(file: string | undefined, work: (manifest: Manifest) => Promise<T>): Promise<T> {
    return this.exclusively(file, async () => {
      this.manifest = await readManifest(this.store);
      return work(this.manifest ?? newManifest());
    });
  }

  private exclusively<T>(file: string | undefined, work: () => Promise<T>): Promise<T> {
    return withLock(this.store.id, async () => {
      try {
        return await work();
      } catch (error) {
        throw error instanceof RangeError ? error : writeError(error, file);
      }
    });
  }
}

/** Under the lock only: a file that another tab replaces while it is read cannot be read to its end. */
async function readManifest(store: ByteStore): Promise<Manifest | null> {
  let text: string | undefined;
  try {
    text = await (await store.read(MANIFEST))?.text();
  } catch (error) {
    throw new ArchiveError('read_failed', { detail: String(error) }, { cause: error });
  }
  return text === undefined ? null : parseManifest(text);
}
