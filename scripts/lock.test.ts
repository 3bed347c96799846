import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Record<string, { resolved?: string }>;
};

test('there is one Apache Arrow: a table of one copy is none to the other, and nothing says so', () => {
  expect(Object.keys(packages).filter((path) => path.endsWith('node_modules/apache-arrow'))).toHaveLength(1);
});

test('the lock file names no address from which packages come', () => {
  expect(Object.values(packages).filter((p) => p.resolved !== undefined)).toEqual([]);
});
