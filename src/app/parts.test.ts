import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('..', import.meta.url));
const PARTS = 'app/parts.ts';

/** The sources that ship to the browser, by their path below `src/`. */
const sources = new Map(
  readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|\/testing\/|\/node\//.test(path))
    .map((path) => [
      path,
      readFileSync(join(SRC, path), 'utf8')
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/^\s*\/\/.*$/gm, '')
        // `import('…').Type` is a type and loads nothing.
        .replace(/typeof import\([^)]*\)|import\([^)]*\)\.[A-Z]/g, ''),
    ]),
);

/** What a source loads when it is asked for, below `src/`; packages by their name. */
const imports = (path: string): string[] =>
  [...(sources.get(path) ?? '').matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)].map(([, to = '']) =>
    to.startsWith('.') ? relative(SRC, join(SRC, dirname(path), to)).replaceAll('\\', '/') : to,
  );

/** What runs in the reader's worker: its parts are fetched as it is started ahead. */
const isWorkers = (path: string) => path.startsWith('intake/');
/** The page itself, which is fetched once DuckDB's worker is on its way. */
const isPage = (path: string) => path === 'app/main.ts';
const isScreen = (path: string) => /^screens\/[^/]+\/index\.tsx$/.test(path);

test('every import() of the page is among the parts that are fetched while it is idle', () => {
  const listed = new Set(imports(PARTS));
  const loaded = [...sources.keys()]
    .filter((p) => p !== PARTS && !isPage(p) && !isScreen(p) && !isWorkers(p))
    .flatMap(imports);
  expect(loaded.length).toBeGreaterThan(10);
  expect([...new Set(loaded)].filter((p) => !listed.has(p))).toEqual([]);
  // Screens are fetched as the navigation names them.
  const screens = [...sources.keys()].filter(isScreen);
  expect(screens.length).toBe(sources.get('app/routes.tsx')?.match(/from '\.\.\/screens\//g)?.length);
  for (const screen of screens) expect(imports(screen), screen).toHaveLength(1);
  // And none is listed that nobody asks for.
  expect([...listed].filter((p) => !loaded.includes(p))).toEqual([]);
});

test('every import() goes through load(), which says in Chinese what is wrong and can be tried again', () => {
  for (const [path, text] of sources) {
    if (path === PARTS || isPage(path) || isScreen(path) || isWorkers(path)) continue;
    const all = text.match(/\bimport\(/g)?.length ?? 0;
    const guarded = text.match(/\bload\(\(\) => import\(/g)?.length ?? 0;
    expect(guarded, path).toBe(all);
  }
});

test('every import() of the reader is among those that its worker loads as it is started ahead', () => {
  const loaded = new Set([...sources.keys()].filter(isWorkers).flatMap(imports));
  expect([...loaded].sort()).toEqual(['@e965/xlsx', 'intake/parquet/open', 'intake/workbook/open']);
  expect(sources.get('intake/thread/answering.ts')).toContain('await warmForms(parquetModule(message.warm))');
  const forms = sources.get('intake/read/openFile.ts') ?? '';
  const warm = forms.slice(forms.indexOf('function warmForms'));
  for (const loads of [
    'parquet.warm()',
    "import('../parquet/open')",
    "import('../workbook/open').then(({ loadLibrary }) => loadLibrary())",
  ])
    expect(warm.slice(0, warm.indexOf('\n}'))).toContain(loads);
  expect(sources.get('intake/workbook/library.ts')).toContain("loadLibrary = () => import('@e965/xlsx')");
});

test('the worker of the database starts before the rest of the page is fetched', () => {
  expect(imports('app/main.ts')).toEqual(['app/start']);
  // With it comes nothing but addresses.
  const fetched = [...(sources.get('app/main.ts') ?? '').matchAll(/^import '([^']+)'/gm)].map(([, from]) => from);
  expect(fetched.filter((from) => !from?.endsWith('.css'))).toEqual(['../engine/browser/worker']);
  const worker = sources.get('engine/browser/worker.ts') ?? '';
  expect([...worker.matchAll(/from '([^']+)'/g)].filter(([, from]) => !from?.endsWith('?url'))).toEqual([]);
});

test('every worker is started ahead, or with the page', () => {
  const workers = [...sources].filter(([, text]) => text.includes('new Worker(')).map(([path]) => path);
  expect(workers.sort()).toEqual([
    'engine/browser/worker.ts', // at start
    'intake/browser/hash.ts',
    'intake/browser/reader.ts',
  ]);
  expect(sources.get(PARTS)).toMatch(/\bwarmReader,/);
  expect(sources.get('intake/browser/reader.ts')).toContain('threads.warm(), hashInWorker(new Blob())');
});

test('nothing reloads the page by itself', () => {
  for (const [path, text] of sources) {
    expect(text, path).not.toContain('lazyRouteComponent');
    // A button of the page that could not start at all.
    if (path !== 'app/StartFailure.tsx') expect(text, path).not.toMatch(/location\.reload/);
  }
});
