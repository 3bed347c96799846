import type * as z from 'zod';
import type { Catalogue } from './catalogue/catalogue';
import { inFile } from './faults/claims';
import { PROFILE_FILES, type Profile, type ProfileFile } from './profile';
import { profileFaults } from './profileFaults';
import { type DatedScheme, datedSchemeFaults, type SchemeOf } from './scheme';

/** A profile that cannot be used; every fault has its file and path. */
export class ProfileError extends Error {
  constructor(readonly faults: string[]) {
    super(`方案配置有误，未载入：\n${faults.join('\n')}`);
    this.name = 'ProfileError';
  }
}

/** Checks one parsed file against its schema. @throws ProfileError with `file → path: reason` of every fault */
export function checkFile<F extends ProfileFile>(file: F, content: unknown): z.infer<(typeof PROFILE_FILES)[F]> {
  const result = PROFILE_FILES[file].safeParse(content);
  if (!result.success)
    throw new ProfileError(
      result.error.issues.map((i) => `${file}.json → ${i.path.map(String).join('.') || '（整个文件）'}：${i.message}`),
    );
  return result.data as z.infer<(typeof PROFILE_FILES)[F]>;
}

/** A scheme alone, in place of a profile's. @throws ProfileError */
export function readScheme(office: SchemeOf, content: unknown): DatedScheme {
  const scheme = checkFile('scheme', content);
  const faults = inFile('scheme', datedSchemeFaults(office, scheme));
  if (faults.length) throw new ProfileError(faults);
  return scheme;
}

/**
 * Reads a profile from its parsed files and checks what the files say of each other.
 * @param files one parsed JSON document per name in PROFILE_FILES
 * @throws ProfileError listing every fault with its path
 */
export function readProfile(catalogue: Catalogue, files: Record<ProfileFile, unknown>): Profile {
  const faults: string[] = [];
  const checked: Partial<Record<ProfileFile, unknown>> = {};
  for (const name of Object.keys(PROFILE_FILES) as ProfileFile[]) {
    try {
      checked[name] = checkFile(name, files[name]);
    } catch (error) {
      if (!(error instanceof ProfileError)) throw error;
      faults.push(...error.faults);
    }
  }
  if (faults.length) throw new ProfileError(faults);
  const { profile, ...rest } = checked;
  const whole = { ...(profile as object), ...rest } as Profile;
  faults.push(...profileFaults(catalogue, whole));
  if (faults.length) throw new ProfileError(faults);
  return whole;
}
