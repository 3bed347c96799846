import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Office } from '../../src/domain/office';
import { FIRST_PROFILE, PROFILE_ID } from '../../src/domain/profile';
import { loadOffice as load } from '../../src/domain/readOffice';
import { ProfileError, readScheme } from '../../src/domain/readProfile';
import type { DatedScheme } from '../../src/domain/scheme';

const SHIPPED = fileURLToPath(new URL('../../public/profiles', import.meta.url));

/** Folder of a profile that the program ships. */
export const shippedProfile = (id: string): string => join(SHIPPED, id);

/**
 * The folder that `--profile` means: a folder, or the id of a profile that the program ships; the first one where nothing is
 * said.
 * @throws ProfileError where there is neither, naming those that there are
 */
export function profileFolder(given: string | null): string {
  if (given === null) return shippedProfile(FIRST_PROFILE);
  if (existsSync(given)) return given;
  if (PROFILE_ID.test(given) && existsSync(shippedProfile(given))) return shippedProfile(given);
  const ids = readdirSync(SHIPPED, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? [e.name] : []));
  throw new ProfileError([`--profile ${given}：没有这个文件夹，程序自带的配置是 ${ids.join('、')}`]);
}

/** The program's own; a profile may bring more in its folder. */
const CATALOGUE = fileURLToPath(new URL('../../public/catalogue', import.meta.url));

/** Reads a profile folder, with what it takes of the catalogue. @throws ProfileError, CatalogueError naming file and path of every fault */
export const loadOffice = (folder: string): Promise<Office> =>
  load(
    (path) => readJson(join(folder, path)),
    (path) => readJson(join(CATALOGUE, path)),
  );

/** Reads a scheme file in place of the profile's. @throws ProfileError */
export const loadScheme = async (office: Office, file: string): Promise<DatedScheme> =>
  readScheme(office, await readJson(file));

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new ProfileError([`${file}：${(error as Error).message}`]);
  }
}
