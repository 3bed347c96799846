import { type Submission, sameContent } from '../domain/submission';
import { removeEntry, writeEntry } from './entries';
import { ArchiveError, isFull } from './errors';
import { FIRST_VERSION, writeGeneration } from './generations';
import { type HistoryEvent, type Manifest, newManifest } from './manifest';
import { belongingOf, type OfficeMark } from './officeMark';
import { holdReserve } from './opening';
import { OriginalFiles } from './originalFiles';
import { redefinition, type Seen, StandingManifest } from './standingManifest';
import type { ByteStore } from './store';

/** What the rows of a submission come to, as read again. */
export type RowCounts = Pick<Submission, 'rowsRead' | 'rowsAccepted' | 'rowsRejected'>;

/** Outcome of `add`. `same`: it is here already. */
export type Added = { added: Submission } | { same: Submission };

/**
 * The submissions as they came, with their manifest and history. Originals are kept once per SHA-256 and are written
 * before the manifest that names them, so that a manifest never names what is not there.
 */
export class Archive extends StandingManifest {
  private readonly originals = new OriginalFiles(this.store);

  /**
   * Opens the archive of a store; a store that holds nothing is an archive that was not begun. Repairs what it can.
   * @param office whose archive it is
   * @throws ArchiveError `manifest_newer`, `read_failed`, `store_full`, `other_office`; the originals stay as they are
   */
  static async open(store: ByteStore, office: OfficeMark): Promise<Archive> {
    const archive = new Archive(store, office);
    await archive.begin();
    return archive;
  }

  /** `addAll` of a file that is one submission. */
  async add(submission: Omit<Submission, 'id'>, content: Blob): Promise<Added> {
    return (await this.addAll([submission], content))[0] as Added;
  }

  /**
   * Keeps one file with all the submissions that it is, but those that are here already: all of them or none.
   * `sha256` and `bytes` must be those of `content`.
   * @returns what became of each, in order
   * @throws ArchiveError `store_full` or `write_failed`; everything is as before
   */
  async addAll(submissions: readonly Omit<Submission, 'id'>[], content: Blob): Promise<Added[]> {
    const [first] = submissions;
    if (!first) return [];
    const { file, sha256, takenInAt: at, bytes } = first;
    if (content.size !== bytes) throw new RangeError(`${file}: ${content.size} bytes, ${bytes} announced`);
    return this.change(file, async (manifest) => {
      let { nextId } = manifest;
      const outcomes = submissions.map((submission): Added => {
        const same = manifest.submissions.find((s) => !s.withdrawnAt && sameContent(s, submission));
        return same ? { same } : { added: { ...submission, id: nextId++ } };
      });
      const added = outcomes.flatMap((o) => ('added' in o ? [o.added] : []));
      if (added.length === 0) return outcomes;
      const fresh = await this.keep(sha256, content);
      try {
        for (const s of added) await this.writeMakingRoom(() => writeEntry(this.store, s));
        await this.save({
          ...manifest,
          nextId,
          submissions: [...manifest.submissions, ...added],
          unnamed: manifest.unnamed.filter((h) => h !== sha256),
          history: [
            ...manifest.history,
            ...added.map(({ id }) => ({ at, event: 'added' as const, submission: id, file })),
          ],
        });
      } catch (error) {
        // A full disk is not to be filled further by bytes that nothing names.
        const named = manifest.unnamed.includes(sha256) || manifest.submissions.some((s) => s.sha256 === sha256);
        if (fresh && !named) await this.originals.takeBack(sha256);
        for (const { id } of added) await removeEntry(this.store, id).catch(() => undefined);
        throw error;
      }
      return outcomes;
    });
  }

  /**
   * Writes the bytes of a submission again where they were lost or altered.
   * @returns whether they were
   * @throws ArchiveError `changed_elsewhere` where another tab emptied the archive since
   */
  mend({ id, file }: Submission, content: Blob, at: string): Promise<boolean> {
    return this.change(file, async (manifest) => {
      const found = manifest.submissions.find((s) => s.id === id);
      if (!found) throw new ArchiveError('changed_elsewhere');
      const mended = await this.keep(found.sha256, content);
      if (mended) await this.save(manifest, { at, event: 'mended', submission: id, file: found.file });
      return mended;
    });
  }

  /** Withdraws a submission; its bytes stay. Needs no room. @param at ISO instant */
  withdraw(id: number, at: string = new Date().toISOString()): Promise<Submission> {
    return this.mark(id, at, 'withdrawn');
  }

  /** Undoes a withdrawal. @param at ISO instant of the restoration. @throws ArchiveError `same_stands` where the same file came again */
  restore(id: number, at: string = new Date().toISOString()): Promise<Submission> {
    return this.mark(id, at, 'restored');
  }

  /** Corrects the counts of submissions whose rows, read again, come to others (an altered manifest, newer rules). */
  async recount(counts: ReadonlyMap<number, RowCounts>): Promise<void> {
    const differs = (s: Submission) => {
      const c = counts.get(s.id);
      return c && (c.rowsRead !== s.rowsRead || c.rowsAccepted !== s.rowsAccepted);
    };
    if (!this.submissions.some(differs)) return;
    await this.change(undefined, async (manifest) => {
      const submissions = manifest.submissions.map((s) => (differs(s) ? { ...s, ...counts.get(s.id) } : s));
      await this.save({ ...manifest, submissions });
    });
  }

  /** Notes what was done with the archive as a whole. @param at ISO instant */
  async log(event: HistoryEvent['event'], detail: string, at: string = new Date().toISOString()): Promise<void> {
    await this.change(undefined, (manifest) => this.save(manifest, { at, event, submission: null, file: '', detail }));
  }

  /** The bytes of a submission as they came, checked. @throws ArchiveError `original_missing`, `original_altered`, `read_failed` */
  async original(id: number): Promise<Blob> {
    const { file, sha256 } = this.submission(id);
    return this.originals.checked(sha256, file);
  }

  /** The same without the look at their hash, for a reader that makes it itself. */
  async unchecked(id: number): Promise<Blob> {
    const { file, sha256 } = this.submission(id);
    return this.originals.read(sha256, file);
  }

  /** Bytes of an original without a name, checked. @throws ArchiveError as `original` */
  unnamedOriginal(sha256: string): Promise<Blob> {
    return this.originals.checked(sha256, sha256.slice(0, 8));
  }

  /**
   * Begins a new, empty workspace in place of what was seen. Not undoable. Makes room before it needs any.
   * @throws ArchiveError `changed_elsewhere` where something came since
   */
  async empty(seen: Seen): Promise<void> {
    await this.exclusively(undefined, async () => {
      await this.assertSeen(seen);
      const held = this.latest;
      const begun = newManifest(this.office, held?.manifest.nextId);
      await this.cache.clear();
      // First the manifest: if this stops half-way, bytes are left over, but no submission without its bytes.
      try {
        this.latest = await writeGeneration(this.store, held, begun);
      } catch (error) {
        if (!isFull(error)) throw error;
        await this.removeAllBut([held?.slot, FIRST_VERSION]);
        this.latest = await writeGeneration(this.store, held, begun);
      }
      // The new manifest stands: what cannot be removed now is collected at the next start.
      await this.removeAllBut([this.latest.slot, FIRST_VERSION]).catch(() => undefined);
      await holdReserve(this.store).catch(() => undefined);
    });
  }

  /**
   * Leaves an empty workspace altogether, as if none had been begun.
   * @throws ArchiveError `not_empty` where it holds submissions, `changed_elsewhere`
   */
  async discard(seen: Seen): Promise<void> {
    await this.exclusively(undefined, async () => {
      await this.assertSeen(seen);
      if (this.submissions.length > 0 || this.unnamed.length > 0) throw new ArchiveError('not_empty');
      await this.removeAllBut([]);
      this.latest = null;
    });
  }

  /** The manifest as it stands, for export. */
  snapshot(): Manifest & { office: OfficeMark } {
    return this.marked(this.latest?.manifest ?? newManifest(this.office));
  }

  /**
   * Takes over a checked manifest with its originals, by SHA-256, in place of an empty one. It becomes a workspace of its own.
   * @throws ArchiveError `not_empty`, `store_full` or `write_failed`; everything is as before
   */
  async adopt(manifest: Manifest, originals: ReadonlyMap<string, Blob>, event: HistoryEvent): Promise<void> {
    await this.change(undefined, async (held) => {
      if (held.submissions.length > 0 || held.unnamed.length > 0) throw new ArchiveError('not_empty');
      const nextId = Math.max(held.nextId, manifest.nextId);
      const { office: made } = manifest;
      const history = [...manifest.history, { ...event, ...(made && { office: made }) }];
      if (made && belongingOf(made, this.office) === 'redefined')
        history.push(redefinition(made, this.office, event.at));
      const fresh: string[] = [];
      const begins = this.latest === null;
      try {
        // What a killed import leaves beside a manifest is a leftover; beside none it would be rebuilt as half a workspace.
        if (begins) await this.save(held);
        for (const [sha256, blob] of originals) if (await this.keep(sha256, blob)) fresh.push(sha256);
        for (const s of manifest.submissions) await this.writeMakingRoom(() => writeEntry(this.store, s));
        const { workspace } = newManifest(this.office);
        await this.save({ ...manifest, office: this.office, history, workspace, nextId });
      } catch (error) {
        for (const sha256 of fresh) await this.originals.takeBack(sha256);
        for (const s of manifest.submissions) await removeEntry(this.store, s.id).catch(() => undefined);
        if (begins) {
          await this.removeAllBut([]);
          this.latest = null;
        }
        throw error;
      }
    });
    await this.cache.clear();
  }

  private mark(id: number, at: string, event: 'withdrawn' | 'restored'): Promise<Submission> {
    return this.change(undefined, async (manifest) => {
      const found = manifest.submissions.find((s) => s.id === id);
      if (!found) throw new ArchiveError('changed_elsewhere');
      if ((found.withdrawnAt !== null) === (event === 'withdrawn')) return found;
      const twin = (s: Submission) => s.id !== id && !s.withdrawnAt && sameContent(s, found);
      if (event === 'restored' && manifest.submissions.some(twin))
        throw new ArchiveError('same_stands', { file: found.file });
      const marked: Submission = { ...found, withdrawnAt: event === 'withdrawn' ? at : null };
      await this.save(
        { ...manifest, submissions: manifest.submissions.map((s) => (s.id === id ? marked : s)) },
        { at, event, submission: id, file: found.file },
        { useReserve: true },
      );
      // Only read where the manifest is damaged: not worth a failure.
      await writeEntry(this.store, marked).catch(() => undefined);
      return marked;
    });
  }

  /** Writes an original unless it is there already, whole; true where it was written. */
  private async keep(sha256: string, content: Blob): Promise<boolean> {
    if (await this.originals.has(sha256, content)) return false;
    await this.writeMakingRoom(() => this.originals.write(sha256, content));
    return true;
  }
}
