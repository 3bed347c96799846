import type { Office } from '../domain/office';
import { loadOffice as load } from '../domain/readOffice';
import { StartError } from './startError';

/**
 * Reads a profile folder that lies beside the page, with what it takes of the program's catalogue, and checks both.
 * @throws StartError where a file cannot be fetched or is no JSON; ProfileError, CatalogueError where its content is wrong
 */
export const loadOffice = (id: string): Promise<Office> =>
  load(
    (path) => fetchJson(`profiles/${id}/${path}`),
    (path) => fetchJson(`catalogue/${path}`),
  );

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
