import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { catalogueFiles } from '../../../tests/support/catalogue';
import { dueColumn, ruleColumn, undatedColumn } from './columns';
import { readCatalogue } from './readCatalogue';

/** Where they may be named: tests and what these share need some. */
const NAMED = /\.test\.tsx?$|\/testing\//;
/** `received.csv` has a column that one ledger has too. */
const OF_ANOTHER_FILE = /received\.csv.*file,received_on/;

const { ledgers, indicators } = readCatalogue(catalogueFiles());
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => `src/${name.replaceAll('\\', '/')}`)
  .filter((name) => /\.tsx?$/.test(name) && !NAMED.test(name));
const linesWith = (pattern: RegExp): string[] =>
  sources.flatMap((name) =>
    readFileSync(name, 'utf8')
      .split('\n')
      .filter((line) => pattern.test(line) && !OF_ANOTHER_FILE.test(line))
      .map((line) => `${name}: ${line.trim()}`),
  );

it('no source names a ledger: a third one must not be taken for one of two', () => {
  expect(sources.length).toBeGreaterThan(400);
  expect(linesWith(new RegExp(`['"\`](?:${ledgers.map((l) => l.id).join('|')})\\b`))).toEqual([]);
});

it('no source names an indicator, or what one ledger alone has: another office has neither', () => {
  const fields = ledgers.flatMap((l) => l.fields.map((f) => f.name));
  const peculiar = fields.filter((name, i) => fields.indexOf(name) === i && fields.lastIndexOf(name) === i);
  const columns = ledgers.flatMap(({ deadlines }) =>
    deadlines.flatMap(({ id }) => [dueColumn(id), ruleColumn(id), undatedColumn(id)]),
  );
  const names = [...indicators.map((i) => i.id), ...peculiar, ...columns];
  // A single word can be one of the program's own too, unless it stands quoted for an indicator.
  const long = names.filter((name) => name.includes('_'));
  const short = indicators.map((i) => i.id).filter((id) => !id.includes('_'));
  expect(long).toEqual(expect.arrayContaining(['closure_on_time', 'fine_yuan', 'closure_due']));
  expect(linesWith(new RegExp(`\\b(?:${long.join('|')})\\b|['"\`](?:${short.join('|')})['"\`]`))).toEqual([]);
});
