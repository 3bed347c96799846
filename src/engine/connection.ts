import type { TypedRows } from '../domain/typedRows';
import type { Database, Target } from './port';

/** Rows that are committed together at most: until then they take ten times their room where tables are compressed. */
const ROWS_UNCOMMITTED = 500_000;

/** The one connection to a database, one statement at a time: whatever is asked waits for what was asked before it. */
export class Connection {
  private queue: Promise<unknown> = Promise.resolve();
  /** Number of rows that were added and are not committed yet; null where no transaction is open. */
  private uncommitted: number | null = null;

  constructor(readonly db: Database) {}

  /** Runs `work` alone on the connection, after everything asked before it. */
  alone<T>(work: (db: Database) => Promise<T>): Promise<T> {
    return this.queued(async () => {
      await this.commit();
      return work(this.db);
    });
  }

  /**
   * Adds rows, one transaction for the many that are added without a question between: committed batch by batch DuckDB
   * writes each row twice. Where adding fails, what is then counted of the same transaction is short.
   */
  append(target: Target, rows: TypedRows): Promise<void> {
    return this.queued(async () => {
      if (this.uncommitted === null) await this.db.run('BEGIN');
      this.uncommitted ??= 0;
      try {
        await this.db.append(target, rows);
      } catch (error) {
        this.uncommitted = null;
        await this.db.run('ROLLBACK').catch(() => undefined);
        throw error;
      }
      this.uncommitted += rows.rows;
      if (this.uncommitted >= ROWS_UNCOMMITTED) await this.commit();
    });
  }

  private async commit(): Promise<void> {
    if (this.uncommitted === null) return;
    this.uncommitted = null;
    await this.db.run('COMMIT');
  }

  private queued<T>(work: () => Promise<T>): Promise<T> {
    const result = this.queue.then(work, work);
    this.queue = result.catch(() => undefined);
    return result;
  }
}
