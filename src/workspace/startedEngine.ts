import { QueryError } from '../engine/queryError';
import type { LastVisit, OpenedRows } from './lastVisit';

/** The engine with its rows, started when it is first needed, with what the last visit kept. */
export class StartedEngine {
  private started: Promise<OpenedRows> | null = null;

  constructor(private readonly lastVisit: LastVisit) {}

  get isStarted(): boolean {
    return this.started !== null;
  }

  get(): Promise<OpenedRows> {
    this.started ??= this.lastVisit.open().catch((error) => {
      // Asked again it is tried again: the server may be back.
      this.started = null;
      throw error;
    });
    return this.started;
  }

  /** Lets all rows be read anew where the database fails over what was kept. @throws any other error */
  async anew(error: unknown): Promise<void> {
    if (!(error instanceof QueryError) || !(await this.lastVisit.blame())) throw error;
    (await this.get()).engine.close().catch(() => undefined);
    this.started = null;
  }
}
