import { describe, expect, it } from 'vitest';
import { qinghai } from '../../tests/support/profile';
import { MemoryStore } from '../archive/memory';
import type { EvidenceQuestion } from '../domain/evidence';
import { Desk } from './desk';
import type { DeskParts } from './deskParts';
import { AS_OF, begun, csv, NAME, open, parts, row, take, until } from './testing/desks';

const CASES: EvidenceQuestion = { ledger: 'complaints', level: 'province', id: '630000', asOf: AS_OF };
const PROBLEMS = { offset: 0, limit: 50 };
const KEPT = 'cache/answers.json';

/** A desk that never comes to any rows: what it answers it was left. */
const WITHOUT_ROWS: Partial<DeskParts> = { startDatabase: () => new Promise(() => undefined) };
const isKept = (store: MemoryStore) => until(async () => expect(await store.read(KEPT)).not.toBeNull());

/** A desk with one submission that was asked for its cases and problems, and has kept the answers. */
async function visited(store: MemoryStore) {
  const desk = await begun(store);
  await take(desk, NAME, csv(row(1), row(2)));
  const [cases, problems] = [await desk.evidence(CASES, 0, 200), await desk.problemGroups(PROBLEMS)];
  await isKept(store);
  return { cases, problems };
}

describe('answers of the last visit', () => {
  it('are there before the rows, to the letter and in whatever order the question is put together', async () => {
    const store = new MemoryStore();
    const { cases, problems } = await visited(store);
    const desk = await open(store, WITHOUT_ROWS);
    expect(desk.state().revision).toBe(0);
    expect(cases.total).toBe(2);
    expect(desk.answered('evidence', CASES, 0, 200)).toEqual(cases);
    const { ledger, ...rest } = CASES as typeof CASES & { ledger: string };
    expect(desk.answered('evidence', { ...rest, ledger } as EvidenceQuestion, 0, 200)).toEqual(cases);
    expect(desk.answered('problemGroups', { ...PROBLEMS, unit: undefined })).toEqual(problems);
  });

  it.each<[string, EvidenceQuestion, number]>([
    ['with names', { ...CASES, persons: true }, 0],
    ['of a search', { ...CASES, search: '青' }, 0],
    ['of a later page', CASES, 200],
  ])('are not kept %s', async (_, question, offset) => {
    const store = new MemoryStore();
    const desk = await begun(store);
    await take(desk, NAME, csv(row(1)));
    await desk.evidence(question, offset, 200);
    await desk.evidence(CASES, 0, 200);
    await isKept(store);
    const next = await open(store, WITHOUT_ROWS);
    expect(next.answered('evidence', CASES, 0, 200)).toBeDefined();
    expect(next.answered('evidence', question, offset, 200)).toBeUndefined();
  });

  const turned = async (store: MemoryStore): Promise<void> => {
    const text = await ((await store.read(KEPT)) as Blob).text();
    const at = text.indexOf('\\"total\\":2');
    expect(at).toBeGreaterThan(0);
    await store.write(KEPT, new Blob([`${text.slice(0, at)}\\"total\\":3${text.slice(at + '\\"total\\":2'.length)}`]));
  };

  it.each<[string, (store: MemoryStore) => Promise<void>, Partial<DeskParts>, typeof qinghai]>([
    ['another program', async () => undefined, { program: 'another' }, qinghai],
    ['another profile', async () => undefined, {}, { ...qinghai, profile: { ...qinghai.profile, name: '别名' } }],
    ['damage', turned, {}, qinghai],
    ['what is no answer', (store) => store.write(KEPT, new Blob(['{"of":1}'])), {}, qinghai],
  ])('count for nothing with %s', async (_, change, more, office) => {
    const store = new MemoryStore();
    await visited(store);
    await change(store);
    const desk = await Desk.open(office, parts(store, { ...WITHOUT_ROWS, ...more }));
    expect(desk.answered('evidence', CASES, 0, 200)).toBeUndefined();
  });

  it('give way to those of other submissions', async () => {
    const store = new MemoryStore();
    await visited(store);
    const desk = await open(store);
    expect((await desk.evidence(CASES, 0, 200)).total).toBe(2);
    await take(desk, '2017Q2_632200_complaints.csv', csv(row(3, '2017-04-05')));
    expect(desk.answered('evidence', CASES, 0, 200)).toBeUndefined();
    expect((await desk.evidence(CASES, 0, 200)).total).toBe(3);
    expect(desk.answered('evidence', CASES, 0, 200)?.total).toBe(3);
    await desk.withdraw(2);
    expect(desk.answered('evidence', CASES, 0, 200)).toBeUndefined();
  });

  it('are not given once an original is found missing', async () => {
    const store = new MemoryStore();
    await visited(store);
    for (const path of await store.list('originals/')) await store.remove(path);
    const desk = await open(store);
    await until(() => expect(desk.state().faults).toHaveLength(1));
    expect(desk.answered('evidence', CASES, 0, 200)).toBeUndefined();
    expect(await store.read(KEPT)).toBeNull();
  });
});
