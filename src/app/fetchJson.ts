import { StartError } from './startError';

/**
 * A JSON file that lies beside the page.
 * @returns undefined where the server has none
 * @throws StartError where it cannot be fetched or is no JSON
 */
export async function fetchJson(path: string): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(new URL(path, document.baseURI));
  } catch (error) {
    throw new StartError('profile_unreachable', path, { cause: error });
  }
  if (response.status === 404) return undefined;
  if (!response.ok) throw new StartError('profile_unreachable', `${path}（HTTP ${response.status}）`);
  try {
    return await response.json();
  } catch (error) {
    throw new StartError('profile_not_json', path, { cause: error });
  }
}
