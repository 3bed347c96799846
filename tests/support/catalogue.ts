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

/** What the profile that the page ships takes of it. */
export const choice: unknown = JSON.parse(
  readFileSync(new URL('../profiles/qinghai-2017/catalogue.json', FOLDER), 'utf8'),
);

/** The catalogue of that profile. */
export const catalogue: Catalogue = readCatalogue(catalogueFiles(), {
  choice,
  own: { ledgers: {}, indicators: {} },
});

/** The same, but for a name that a person can see. */
export function renamedCatalogue(): Catalogue {
  const files = catalogueFiles();
  Object.assign(files.ledgers.complaints as object, { name: '群众投诉举报台账' });
  return readCatalogue(files);
}
