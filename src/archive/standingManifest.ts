import type { Submission } from '../domain/submission';
import { DerivedCache } from './cache';
import { ArchiveError, isFull, writeError } from './errors';
import { type Generation, removeOtherGenerations, writeGeneration } from './generations';
import { type HistoryEvent, type Manifest, newManifest } from './manifest';
import { belongingOf, type OfficeMark, officeMarkText } from './officeMark';
import { latestGeneration, openGeneration, RESERVE, type Rebuilt } from './opening';
import type { ByteStore } from './store';

/** What a tab has seen of an archive; what it destroys is decided on this. */
export type Seen = string;

/**
 * The manifest of an archive as it stands in its store. Every change is made under the store's lock on the manifest as it stands
 * there then: tabs do not overwrite each other's submissions, and none destroys what it has not seen.
 */
export class StandingManifest {
  readonly cache: DerivedCache;
  /** Set where the manifest was damaged when it was opened. */
  rebuilt: Rebuilt | null = null;
  /** Under which definitions it was kept, where those are no longer the office's: figures may differ from those of then. */
  redefined: OfficeMark | null = null;
  protected latest: Generation | null = null;

  protected constructor(
    protected readonly store: ByteStore,
    readonly office: OfficeMark,
  ) {
    this.cache = new DerivedCache(store);
  }

  /** Reads it for the first time. Repairs what it can. */
  protected async begin(): Promise<void> {
    await this.exclusively(undefined, async () => {
      const { latest, rebuilt } = await openGeneration(this.store, this.office);
      this.latest = latest;
      this.rebuilt = rebuilt;
      await this.define();
    });
  }

  /** Notes that the office's definitions are others than those the archive was kept under. */
  private async define(): Promise<void> {
    const manifest = this.latest?.manifest;
    if (!manifest?.office || belongingOf(manifest.office, this.office) !== 'redefined') return;
    this.redefined = manifest.office;
    const event = redefinition(manifest.office, this.office, new Date().toISOString());
    // On a full disk it is said all the same, and noted at the next start.
    await this.save({ ...manifest, office: this.office }, event).catch(() => undefined);
  }

  /** Whether a workspace was begun here: true from the first submission or `empty()` on, even while it holds none. */
  get begun(): boolean {
    return this.latest !== null;
  }

  /** Identity of the workspace: another one after emptying or importing. Null before it is begun. */
  get workspace(): string | null {
    return this.latest?.manifest.workspace ?? null;
  }

  /** Changes with every change of the manifest. */
  get revision(): string {
    return this.latest ? `${this.latest.manifest.workspace}:${this.latest.generation}` : '';
  }

  /** Changes when submissions come, and with the workspace. */
  get seen(): Seen {
    return seenOf(this.latest);
  }

  /** All submissions in order of intake, superseded and withdrawn ones too. */
  get submissions(): readonly Submission[] {
    return this.latest?.manifest.submissions ?? [];
  }

  get history(): readonly HistoryEvent[] {
    return this.latest?.manifest.history ?? [];
  }

  /** SHA-256 of originals that were found without a word of whose they are. */
  get unnamed(): readonly string[] {
    return this.latest?.manifest.unnamed ?? [];
  }

  /** @throws ArchiveError `changed_elsewhere` for an id that is not in the archive any more */
  submission(id: number): Submission {
    const found = this.submissions.find((s) => s.id === id);
    if (!found) throw new ArchiveError('changed_elsewhere');
    return found;
  }

  /** Reads the manifest again, to see what another tab changed. @throws ArchiveError `read_failed`, `manifest_damaged` */
  async refresh(): Promise<void> {
    this.latest = await this.store.exclusively(() => latestGeneration(this.store));
  }

  /** One that an earlier version wrote is of this office: else it had not been opened. */
  protected marked<M extends Manifest>(manifest: M): M & { office: OfficeMark } {
    return { ...manifest, office: manifest.office ?? this.office };
  }

  protected async save(manifest: Manifest, event?: HistoryEvent, { useReserve = false } = {}): Promise<void> {
    const history = event ? [...manifest.history, event] : manifest.history;
    const next = this.marked({ ...manifest, history });
    const write = async () => {
      this.latest = await writeGeneration(this.store, this.latest, next);
    };
    try {
      await this.writeMakingRoom(write);
    } catch (error) {
      if (!useReserve || !isFull(error)) throw error;
      await removeOtherGenerations(this.store, this.latest);
      await this.store.remove(RESERVE);
      await write();
    }
  }

  /** What is derived gives way to what cannot be derived. */
  protected async writeMakingRoom(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      if (!isFull(error) || (await this.store.list('cache/')).length === 0) throw error;
      await this.cache.clear();
      await write();
    }
  }

  protected async removeAllBut(kept: readonly (string | undefined)[]): Promise<void> {
    for (const name of await this.store.list('')) if (!kept.includes(name)) await this.store.remove(name);
  }

  protected async assertSeen(seen: Seen): Promise<void> {
    this.latest = await latestGeneration(this.store);
    if (seenOf(this.latest) !== seen) throw new ArchiveError('changed_elsewhere');
  }

  protected change<T>(file: string | undefined, work: (manifest: Manifest) => Promise<T>): Promise<T> {
    return this.exclusively(file, async () => {
      this.latest = await latestGeneration(this.store);
      return work(this.latest?.manifest ?? newManifest(this.office));
    });
  }

  protected exclusively<T>(file: string | undefined, work: () => Promise<T>): Promise<T> {
    return this.store.exclusively(async () => {
      try {
        return await work();
      } catch (error) {
        throw error instanceof RangeError ? error : writeError(error, file);
      }
    });
  }
}

/** That an archive is kept under other definitions from now on. */
export const redefinition = (before: OfficeMark, office: OfficeMark, at: string): HistoryEvent => ({
  at,
  event: 'redefined',
  submission: null,
  file: '',
  detail: `${officeMarkText(office)}的配置已由 ${before.hash.slice(0, 8)} 改为 ${office.hash.slice(0, 8)}，同样的报送算出的数字可能与以前不同`,
  office,
});

const seenOf = (latest: Generation | null): Seen =>
  latest ? `${latest.manifest.workspace}:${latest.manifest.nextId}` : '';
