import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { profilesIn } from './profiles.ts';

/** Files below a folder, hidden ones left out, with `/` between folders, sorted. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .sort();
}

/** What a script of the project prints. */
const keptOf = (script: string, profile: string): Buffer =>
  execFileSync(process.execPath, ['--import', 'tsx', script, profile], { maxBuffer: 64 * 1024 * 1024 });

export interface SamplesOptions {
  /** Folder of the profiles, from the project's folder. */
  profiles: string;
  /** Folder that holds the samples' folders. */
  datasets: string;
  /** Script that prints what the samples of a profile come to. */
  kept: string;
}

/**
 * Puts the folders of samples that the profiles name beside the page, under `samples/`, each with `index.json`
 * (`{ "files": [names, sorted] }`), because a static server cannot list a folder.
 * The build adds `samples/kept/` and the id of a profile, what its samples come to.
 */
export function samples(options: SamplesOptions): Plugin {
  let { profiles, datasets } = options;
  const listed = () => profilesIn(profiles, '');
  const index = (folder: string) => JSON.stringify({ files: filesBelow(join(datasets, folder)) });
  return {
    name: 'kaoping-samples',
    configResolved({ root }) {
      profiles = resolve(root, profiles);
      datasets = resolve(root, datasets);
    },
    configureServer(server) {
      server.middlewares.use('/samples', (request, response, next) => {
        const [, folder = '', name = ''] = /^\/([^/]+)\/(.+)$/.exec(addressOf(request.url)) ?? [];
        // Only names of the lists are read, so that no path leads out of the folders.
        if (!listed().some((p) => p.samples.includes(folder))) next();
        else if (name === 'index.json') response.setHeader('Content-Type', 'application/json').end(index(folder));
        else if (filesBelow(join(datasets, folder)).includes(name))
          response.end(readFileSync(join(datasets, folder, name)));
        else next();
      });
    },
    generateBundle() {
      for (const folder of new Set(listed().flatMap((p) => p.samples))) {
        const files = filesBelow(join(datasets, folder));
        if (files.length === 0)
          this.error(`no sample submissions in ${join(datasets, folder)}: see datasets/README.md`);
        for (const name of files)
          this.emitFile({
            type: 'asset',
            fileName: `samples/${folder}/${name}`,
            source: readFileSync(join(datasets, folder, name)),
          });
        this.emitFile({ type: 'asset', fileName: `samples/${folder}/index.json`, source: index(folder) });
      }
      for (const { id, samples } of listed())
        if (samples.length > 0)
          this.emitFile({ type: 'asset', fileName: `samples/kept/${id}.json`, source: keptOf(options.kept, id) });
    },
  };
}

const addressOf = (url = ''): string => decodeURIComponent(url.replace(/\?.*$/, ''));
