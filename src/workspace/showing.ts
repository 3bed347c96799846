import { messageOf } from '../domain/failure';
import { hasSample } from '../domain/office';
import type { Engine } from '../engine/engine';
import { Cancelled } from '../engine/port';
import type { DeskTools } from './deskTools';
import type { Sample } from './sample';
import { syncArchive } from './syncArchive';

/** Milliseconds within which a failure answers whatever else was waiting. */
const SAME_FAILURE = 3000;

/**
 * Keeps rows and state in step with the archive as last read: its submissions, or the sample. Runs in turns of the desk, so
 * that every answer is of one manifest.
 */
export class Showing {
  /** Identity of the workspace whose rows are in the engine; null for the sample, undefined for none. */
  private shown: string | null | undefined;
  /** The manifest that the state shows. */
  private revision: string | null = null;
  private complete = false;
  /** Why what is shown could not be read, and when that was found. */
  private failure: { error: unknown; at: number } | null = null;
  /** Acts under way that leave the workspace shown: what is asked of it meanwhile is not read to its end for that. */
  private leaving = 0;
  private reading = new AbortController();

  constructor(
    private readonly desk: DeskTools,
    private readonly sample: Sample,
  ) {}

  /** Whether what is shown was read to its end. */
  get isComplete(): boolean {
    return this.complete;
  }

  /** Ends the reading of what is kept, or of the sample, at once: real work begins. */
  stopReading(): void {
    this.reading.abort();
  }

  /** Says that the rows in the engine are those of the archive. */
  holds(): void {
    this.shown = this.desk.archive.workspace;
  }

  /** Reads what is missing and shows it. */
  async show(): Promise<void> {
    const { archive, originals, state, engine } = this.desk;
    this.reading = new AbortController();
    originals.stop();
    const { workspace, revision } = archive;
    const whole = this.complete && this.shown === workspace;
    this.complete = false;
    try {
      await this.bring(whole).catch((error) => engine.anew(error).then(() => this.bring(whole)));
      this.complete = true;
      this.failure = null;
      // As it was before: what another tab did meanwhile is still to be shown.
      this.revision = revision;
    } catch (error) {
      if (error instanceof Cancelled) {
        state.set({ loading: null });
        return;
      }
      this.failure = { error, at: Date.now() };
      const message = messageOf(error);
      state.set({ ...state.unread(), loading: null, faults: [{ submission: 0, file: '', message }] });
      throw error;
    }
  }

  /** @param whole whether the sample stands already */
  private async bring(whole: boolean): Promise<void> {
    const { office, archive, originals, engine } = this.desk;
    const { workspace } = archive;
    if (this.shown !== workspace) {
      // Numbers of another workspace's submissions mean nothing here.
      if (engine.isStarted) await (await engine.get()).rows.settle([]);
      originals.forget();
      this.shown = workspace;
    }
    const { signal } = this.reading;
    if (workspace !== null || !hasSample(office)) await syncArchive(this.desk, signal);
    else if (!whole) await this.sample.load(signal);
  }

  /** Shows the archive again, where what it holds was changed by another tab. */
  async follow(): Promise<void> {
    const { archive } = this.desk;
    await archive.refresh();
    if (archive.revision !== this.revision) await this.show();
  }

  /** Answers a question of what is shown, once that has been read to its end; where that failed it is tried again. */
  async ask<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
    if (!this.complete && this.leaving === 0) {
      // Questions that waited for the same failure do not each wait for another.
      if (this.failure && Date.now() - this.failure.at < SAME_FAILURE) throw this.failure.error;
      await this.show();
    }
    if (!this.complete) throw new Error('正在更换工作区，请稍候。');
    const { engine } = this.desk;
    const asked = async () => work((await engine.get()).engine);
    return asked().catch(async (error) => {
      await engine.anew(error);
      this.complete = false;
      await this.show();
      return asked();
    });
  }

  /** Whatever `work` changes of the archive is shown, also where another tab was first. */
  async after<T>(work: () => Promise<T>): Promise<T> {
    const { parts, state } = this.desk;
    try {
      const result = await work();
      parts.changed();
      // Done is done: a failure to show it is told by the state.
      await this.show().catch(() => undefined);
      return result;
    } catch (error) {
      state.set({ loading: null });
      await this.follow().catch(() => undefined);
      // What ended the reading must not leave it undone.
      if (!this.complete) await this.show().catch(() => undefined);
      throw error;
    }
  }

  /** Says that `act` will leave the workspace shown, from now until it has. */
  leave<T>(act: () => Promise<T>): Promise<T> {
    this.leaving++;
    return act().finally(() => {
      this.leaving--;
    });
  }
}
