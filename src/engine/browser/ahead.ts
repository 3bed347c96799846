import type { Database } from '../port';
import { openBrowserDatabase } from './duckdb';

/** The first database of the page, in the worker that was started before it. It starts when this module is loaded, before the page is run. */
let ahead: Promise<Database> | null = openBrowserDatabase();
// Whoever takes it is told.
ahead.catch(() => undefined);

/** A database of one's own: the one that was started with the page, then others. */
export function startedDatabase(): Promise<Database> {
  const database = ahead ?? openBrowserDatabase();
  ahead = null;
  return database;
}
