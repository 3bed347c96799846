import { readdirSync, readFileSync } from 'node:fs';
import type { Catalogue } from '../../src/domain/catalogue/catalogue';
import { type CatalogueFiles, readCatalogue } from '../../src/domain/catalogue/readCatalogue';

const FOLDER = new URL('../../public/catalogue/', import.meta.url);

const filesOf = (kind: 'ledgers' | 'indicators'): Record<string, unknown> =>
  Object.fromEntries(
    readdirSync(new URL(`${kind}/`, FOLDER))
      .sort()
      .map((name) => [
        name.replace(/\.json$/, ''),
        JSON.parse(readFileSync(new URL(`${kind}/${name}`, FOLDER), 'utf8')),
      ]),
  );

/** The parsed files of the catalogue that the program ships, a fresh copy each time: a test may break one. */
export const catalogueFiles = (): CatalogueFiles => ({
  ledgers: filesOf('ledgers'),
  indicators: filesOf('indicators'),
});

/** What a profile that the page ships takes of it. */
const choiceOf = (profile: string): unknown =>
  JSON.parse(readFileSync(new URL(`../profiles/${profile}/catalogue.json`, FOLDER), 'utf8'));

/** The catalogue of a profile that the page ships. */
export const catalogueOf = (profile: string): Catalogue =>
  readCatalogue(catalogueFiles(), { choice: choiceOf(profile), own: { ledgers: {}, indicators: {} } });

/** The catalogue of the profile qinghai-2017. */
export const catalogue: Catalogue = catalogueOf('qinghai-2017');

/** The same, but for a name that a person can see. */
export function renamedCatalogue(): Catalogue {
  const files = catalogueFiles();
  Object.assign(files.ledgers.complaints as object, { name: '群众投诉举报台账' });
  return readCatalogue(files);
}
