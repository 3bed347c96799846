import { readdirSync, readFileSync } from 'node:fs';
import type { CatalogueFiles } from '../../src/domain/catalogue/readCatalogue';

/** The files of a folder of the catalogue, parsed. */
const parsed = (folder: string): Record<string, unknown> =>
  Object.fromEntries(
    readdirSync(`public/catalogue/${folder}`)
      .sort()
      .map((file) => [
        file.replace(/\.json$/, ''),
        JSON.parse(readFileSync(`public/catalogue/${folder}/${file}`, 'utf8')) as unknown,
      ]),
  );

/** The files of the shipped catalogue, parsed anew: a test may change them. */
export const catalogueFiles = (): CatalogueFiles => ({ ledgers: parsed('ledgers'), indicators: parsed('indicators') });
