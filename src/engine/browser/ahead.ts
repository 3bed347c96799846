import type { Database } from '../port';
import { openBrowserDatabase } from './duckdb';

/**
 * The first database of the page. It starts when this module is loaded, which is to be before all else: it takes most of the
 * time until the first answer, and needs nothing of what is loaded meanwhile.
 */
let ahead: Promise<Database> | null = openBrowserDatabase();
// Whoever takes it is told.
ahead.catch(() => undefined);

/** A database of one's own: the one that was started with the page, then others. */
export function startedDatabase(): Promise<Database> {
  const database = ahead ?? openBrowserDatabase();
  ahead = null;
  return database;
}
