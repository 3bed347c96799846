import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { officeWith, profileFiles, qinghai } from '../../tests/support/profile';
import { Catalogue } from '../domain/catalogue/catalogue';
import { officeOf } from '../domain/office';
import { readProfile } from '../domain/readProfile';
import { exportZip } from './exportZip';
import { type ImportOptions, readZip } from './importZip';
import { MemoryStore } from './memory';
import { type OfficeMark, officeMark } from './officeMark';
import { placeOf } from './place';
import { sha256Of } from './sha256';
import { FullStore } from './testing/faultyStore';
import { addFile, OFFICE, openArchive } from './testing/submissions';

const REDEFINED: OfficeMark = { ...OFFICE, hash: 'b'.repeat(64) };
const OTHER: OfficeMark = { profile: 'xiamen-2016', name: '厦门市 2016', hash: 'c'.repeat(64) };
const AT = '2018-01-11T00:00:00.000Z';

describe('the mark of an office', () => {
  it('is of all that the profile says, in whatever order its files say it', async () => {
    const { catalogue } = qinghai;
    const mark = await officeMark(qinghai);
    expect(mark).toMatchObject({ profile: 'qinghai-2017', name: '青海省' });
    const files = profileFiles();
    files.profile = Object.fromEntries(Object.entries(files.profile).reverse());
    expect(await officeMark(officeOf(readProfile(catalogue, files), catalogue))).toEqual(mark);
    expect((await officeMark(officeWith([], ['2017-02-27']))).hash).not.toBe(mark.hash);
    const [first, ...rest] = catalogue.definitions.indicators;
    const renamed = { ...catalogue.definitions, indicators: [{ ...first, name: '另一名称' } as typeof first, ...rest] };
    const other = officeOf(qinghai.profile, new Catalogue(renamed as typeof catalogue.definitions));
    expect((await officeMark(other)).hash).not.toBe(mark.hash);
  });
});

it.each([
  // Where the page kept its archive when there was one profile: never to be changed.
  ['qinghai-2017', 'kaoping'],
  ['xiamen-2016', 'kaoping-xiamen-2016'],
])('the archive of %s lies in a place of its own', (profile, place) => {
  expect(placeOf(profile)).toBe(place);
});

/** What the page of one profile left in its store: a sealed manifest of version 2. */
async function earlierStore(): Promise<MemoryStore> {
  const store = new MemoryStore();
  const archive = await openArchive(store);
  await addFile(archive, 'a', 'a.csv');
  const { office: _, ...held } = archive.snapshot();
  const body = `2\n${JSON.stringify({ ...held, version: 2 })}`;
  for (const slot of ['manifest-a.json', 'manifest-b.json'])
    await store.write(slot, new Blob([await sha256Of(new Blob([body])), ' ', body]));
  return store;
}

const keptBy = async (office: OfficeMark): Promise<MemoryStore> => {
  const store = new MemoryStore();
  await addFile(await openArchive(store, office), 'a', 'a.csv');
  return store;
};

describe('a store', () => {
  it.each<[string, () => Promise<MemoryStore>, OfficeMark, string[] | string]>([
    ['of this office', () => keptBy(OFFICE), OFFICE, ['added']],
    ['of this office under other definitions', () => keptBy(OFFICE), REDEFINED, ['added', 'redefined']],
    ['of another office', () => keptBy(OTHER), OFFICE, 'other_office'],
    ['that tells no office, opened as the first one’s', earlierStore, OFFICE, ['added']],
    ['that tells no office, opened as another’s', earlierStore, OTHER, 'other_office'],
  ])('%s', async (_, kept, office, expected) => {
    const store = await kept();
    const before = await store.list('');
    const opened = await openArchive(store, office).catch((error: unknown) => error);
    if (typeof expected === 'string') {
      expect(opened).toMatchObject({ code: expected, message: expect.stringContaining(office.name) });
      expect(await store.list('')).toEqual(before);
      return;
    }
    const again = await openArchive(store, office);
    expect(again.submissions.map((s) => s.file)).toEqual(['a.csv']);
    // Once: the next visit finds it kept under the definitions of today.
    expect(again.history.map((h) => h.event)).toEqual(expected);
    expect(again.redefined).toBeNull();
    expect(again.snapshot().office).toEqual(office);
  });

  it('says under which definitions it was kept before, and which hold now', async () => {
    const archive = await openArchive(await keptBy(OFFICE), REDEFINED);
    expect(archive.redefined).toEqual(OFFICE);
    expect(archive.history.at(-1)).toMatchObject({
      office: REDEFINED,
      detail: expect.stringMatching(/「青海省 2017」（qinghai-2017）.*aaaaaaaa.*bbbbbbbb/),
    });
  });

  it('says so on a full disk too', async () => {
    const store = new FullStore();
    await addFile(await openArchive(store), 'a', 'a.csv');
    store.limit = 0;
    expect((await openArchive(store, REDEFINED)).redefined).toEqual(OFFICE);
  });

  it('bears the mark from the first change on where an earlier version wrote it', async () => {
    const store = await earlierStore();
    await addFile(await openArchive(store), 'b', 'b.csv');
    await expect(openArchive(store, OTHER)).rejects.toMatchObject({ code: 'other_office' });
    expect((await openArchive(store, REDEFINED)).redefined).toEqual(OFFICE);
  });
});

/** A zip of an office, or as the version wrote it that knew one. */
async function zipOf(office: OfficeMark | null): Promise<Blob> {
  const archive = await openArchive(await keptBy(office ?? OFFICE), office ?? OFFICE);
  const { zip } = await exportZip(archive, qinghai);
  if (office) return zip;
  const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
  const { office: _, ...manifest } = JSON.parse(strFromU8(files['manifest.json'] as Uint8Array));
  files['manifest.json'] = strToU8(JSON.stringify({ ...manifest, version: 3 }));
  return new Blob([zipSync(files) as Uint8Array<ArrayBuffer>]);
}

describe('a zip', () => {
  it.each<[string, OfficeMark | null, OfficeMark, ImportOptions, string[] | string]>([
    ['of this office', OFFICE, OFFICE, {}, ['added', 'imported']],
    ['of this office under other definitions', OFFICE, REDEFINED, {}, ['added', 'imported', 'redefined']],
    ['of another office', OTHER, OFFICE, {}, 'zip_other_office'],
    ['of another office, whatever was said', OTHER, OFFICE, { ofNoOffice: true }, 'zip_other_office'],
    ['that tells no office, taken in by the first', null, OFFICE, {}, ['added', 'imported']],
    ['that tells no office, taken in by another', null, OTHER, {}, 'zip_of_no_office'],
    ['that tells no office, said to be of another', null, OTHER, { ofNoOffice: true }, ['added', 'imported']],
  ])('%s', async (_, made, here, options, expected) => {
    const zip = await zipOf(made);
    const archive = await openArchive(new MemoryStore(), here);
    const read = await readZip(zip, here, options).catch((error: unknown) => error);
    if (typeof expected === 'string') {
      expect(read).toMatchObject({ code: expected, message: expect.stringContaining(here.name) });
      return;
    }
    const { manifest, originals } = read as Awaited<ReturnType<typeof readZip>>;
    await archive.adopt(manifest, originals, { at: AT, event: 'imported', submission: null, file: '' });
    expect(archive.history.map((h) => h.event)).toEqual(expected);
    expect(archive.history[1]?.office).toEqual(made ?? undefined);
    expect(archive.snapshot().office).toEqual(here);
  });

  it('of another office names it, so that it can be opened', async () => {
    await expect(readZip(await zipOf(OTHER), OFFICE)).rejects.toMatchObject({
      facts: { profile: 'xiamen-2016' },
      message: expect.stringContaining('「厦门市 2016」（xiamen-2016）'),
    });
  });
});
