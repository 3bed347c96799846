import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CRUISER = fileURLToPath(
  new URL('../../node_modules/dependency-cruiser/bin/dependency-cruise.mjs', import.meta.url),
);

/** What ships: neither a test, nor what only tests use. */
const roomOf = (path: string): string | undefined =>
  /\.test\.tsx?$|\/testing\//.test(path) ? undefined : /^src\/([^/]+)\//.exec(path)?.[1];

interface Cruised {
  modules: readonly { source: string; dependencies: readonly { resolved: string }[] }[];
}

/** `from>to` of every two rooms of which one really imports the other. */
export function importsOfRooms(): ReadonlySet<string> {
  const text = execFileSync(process.execPath, [CRUISER, 'src', '--output-type', 'json'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const found = new Set<string>();
  for (const { source, dependencies } of (JSON.parse(text) as Cruised).modules) {
    const from = roomOf(source);
    for (const { resolved } of dependencies) {
      const to = roomOf(resolved);
      if (from && to && from !== to) found.add(`${from}>${to}`);
    }
  }
  return found;
}
