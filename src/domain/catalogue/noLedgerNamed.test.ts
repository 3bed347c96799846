import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { catalogue } from '../../../tests/support/catalogue';

/** Where they may be named: tests and what these share need some. */
const NAMED = /\.test\.tsx?$|\/testing\//;

it('no source names a ledger: a third one must not be taken for one of two', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.tsx?$/.test(name) && !NAMED.test(name));
  expect(sources.length).toBeGreaterThan(400);
  const quoted = new RegExp(`['"\`](?:${catalogue.ledgerIds.join('|')})\\b`);
  expect(sources.filter((name) => quoted.test(readFileSync(name, 'utf8')))).toEqual([]);
});
