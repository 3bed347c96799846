import { PROFILE_FILES, type Profile, type ProfileFile } from '../domain/profile';
import { readProfile } from '../domain/readProfile';
import { StartError } from './startError';

/**
 * Reads a profile folder that lies beside the page and checks it.
 * @throws StartError where a file cannot be fetched or is no JSON; ProfileError where its content is wrong
 */
export async function loadProfile(id: string): Promise<Profile> {
  const names = Object.keys(PROFILE_FILES) as ProfileFile[];
  const files = await Promise.all(names.map(async (name) => [name, await fetchJson(`profiles/${id}/${name}.json`)]));
  return readProfile(Object.fromEntries(files) as Record<ProfileFile, unknown>);
}

async function fetchJson(path: string): Promise<unknown> {
  const url = new URL(path, document.baseURI);
  let response: Response;
  try {
    response = await fetch(url);
  } catch (error) {
    throw new StartError('profile_unreachable', path, { cause: error });
  }
  if (!response.ok) throw new StartError('profile_unreachable', `${path}（HTTP ${response.status}）`);
  try {
    return await response.json();
  } catch (error) {
    throw new StartError('profile_not_json', path, { cause: error });
  }
}
