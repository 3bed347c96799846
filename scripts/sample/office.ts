import { readFileSync } from 'node:fs';
import { type Office, officeOf } from '../../src/domain/office';
import { PROFILE_FILES, type ProfileFile } from '../../src/domain/profile';
import { readProfile } from '../../src/domain/readProfile';

const FOLDER = new URL('../../public/profiles/qinghai-2017/', import.meta.url);

/** The profile that the sample is made for. @throws ProfileError when it is not valid */
export function sampleOffice(): Office {
  const names = Object.keys(PROFILE_FILES) as ProfileFile[];
  const files = names.map((name) => [name, JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8'))]);
  return officeOf(readProfile(Object.fromEntries(files)));
}
