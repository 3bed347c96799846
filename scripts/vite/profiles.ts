import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** A profile as the list beside the page tells it, and the folders of its samples. */
export interface ListedProfile {
  id: string;
  name: string;
  office: string;
  samples: readonly string[];
}

/**
 * The profiles of a folder: each lies in a folder of its own, named by its id.
 * @param first its id; opened where an address names none, so it stays the first whatever is added
 * @throws Error for a folder whose profile.json has another id, or is none
 */
export function profilesIn(folder: string, first: string): ListedProfile[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((e) => e.isDirectory());
  const profiles = entries.map(({ name: id }): ListedProfile => {
    const file = join(folder, id, 'profile.json');
    if (!existsSync(file)) throw new Error(`${file} is missing`);
    const { id: told, name, office, samples = [] } = JSON.parse(readFileSync(file, 'utf8'));
    if (told !== id) throw new Error(`${file}: id is ${told}, its folder is ${id}`);
    return { id, name, office, samples };
  });
  return profiles.sort((a, b) => Number(b.id === first) - Number(a.id === first) || (a.id < b.id ? -1 : 1));
}

/** The list as it lies beside the page. */
export const listOf = (profiles: readonly ListedProfile[]): string =>
  `${JSON.stringify({ profiles: profiles.map(({ id, name, office }) => ({ id, name, office })) }, null, 2)}\n`;

/**
 * Puts `profiles/index.json` beside the page, because a static server cannot list a folder: adding a folder to
 * `public/profiles` is enough.
 */
export function profileList(path: string, first: string): Plugin {
  let folder = path;
  const list = () => listOf(profilesIn(folder, first));
  return {
    name: 'kaoping-profiles',
    configResolved(config) {
      folder = resolve(config.root, path);
    },
    configureServer(server) {
      server.middlewares.use('/profiles/index.json', (_request, response) => {
        response.setHeader('Content-Type', 'application/json').end(list());
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'profiles/index.json', source: list() });
    },
  };
}
