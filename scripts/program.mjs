import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import module from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './setup.mjs';

/** What is run with Node: compiled once, into one folder, so that they share what they have in common. */
const ENTRIES = {
  assess: 'scripts/assess/main.ts',
  benchChild: 'scripts/bench/child.ts',
  readerThread: 'src/intake/node/reader.thread.ts',
};

/** Folders below which all that they are made of stands. */
const SOURCES = ['src', 'scripts', 'tests', 'public'];

/** Native, or loading files that lie beside their own: they stay where they were installed. */
const EXTERNAL = ['@duckdb/*', 'parquet-wasm', 'parquet-wasm/*', '@e965/xlsx', 'playwright-core'];

const CACHE = join(ROOT, '.cache', 'programs');
/** What another version of the sources left may still be running; after a day no more. */
const LEFT = 24 * 60 * 60 * 1000;

/** The bytes of all that the programs could be made of, and where that lies. */
function hashOfSources() {
  const files = SOURCES.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /(?<!\.test)\.(ts|mjs|json)$/.test(entry.name))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
  );
  const hash = createHash('sha256').update(ROOT);
  // `tsconfig.json` says what the sources are compiled to.
  const settings = ['package.json', 'package-lock.json', 'tsconfig.json'].map((name) => join(ROOT, name));
  for (const file of [...files.sort(), ...settings])
    hash.update(`\0${relative(ROOT, file)}\0`).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/**
 * A program of `ENTRIES`, compiled where that was not done of these very sources before. Programs that are started at the same
 * time may both compile it: the first to be done counts.
 * @param {keyof typeof ENTRIES} name
 * @param {string} cache folder in which they are kept
 * @returns {Promise<string>} path of its script
 */
export async function program(name, cache = CACHE) {
  const folder = join(cache, hashOfSources());
  if (!existsSync(folder)) await compile(cache, folder);
  // From Node 22.8 on what V8 makes of a script is kept as well.
  module.enableCompileCache?.(join(cache, 'v8'));
  return join(folder, `${name}.js`);
}

/**
 * The same in a folder that may be read only (a shared installation): there it runs from its sources, slower to start.
 * @param {keyof typeof ENTRIES} name
 * @param {string} [cache]
 * @returns {Promise<string>} path of what is to be imported into this process
 */
export async function programOrSource(name, cache) {
  try {
    return await program(name, cache);
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
    const { register } = await import('tsx/esm/api');
    register();
    return join(ROOT, ENTRIES[name]);
  }
}

async function compile(cache, folder) {
  const { build } = await import('esbuild');
  mkdirSync(cache, { recursive: true });
  const part = mkdtempSync(join(cache, 'part-'));
  try {
    await build({
      absWorkingDir: ROOT,
      entryPoints: ENTRIES,
      outdir: part,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20.19',
      external: EXTERNAL,
      sourcemap: 'linked',
      sourcesContent: false,
      // Packages of the old kind ask for Node's own modules in its way.
      banner: {
        js: `import{createRequire as requireOf}from'node:module';const require=requireOf(${JSON.stringify(pathToFileURL(join(ROOT, 'package.json')).href)});`,
      },
      define: { READER_THREAD: JSON.stringify(pathToFileURL(join(folder, 'readerThread.js')).href) },
      plugins: [whereItStands],
      logLevel: 'warning',
    });
    try {
      renameSync(part, folder);
    } catch (error) {
      if (!existsSync(folder)) throw error;
    }
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
  for (const name of readdirSync(cache)) {
    const old = join(cache, name);
    const { mtimeMs = Date.now() } = statSync(old, { throwIfNoEntry: false }) ?? {};
    if (old !== folder && Date.now() - mtimeMs > LEFT) rmSync(old, { recursive: true, force: true });
  }
}

/** A source that finds files by its own place finds them from where it was compiled to as well. */
const whereItStands = {
  name: 'where-it-stands',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      if (path.includes(`${sep}node_modules${sep}`)) return undefined;
      const text = readFileSync(path, 'utf8');
      if (!text.includes('import.meta')) return undefined;
      const contents = text
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)));
      return { contents, loader: 'ts' };
    });
  },
};
