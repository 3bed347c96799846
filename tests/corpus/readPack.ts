import { type Unpacked, unpack } from '../../src/intake/unpack/unpack';
import type { PackCase } from './packs';
import { readCase, type Said } from './read';

interface PackOutcome {
  members: string[];
  said: Said[];
}

/** What came of each member of a pack, in the form of what must come of it, and what is said of those refused. */
async function readPack({ file, path, limits }: PackCase): Promise<PackOutcome> {
  const members: string[] = [];
  const said: Said[] = [];
  for await (const found of unpack(new Blob([await file()]), path ?? '报送.zip', limits)) {
    members.push(await came(found));
    if ('refused' in found) {
      const { code, message: sentence } = found.refused;
      said.push({ code, line: code, sentence, found: null });
    }
  }
  return { members, said };
}

const outcomes = new Map<PackCase, Promise<PackOutcome>>();

/** `readPack`, once. */
export function outcomeOfPack(pack: PackCase): Promise<PackOutcome> {
  const outcome = outcomes.get(pack) ?? readPack(pack);
  outcomes.set(pack, outcome);
  return outcome;
}

async function came(found: Unpacked): Promise<string> {
  const { path } = found;
  if ('passedOver' in found) return `${path} ~ ${found.passedOver}`;
  if ('refused' in found) return `${path} ! ${found.refused.code}`;
  const { read, refused } = await readCase({ name: path, file: found.data, path });
  if (refused) return `${path} ! ${refused.code}`;
  return `${path} ${read?.parts.map((p) => `${p.rowsRead}-${p.rowsRejected}`).join(' ')}`;
}
