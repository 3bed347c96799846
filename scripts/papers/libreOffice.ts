import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Converts files by LibreOffice into a folder, each under its own name with the new ending.
 * @param to `pdf`, `xlsx`
 * @throws Error with what it said where it could not
 */
export async function convert(files: readonly string[], to: string, folder: string): Promise<void> {
  // A profile of its own: one that is open elsewhere would take the work, or refuse it.
  const profile = await mkdtemp(join(tmpdir(), 'kaoping-office-'));
  const args = [
    `-env:UserInstallation=${pathToFileURL(profile)}`,
    '--headless',
    '--convert-to',
    to,
    '--outdir',
    folder,
  ];
  try {
    await new Promise<void>((resolve, reject) => {
      execFile('soffice', [...args, ...files], { timeout: 300_000 }, (error, out, err) =>
        error ? reject(new Error(`soffice: ${error.message}\n${out}${err}`)) : resolve(),
      );
    });
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

/** Pages of a PDF as LibreOffice writes it. */
export async function pagesOf(pdf: string): Promise<number> {
  const text = (await readFile(pdf)).toString('latin1');
  return [...text.matchAll(/\/Type\s*\/Page(?![a-zA-Z])/g)].length;
}
