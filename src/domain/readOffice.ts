import { filesOf } from './catalogue/choice';
import { type CatalogueFiles, type ChosenFiles, readCatalogue, readChoice } from './catalogue/readCatalogue';
import { type Office, officeOf } from './office';
import { PROFILE_FILES, type ProfileFile } from './profile';
import { readProfile } from './readProfile';

/** Parsed files of an office: of its profile's folder, and of the program's catalogue as far as it is chosen. */
export interface OfficeFiles extends ChosenFiles {
  profile: Record<ProfileFile, unknown>;
  shipped: CatalogueFiles;
}

/** @throws CatalogueError, ProfileError with every fault of the one or the other */
export function readOffice({ profile, shipped, ...chosen }: OfficeFiles): Office {
  const catalogue = readCatalogue(shipped, chosen);
  return officeOf(readProfile(catalogue, profile), catalogue);
}

/** Reads a file of a folder: `catalogue.json`, `ledgers/complaints.json`. */
type ReadJson = (path: string) => Promise<unknown>;

/**
 * Reads an office from its folders, by the page's means or the command line's: what the profile's `catalogue.json` names is
 * read, and nothing else.
 * @param inProfile of the profile's folder
 * @param inCatalogue of the program's catalogue
 * @throws CatalogueError, ProfileError, and what reading a file throws
 */
export async function loadOffice(inProfile: ReadJson, inCatalogue: ReadJson): Promise<Office> {
  const names = Object.keys(PROFILE_FILES) as ProfileFile[];
  const [choice, profile] = await Promise.all([
    inProfile('catalogue.json'),
    readAll(names, (name) => inProfile(`${name}.json`)),
  ]);
  const files = filesOf(readChoice(choice));
  const [shipped, own] = await Promise.all([
    catalogueFiles(files.shipped, inCatalogue),
    catalogueFiles(files.own, (path) => inProfile(`catalogue/${path}`)),
  ]);
  return readOffice({ profile: profile as Record<ProfileFile, unknown>, choice, shipped, own });
}

async function catalogueFiles(
  { ledgers, indicators }: { ledgers: readonly string[]; indicators: readonly string[] },
  read: ReadJson,
): Promise<CatalogueFiles> {
  const [ofLedgers, ofIndicators] = await Promise.all([
    readAll(ledgers, (name) => read(`ledgers/${name}.json`)),
    readAll(indicators, (name) => read(`indicators/${name}.json`)),
  ]);
  return { ledgers: ofLedgers, indicators: ofIndicators };
}

const readAll = async (names: readonly string[], read: ReadJson): Promise<Record<string, unknown>> =>
  Object.fromEntries(await Promise.all(names.map(async (name) => [name, await read(name)] as const)));
