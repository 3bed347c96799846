import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Office } from '../../src/domain/office';
import { loadOffice as load } from '../../src/domain/readOffice';
import { ProfileError, readScheme } from '../../src/domain/readProfile';
import type { Scheme } from '../../src/domain/scheme';

/** The program's own; a profile may bring more in its folder. */
const CATALOGUE = fileURLToPath(new URL('../../public/catalogue', import.meta.url));

/** Reads a profile folder, with what it takes of the catalogue. @throws ProfileError, CatalogueError naming file and path of every fault */
export const loadOffice = (folder: string): Promise<Office> =>
  load(
    (path) => readJson(join(folder, path)),
    (path) => readJson(join(CATALOGUE, path)),
  );

/** Reads a scheme file in place of the profile's. @throws ProfileError */
export const loadScheme = async ({ catalogue }: Office, file: string): Promise<Scheme> =>
  readScheme(catalogue, await readJson(file));

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new ProfileError([`${file}：${(error as Error).message}`]);
  }
}
