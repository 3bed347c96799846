import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const HOUSE = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(HOUSE, path), 'utf8');

/** Paths in a guide, between backticks or as links; `<id>` and `*` stand for any name. */
const pathsIn = (guide: string): string[] =>
  [...read(guide).matchAll(/`((?:src|scripts|tests|public|docs|datasets)\/[^`\s]*)`|\]\((?!https?:)([^)#\s]+)/g)].map(
    ([, quoted, linked]) => quoted ?? normalize(join(dirname(guide), linked as string)),
  );

const isThere = (path: string): boolean => {
  const wild = path.replace(/\/$/, '').search(/[<*]/);
  if (wild < 0) return existsSync(join(HOUSE, path));
  const folder = path.slice(0, path.lastIndexOf('/', wild) + 1);
  const pattern = path
    .slice(folder.length)
    .replace(/\/$/, '')
    .replace(/[.+()[\]{}^$|\\]/g, '\\$&');
  const name = new RegExp(`^${pattern.replace(/<[^>]*>|\*/g, '[^/]+')}/?$`);
  return (
    existsSync(join(HOUSE, folder)) &&
    readdirSync(join(HOUSE, folder), { recursive: true, encoding: 'utf8' }).some((found) =>
      name.test(found.replaceAll('\\', '/')),
    )
  );
};

it.each([
  ['CONTRIBUTING.md', 60],
  ['docs/architecture.md', 60],
  ['README.md', 5],
  ['src/ui/README.md', 3],
])('%s leads to what is there', (guide, least) => {
  const paths = pathsIn(guide);
  expect(paths.length).toBeGreaterThan(least);
  expect(paths.filter((path) => !isThere(path))).toEqual([]);
});

it('tells a path that leads nowhere, with and without a name left open', () => {
  const paths = [
    'src/app',
    'src/app/nowhere.ts',
    'src/screens/<id>/index.tsx',
    'src/screens/<id>/nowhere.tsx',
    'no/<id>',
  ];
  expect(paths.filter(isThere)).toEqual(['src/app', 'src/screens/<id>/index.tsx']);
});

it('CONTRIBUTING.md has a recipe for each test of one, and a test for each recipe', () => {
  const tests = readdirSync(join(HOUSE, 'tests/recipes')).filter((name) => name.includes('.test.'));
  const named = [...read('CONTRIBUTING.md').matchAll(/^Followed by `tests\/recipes\/([^`]+)`/gm)].map(
    ([, name]) => name,
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.sort()).toEqual(tests.sort());
});

describe('the ways of docs/architecture.md', () => {
  const ways = read('docs/architecture.md')
    .split(/^### /m)
    .slice(1)
    .map((text) => ({
      said: /^(.+): (\d+) files/.exec(text) as RegExpExecArray,
      files: [...text.matchAll(/^\d+\. `([^`]+)`/gm)].map(([, path]) => path as string),
    }));
  /** Where two files meet that do not know each other. */
  const ports = [
    ...(/Ports hold no step.*?###/s.exec(read('docs/architecture.md'))?.[0] ?? '').matchAll(/`([^`]+)`\s\(/g),
  ].map(([, path]) => path as string);

  /** What a file imports, without endings. An index stands for what lies beside it. */
  const importsOf = (path: string): string[] =>
    [...read(path).matchAll(/(?:from |import\()'(\.[^']+)'/g)].map(([, to]) => join(dirname(path), to as string));
  const imports = (a: string, b: string): boolean => {
    const bare = b.replace(/\.tsx?$/, '');
    return importsOf(a).some((to) => to === bare || (to === dirname(bare) && existsSync(join(HOUSE, to, 'index.ts'))));
  };
  const linked = (a: string, b: string): boolean =>
    imports(a, b) || imports(b, a) || ports.some((port) => imports(a, port) && imports(b, port));

  it('are four, each as long as it says', () => {
    expect(ways.map(({ said, files }) => `${said[1]} ${files.length}`)).toEqual(
      ways.map(({ said }) => `${said[1]} ${said[2]}`),
    );
    expect(ways).toHaveLength(4);
    expect(ports).toHaveLength(6);
  });

  it('meet no file twice, and each from one before it', () => {
    for (const { said, files } of ways) {
      expect(new Set(files).size, said[1]).toBe(files.length);
      const lost = files.filter((file, i) => i > 0 && !files.slice(0, i).some((before) => linked(before, file)));
      expect(lost, said[1]).toEqual([]);
    }
  });
});
