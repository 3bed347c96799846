import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DIST } from './site';

/** A profile that is dropped beside the built page: the first one's figures under another name, without a sample. */
export const TOY = { id: 'toy-2017', name: '试点省 2017', office: '试点省双打办' };

export interface Dropped {
  /** The built page with both profiles. */
  folder: string;
  /** Changes a file of the toy, as an administrator would. */
  change(file: string, change: (content: Record<string, unknown>) => void): void;
  remove(): void;
}

/** Lays a profile beside the built page by hand, as docs/deploy.md says, and adds it to the list. */
export function dropToy(): Dropped {
  const folder = mkdtempSync(join(tmpdir(), 'kaoping-two-'));
  for (const name of readdirSync(DIST)) if (name !== 'profiles') symlinkSync(join(DIST, name), join(folder, name));
  const profiles = join(folder, 'profiles');
  mkdirSync(profiles);
  const first = join(DIST, 'profiles', 'qinghai-2017');
  symlinkSync(first, join(profiles, 'qinghai-2017'));
  // Not the compressed copies: they would go on saying what the first one says.
  cpSync(first, join(profiles, TOY.id), { recursive: true, filter: (path) => !/\.(gz|br)$/.test(path) });
  const change: Dropped['change'] = (file, make) => {
    const path = join(profiles, TOY.id, file);
    const content = JSON.parse(readFileSync(path, 'utf8'));
    make(content);
    writeFileSync(path, JSON.stringify(content));
  };
  change('profile.json', (profile) => Object.assign(profile, TOY, { samples: [] }));
  const list = JSON.parse(readFileSync(join(DIST, 'profiles', 'index.json'), 'utf8'));
  const [qinghai] = list.profiles;
  writeFileSync(join(profiles, 'index.json'), JSON.stringify({ profiles: [qinghai, TOY] }));
  return { folder, change, remove: () => rmSync(folder, { recursive: true }) };
}
