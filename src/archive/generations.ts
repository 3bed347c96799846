import { ArchiveError } from './errors';
import { type Manifest, parseManifest } from './manifest';
import { sha256Of } from './sha256';
import type { ByteStore } from './store';

/** The manifest's two places: the new one is written whole into the other place before the old one goes. */
export const SLOTS = ['manifest-a.json', 'manifest-b.json'] as const;
/**
 * Where the first version of this program kept its only copy. Once that is taken over a sign stands there: a tab of the
 * first version that is still open would take nothing for a new computer, and show the sample over what lies here.
 */
export const FIRST_VERSION = 'manifest.json';
const SIGN = JSON.stringify({ format: 'kaoping-archive', version: 2 });

export const isManifest = (name: string): boolean => name === FIRST_VERSION || SLOTS.some((slot) => slot === name);

/** A manifest as it lies in a place. */
export interface Generation {
  slot: string;
  /** Counts the writes; the highest sound one is the manifest. */
  generation: number;
  manifest: Manifest;
}

/** What the places hold. */
export interface Generations {
  /** Sound ones, the latest first. */
  sound: Generation[];
  /** Places whose bytes cannot be read as a manifest. */
  damaged: string[];
}

/**
 * Reads both places. Only to be called under the store's lock.
 * @throws ArchiveError `manifest_newer` where one is of a later version, `read_failed` where the store does not answer
 */
export async function readGenerations(store: ByteStore): Promise<Generations> {
  const found: Generations = { sound: [], damaged: [] };
  for (const slot of [...SLOTS, FIRST_VERSION]) {
    let text: string | undefined;
    try {
      text = await (await store.read(slot))?.text();
    } catch (error) {
      throw new ArchiveError('read_failed', { detail: String(error) }, { cause: error });
    }
    if (text === undefined || text === SIGN) continue;
    try {
      found.sound.push({ slot, ...(slot === FIRST_VERSION ? firstVersion(text) : await sealed(text)) });
    } catch (error) {
      if (!(error instanceof ArchiveError) || error.code !== 'manifest_damaged') throw error;
      found.damaged.push(slot);
    }
  }
  found.sound.sort((a, b) => b.generation - a.generation);
  return found;
}

/** Writes a generation into the place that the latest one does not stand in. @returns where it stands now */
export async function writeGeneration(
  store: ByteStore,
  latest: Generation | null,
  manifest: Manifest,
): Promise<Generation> {
  const generation = (latest?.generation ?? 0) + 1;
  const slot = latest?.slot === SLOTS[0] ? SLOTS[1] : SLOTS[0];
  await store.write(slot, await seal(generation, manifest));
  if (latest?.slot === FIRST_VERSION) await store.write(FIRST_VERSION, new Blob([SIGN]));
  return { slot, generation, manifest };
}

/** Removes the place that the latest one does not stand in: makes room. */
export async function removeOtherGenerations(store: ByteStore, kept: Generation | null): Promise<void> {
  for (const slot of SLOTS) if (slot !== kept?.slot) await store.remove(slot);
}

/** One line with the hash and the number of the generation, then the manifest. */
async function seal(generation: number, manifest: Manifest): Promise<Blob> {
  const body = `${generation}\n${JSON.stringify(manifest)}`;
  return new Blob([await sha256Of(new Blob([body])), ' ', body]);
}

async function sealed(text: string): Promise<Omit<Generation, 'slot'>> {
  const [, hash, body, generation] = /^([0-9a-f]{64}) ((\d+)\n[\s\S]*)$/.exec(text) ?? [];
  if (!hash || !body || (await sha256Of(new Blob([body]))) !== hash)
    throw new ArchiveError('manifest_damaged', { detail: '校验值不符' });
  return { generation: Number(generation), manifest: parseManifest(body.slice(body.indexOf('\n') + 1)) };
}

const firstVersion = (text: string): Omit<Generation, 'slot'> => ({ generation: 0, manifest: parseManifest(text) });
