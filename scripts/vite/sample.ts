import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';

/** Files below a folder, hidden ones left out, with `/` between folders, sorted. */
function filesBelow(folder: string): string[] {
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
const keptOf = (script: string): Buffer =>
  execFileSync(process.execPath, ['--import', 'tsx', script], { maxBuffer: 64 * 1024 * 1024 });

/**
 * Puts a folder of sample submissions beside the page, under `sample/`, with `sample/index.json`
 * (`{ "files": [names, sorted] }`), because a static server cannot list a folder.
 * The build adds `sample/kept.json`, what they come to.
 * @param path folder of the samples, from the project's folder
 * @param kept script that prints what they come to
 */
export function sample(path: string, kept: string): Plugin {
  let folder = path;
  const index = () => JSON.stringify({ files: filesBelow(folder) });
  return {
    name: 'kaoping-sample',
    configResolved(config) {
      folder = resolve(config.root, path);
    },
    configureServer(server) {
      server.middlewares.use('/sample', (request, response, next) => {
        const name = decodeURIComponent((request.url ?? '').replace(/^\/|\?.*$/g, ''));
        if (name === 'index.json') response.setHeader('Content-Type', 'application/json').end(index());
        // Only names of the list are read, so that no path leads out of the folder.
        else if (filesBelow(folder).includes(name)) response.end(readFileSync(join(folder, name)));
        else next();
      });
    },
    generateBundle() {
      const files = filesBelow(folder);
      if (files.length === 0) this.error(`no sample submissions in ${path}: make them with "npm run sample"`);
      for (const name of files)
        this.emitFile({ type: 'asset', fileName: `sample/${name}`, source: readFileSync(join(folder, name)) });
      this.emitFile({ type: 'asset', fileName: 'sample/index.json', source: index() });
      this.emitFile({ type: 'asset', fileName: 'sample/kept.json', source: keptOf(kept) });
    },
  };
}
