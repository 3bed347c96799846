/** An error that can tell a technician more than its message tells the person: `details` is what a button copies. */
export interface Detailed extends Error {
  readonly details: string;
}

/** The sentence of whatever was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Whatever was thrown, as an Error. */
export const errorOf = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/** What a technician needs beside the sentence; null where there is no more. */
export const detailsOf = (error: unknown): string | null =>
  error instanceof Error && 'details' in error && typeof error.details === 'string' ? error.details : null;
