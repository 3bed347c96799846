import { openAsBlob } from 'node:fs';
import { resolve } from 'node:path';

const paths = new WeakMap<Blob, string>();

/** A file of the computer. Read in any part, it fails once the file has changed since. */
export async function fileBlob(path: string): Promise<Blob> {
  const blob = await openAsBlob(path);
  paths.set(blob, resolve(path));
  return blob;
}

/** Where such a file lies; undefined for bytes in memory. */
export const pathOf = (file: Blob): string | undefined => paths.get(file);

/** Asks whether a file is still the one that was opened. @throws NotReadableError where it is not */
export async function assertUnchanged(file: Blob): Promise<void> {
  await file.slice(0, 1).arrayBuffer();
}
