import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// Servers live where the PATH of an ordinary user does not look.
const ALSO = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin'];

/**
 * True for a file that may be started.
 * @param {string} path
 */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Full path of the first of these commands that is installed.
 * @param {string[]} names
 * @returns {string | undefined}
 */
export function which(...names) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...ALSO].filter(Boolean);
  const suffixes = process.platform === 'win32' ? ['.exe', ''] : [''];
  for (const name of names)
    for (const folder of folders)
      for (const suffix of suffixes) {
        const path = join(folder, name + suffix);
        if (isExecutable(path)) return path;
      }
  return undefined;
}
