import { readFileSync } from 'node:fs';
import { type Office, officeOf } from '../../src/domain/office';
import { type DeadlineRule, PROFILE_FILES, type Profile, type ProfileFile } from '../../src/domain/profile';
import { readProfile } from '../../src/domain/readProfile';
import { catalogue, catalogueOf } from './catalogue';

const FOLDER = new URL('../../public/profiles/', import.meta.url);

/** The parsed files of a profile that the page ships, a fresh copy each time: a test may break one. */
// biome-ignore lint/suspicious/noExplicitAny: what a test breaks has no type
export function profileFiles(id = 'qinghai-2017'): Record<ProfileFile | 'catalogue', any> {
  const names = [...Object.keys(PROFILE_FILES), 'catalogue'];
  return Object.fromEntries(
    names.map((name) => [name, JSON.parse(readFileSync(new URL(`${id}/${name}.json`, FOLDER), 'utf8'))]),
    // biome-ignore lint/suspicious/noExplicitAny: as above
  ) as Record<ProfileFile | 'catalogue', any>;
}

/** The office of the real profile qinghai-2017. */
export const qinghai: Office = officeOf(readProfile(catalogue, profileFiles()), catalogue);

/** The office of the real profile xiamen-2016: districts as units, no third level, a committee without a code, no zones. */
export const xiamen: Office = (() => {
  const taken = catalogueOf('xiamen-2016');
  return officeOf(readProfile(taken, profileFiles('xiamen-2016')), taken);
})();

/**
 * The real profile with the deadline rules of 2017, which never end, and more of them, and some local holidays, as another year
 * or place would have.
 */
export function officeWith(rules: readonly DeadlineRule[], localHolidays: Profile['localHolidays'] = []): Office {
  const files = profileFiles();
  const first = files.deadlines.rules.filter((r: DeadlineRule) => r.from === null);
  files.deadlines.rules = [...first.map((r: DeadlineRule) => ({ ...r, to: null })), ...rules];
  files.profile.localHolidays = [...localHolidays];
  return officeOf(readProfile(catalogue, files), catalogue);
}
