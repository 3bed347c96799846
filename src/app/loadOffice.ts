import type { Office } from '../domain/office';
import { loadOffice as load } from '../domain/readOffice';
import { ProfileError } from '../domain/readProfile';
import { fetchJson } from './fetchJson';
import { StartError } from './startError';

/**
 * Reads a profile folder that lies beside the page, with what it takes of the program's catalogue, and checks both.
 * @param id also the name of its folder
 * @throws StartError where a file cannot be fetched or is no JSON; ProfileError, CatalogueError where its content is wrong
 */
export async function loadOffice(id: string): Promise<Office> {
  const office = await load(
    (path) => fileOf(`profiles/${id}/${path}`),
    (path) => fileOf(`catalogue/${path}`),
  );
  // What is kept is kept by id: a folder copied under another name would be taken for the first one's.
  if (office.profile.id !== id)
    throw new ProfileError([
      `profiles/${id}/profile.json → id：${office.profile.id} 与文件夹名 ${id} 不同，须改为相同`,
    ]);
  return office;
}

async function fileOf(path: string): Promise<unknown> {
  const content = await fetchJson(path);
  if (content === undefined) throw new StartError('profile_unreachable', `${path}（HTTP 404）`);
  return content;
}
