import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROFILE_FILES, type Profile, type ProfileFile } from '../../src/domain/profile';
import { checkFile, ProfileError, readProfile } from '../../src/domain/readProfile';
import type { Scheme } from '../../src/domain/scheme';

/** Reads a profile folder. @throws ProfileError naming file and path of every fault */
export async function loadProfile(folder: string): Promise<Profile> {
  const files = {} as Record<ProfileFile, unknown>;
  for (const name of Object.keys(PROFILE_FILES) as ProfileFile[])
    files[name] = await readJson(join(folder, `${name}.json`));
  return readProfile(files);
}

/** Reads a scheme file in place of the profile's. @throws ProfileError */
export const loadScheme = async (file: string): Promise<Scheme> => checkFile('scheme', await readJson(file));

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new ProfileError([`${file}：${(error as Error).message}`]);
  }
}
