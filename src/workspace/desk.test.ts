import { createHash } from 'node:crypto';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { catalogue } from '../../tests/support/catalogue';
import { qinghai } from '../../tests/support/profile';
import { Archive } from '../archive/archive';
import { MemoryStore } from '../archive/memory';
import { officeMark } from '../archive/officeMark';
import { FaultyStore, quotaError } from '../archive/testing/faultyStore';
import { Catalogue } from '../domain/catalogue/catalogue';
import type { CellSet } from '../domain/cells';
import { officeOf } from '../domain/office';
import { effectiveSubmissions, type Submission, submissionStatus } from '../domain/submission';
import { openNodeDatabase } from '../engine/node/duckdb';
import type { Database } from '../engine/port';
import { nodeReader } from '../intake/node/reader';
import type { FileReader } from '../intake/read/reader';
import { Desk } from './desk';
import type { DeskParts } from './deskParts';
import { encodeCells } from './keptCells';
import type { Declared, TakeInResult, WorkspaceState } from './workspace';

const AS_OF = '2018-01-10';
const PROGRAM = 'this';
const HEADER = '编号,类型,县区,承办部门,接收日期,受理日期';
const row = (id: number, accepted = '2017-03-06') => `T-${id},投诉,海晏县,工商,2017-03-05,${accepted}`;
const csv = (...rows: string[]) => [HEADER, ...rows].map((l) => `${l}\n`).join('');
const NAME = '2017Q1_632200_complaints.csv';
const SECOND = '2017Q1_632200_complaints_v2.csv';

const databases: Database[] = [];
afterEach(async () => {
  for (const db of databases.splice(0)) await db.close();
});

const reader = nodeReader(qinghai);
/** A reader whose files come only once something is done. */
const waitingFor = (done: Promise<unknown>): FileReader => ({
  hash: (file) => done.then(() => reader.hash(file)),
  read: (...asked) => done.then(() => reader.read(...asked)),
});

const SAMPLE = { [NAME]: csv(row(1), row(2), row(3, 'x')) };
const parts = (store: MemoryStore, more: Partial<DeskParts> = {}): DeskParts => ({
  store,
  startDatabase: async () => {
    const db = await openNodeDatabase({ threads: 1 });
    databases.push(db);
    return db;
  },
  reader,
  sample: async () => ({
    files: [{ path: NAME, receivedOn: '2017-04-05', read: async () => new Blob([SAMPLE[NAME]]) }],
    kept: null,
  }),
  now: () => '2017-04-05T08:00:00.000Z',
  changed: () => undefined,
  program: PROGRAM,
  lull: 0,
  ...more,
});

const open = (store = new MemoryStore(), more: Partial<DeskParts> = {}) => Desk.open(qinghai, parts(store, more));
const begun = async (store = new MemoryStore(), more: Partial<DeskParts> = {}) => {
  const desk = await open(store, more);
  await desk.empty(desk.state().seen);
  return desk;
};
const take = (
  desk: Desk,
  name: string,
  text: string,
  declared: Declared = { receivedOn: '2017-04-05' },
  signal?: AbortSignal,
): Promise<TakeInResult> => desk.takeIn(new File([text], name), name, declared, signal ? { signal } : {});

/** What the desk holds, apart from the count of its changes. */
const heldBy = (desk: Desk) => ({ ...desk.state(), revision: null });

/** Cells over cases in a fixed order; 报送及时率 aside. */
async function cases(desk: Desk): Promise<CellSet> {
  const { cells, durations } = await desk.cells(AS_OF);
  const inOrder = <T>(list: readonly T[]) =>
    list
      .map((c) => JSON.stringify(c))
      .sort()
      .map((c) => JSON.parse(c) as T);
  return {
    cells: inOrder(cells.filter((c) => c.indicator !== 'submission_on_time')),
    durations: inOrder(durations),
    undated: [],
  };
}
const accepted = async (desk: Desk) =>
  (await cases(desk)).cells
    .filter((c) => c.indicator === 'acceptance_on_time')
    .map((c) => [c.numerator, c.denominator]);

describe('the sample', () => {
  it('opens by itself, takes no files, and gives way to a real workspace and back', async () => {
    const desk = await open();
    expect(desk.state().kind).toBe('sample');
    expect(await accepted(desk)).toEqual([[2, 2]]);
    expect(desk.state().submissions).toMatchObject([
      { rowsRead: 3, rowsAccepted: 2, rowsRejected: 1, receivedOn: '2017-04-05' },
    ]);
    expect(await (await desk.original(1)).text()).toBe(SAMPLE[NAME]);
    await expect(take(desk, NAME, csv(row(1)))).rejects.toThrow('示例工作区');

    await desk.empty(desk.state().seen);
    expect(desk.state()).toMatchObject({ kind: 'real', submissions: [] });
    expect(await accepted(desk)).toEqual([]);

    await desk.openSample(desk.state().seen);
    expect(desk.state().kind).toBe('sample');
    expect(await accepted(desk)).toEqual([[2, 2]]);
  });

  it('is shown from what the build computed until its files are read, and only where that is of this profile', async () => {
    const first = await open();
    const set = await first.cells(AS_OF);
    const { submissions } = first.state();
    const kept = {
      asOf: AS_OF,
      submissions: [...submissions],
      cells: await encodeCells(PROGRAM, qinghai, submissions, set),
    };
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = (cells: unknown): Partial<DeskParts> => ({
      reader: waitingFor(held),
      sample: async () => ({ ...(await parts(new MemoryStore()).sample()), kept: { ...kept, cells } }),
    });
    const shown = await open(new MemoryStore(), slow(kept.cells));
    await vi.waitFor(() => expect(shown.state().submissions).toEqual(submissions));
    expect(await shown.cells(AS_OF)).toEqual(set);
    expect(shown.state().revision).toBe(0);

    const foreign = await encodeCells(
      PROGRAM,
      { ...qinghai, profile: { ...qinghai.profile, id: 'other' } },
      submissions,
      set,
    );
    const unshown = await open(new MemoryStore(), slow(foreign));
    await vi.waitFor(() => expect(unshown.state().loading).toEqual({ done: 0, total: 1 }));
    expect(unshown.state().submissions).toEqual([]);
    release();
    expect(await accepted(unshown)).toEqual([[2, 2]]);
  });

  it('does not take the place of submissions', async () => {
    const desk = await begun();
    await take(desk, NAME, csv(row(1)));
    await expect(desk.openSample(desk.state().seen)).rejects.toMatchObject({ code: 'not_empty' });
    expect(await accepted(desk)).toEqual([[1, 1]]);
  });
});

describe('taking in', () => {
  it('keeps the file and counts its rows', async () => {
    const desk = await begun();
    const result = await take(desk, NAME, csv(row(1), row(2, '2017-03-20'), 'T-3,投诉,某县,工商,2017-03-05,'));
    expect(result).toMatchObject({
      outcome: 'accepted',
      accepted: [{ problems: 1, submission: { id: 1, rowsRead: 3, rowsRejected: 1 } }],
    });
    expect(await accepted(desk)).toEqual([[1, 2]]);
    const question = { offset: 0, limit: 10 };
    expect(await desk.problems(question)).toMatchObject({ total: 1, rows: [{ row: 4, code: 'unknown_county' }] });
    expect(await desk.problems({ ...question, unit: '630100' })).toEqual({ total: 0, rows: [] });
    expect(await desk.problems({ ...question, severity: 'warning' })).toEqual({ total: 0, rows: [] });
    expect(await desk.problems({ ...question, severity: 'error', unit: '632200' })).toMatchObject({ total: 1 });
  });

  it('says so where the same file is there already', async () => {
    const desk = await begun();
    await take(desk, NAME, csv(row(1)));
    const before = heldBy(desk);
    expect(await take(desk, '2017Q1_海北州_投诉举报台账.csv', csv(row(1)))).toMatchObject({
      outcome: 'same',
      submission: { file: NAME },
    });
    expect(heldBy(desk)).toEqual(before);
    expect(await accepted(desk)).toEqual([[1, 1]]);
  });

  it('lets a new version replace the old one, which comes back when the new one is withdrawn', async () => {
    const desk = await begun();
    await take(desk, NAME, csv(row(1), row(2)));
    const second = await take(desk, SECOND, csv(row(1), row(2), row(3)));
    expect(await accepted(desk)).toEqual([[3, 3]]);
    const id = second.outcome === 'accepted' ? (second.accepted[0]?.submission.id ?? 0) : 0;
    await desk.withdraw(id);
    expect(await accepted(desk)).toEqual([[2, 2]]);
    await desk.restore(id);
    expect(await accepted(desk)).toEqual([[3, 3]]);
    expect(desk.state().submissions).toHaveLength(2);
  });

  it('lets an older version that comes late stand back', async () => {
    const desk = await begun();
    await take(desk, SECOND, csv(row(1)));
    await take(desk, NAME, csv(row(1), row(2)));
    expect(await accepted(desk)).toEqual([[1, 1]]);
  });

  it.each<[string, string, string, string]>([
    ['an empty file', NAME, '', 'empty_file'],
    ['a file of another kind', NAME, 'a,b\n1,2\n', 'no_header'],
    ['a name that says nothing', '台账.csv', csv(row(1)), 'name_silent'],
    ['a unit that is none', '2017Q1_火星_complaints.csv', csv(row(1)), 'unknown_unit'],
    ['a file of another kind whose name says nothing', '通知.pdf', '%PDF-1.4\n', 'unknown_form'],
    ['a table of another kind whose name says nothing', '名单.csv', '姓名,电话\n甲,1\n', 'no_header'],
    ['an empty file whose name says nothing', '台账.csv', '', 'empty_file'],
    ['a broken Parquet file', NAME, 'PAR1\0\0\0\0PAR1', 'broken_parquet'],
  ])('refuses %s and changes nothing', async (_, name, text, code) => {
    const desk = await begun();
    await take(desk, NAME, csv(row(1)));
    const before = { state: heldBy(desk), cells: await cases(desk) };
    expect(await take(desk, name, text)).toMatchObject({
      outcome: 'refused',
      file: name,
      problem: { code, row: null },
    });
    expect(heldBy(desk)).toEqual(before.state);
    expect(await cases(desk)).toEqual(before.cells);
    // A refusal does not stand in the way of the next file.
    expect(await take(desk, SECOND, csv(row(1), row(2)))).toMatchObject({ outcome: 'accepted' });
  });

  it('asks what stands in a file along with whose it is, and keeps what was answered', async () => {
    const desk = await begun();
    const text = '单位：万元\n案号,办案部门,县区,处罚决定日期,罚没金额（元）\nP-1,工商,海晏县,03/04/17,2\n';
    const asked = await take(desk, '处罚案件.csv', text);
    expect(asked).toMatchObject({ outcome: 'refused', problem: { code: 'name_silent' } });
    const asks = asked.outcome === 'refused' ? asked.asks.map((a) => a.of) : [];
    expect(asks).toEqual(['fine_yuan_unit', 'day_month_order', 'two_digit_year']);
    const answers = { fine_yuan_unit: '万元', day_month_order: 'month_first', two_digit_year: '20yy' } as const;
    const declared = { unit: '632200', period: '2017Q1', answers } as const;
    expect(await take(desk, '处罚案件.csv', text, declared)).toMatchObject({ outcome: 'accepted' });
    expect(await take(desk, '处罚案件.csv', text, declared)).toMatchObject({ outcome: 'same' });
    expect(desk.state().submissions).toMatchObject([{ answers, rowsAccepted: 1 }]);
    // Another answer is another reading.
    const other = { ...declared, answers: { ...answers, fine_yuan_unit: '元' } } as const;
    expect(await take(desk, '处罚案件.csv', text, other)).toMatchObject({ outcome: 'accepted' });
  });

  it('believes what the person says before what the name says', async () => {
    const desk = await begun();
    const result = await take(desk, '台账.csv', csv(row(1)), {
      unit: '632200',
      period: '2017Q2',
      ledger: 'complaints',
    });
    expect(result).toMatchObject({
      accepted: [{ submission: { unit: '632200', period: '2017Q2', receivedOn: null } }],
    });
  });

  it('stops where the person cancels, and leaves everything as it was', async () => {
    const desk = await begun();
    await take(desk, NAME, csv(row(1)));
    const before = heldBy(desk);
    const cancel = new AbortController();
    const inFlight = desk.takeIn(
      new File([csv(row(2))], SECOND),
      SECOND,
      {},
      { signal: cancel.signal, onProgress: () => cancel.abort() },
    );
    expect(await inFlight).toEqual({ outcome: 'cancelled', file: SECOND });
    expect(await take(desk, SECOND, csv(row(2)), {}, AbortSignal.abort())).toEqual({
      outcome: 'cancelled',
      file: SECOND,
    });
    expect(heldBy(desk)).toEqual(before);
    expect(await accepted(desk)).toEqual([[1, 1]]);
  });

  it.each<[string, (name: string) => boolean]>([
    ['the file', (name) => name.startsWith('originals/')],
    ['the manifest', (name) => name.startsWith('manifest-')],
  ])('leaves everything as it was where there is no room for %s', async (_, hit) => {
    const store = new FaultyStore();
    const desk = await begun(store);
    await take(desk, NAME, csv(row(1)));
    const before = heldBy(desk);
    store.fault = (name) => (hit(name) ? quotaError() : undefined);
    await expect(take(desk, SECOND, csv(row(1), row(2)))).rejects.toMatchObject({ code: 'store_full' });
    expect(heldBy(desk)).toEqual(before);
    expect(await accepted(desk)).toEqual([[1, 1]]);
    store.fault = () => undefined;
    expect(await take(desk, SECOND, csv(row(1), row(2)))).toMatchObject({ outcome: 'accepted' });
    expect(await accepted(desk)).toEqual([[2, 2]]);
  });
});

describe('coming back', () => {
  const kept = async () => {
    const store = new MemoryStore();
    const desk = await begun(store);
    await take(desk, NAME, csv(row(1), row(2)));
    await take(desk, SECOND, csv(row(1), row(2), row(3)));
    await take(desk, '2017Q2_632200_complaints.csv', csv(row(2, '2017-05-05')));
    return { store, before: await cases(desk), asked: await desk.cells(AS_OF) };
  };

  it('takes in again what is kept, to the same cells', async () => {
    const { store, before } = await kept();
    await store.remove(`cache/cells-${AS_OF}.json`);
    const desk = await open(store);
    expect(desk.state()).toMatchObject({ kind: 'real', submissions: [{}, {}, {}] });
    expect(await cases(desk)).toEqual(before);
    expect(desk.state()).toMatchObject({ faults: [], loading: null, revision: 1 });
  });

  it('answers from the cells of the last visit before the rows are there', async () => {
    const { store, asked } = await kept();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const desk = await open(store, { reader: waitingFor(held) });
    expect(await desk.cells(AS_OF)).toEqual(asked);
    expect(desk.state().revision).toBe(0);
    release();
  });

  it('does not answer from the cells of other submissions', async () => {
    const { store, before } = await kept();
    const cells = await store.read(`cache/cells-${AS_OF}.json`);
    const other = await begun(store);
    await take(other, NAME, csv(row(1)));
    await store.write(`cache/cells-${AS_OF}.json`, cells as Blob);
    const desk = await open(store);
    expect(await accepted(desk)).toEqual([[1, 1]]);
    expect(await cases(desk)).not.toEqual(before);
  });

  it.each<[string, (text: string) => string | null]>([
    ['gone', () => null],
    ['shorter than it was', (text) => text.slice(1)],
    ['altered, as long as it was', (text) => text.replace('2017-05-05', '2017-09-05')],
  ])('says which original is %s, and counts the others', async (_, alter) => {
    const { store } = await kept();
    const names = await store.list('originals/');
    const texts = await Promise.all(names.map(async (n) => (await store.read(n))?.text()));
    const at = texts.findIndex((t) => t?.includes('2017-05-05'));
    const altered = alter(texts[at] as string);
    const name = names[at] as string;
    if (altered === null) await store.remove(name);
    else await store.write(name, new Blob([altered]));
    await store.remove(`cache/cells-${AS_OF}.json`);
    const desk = await open(store);
    expect(await accepted(desk)).toEqual([[3, 3]]);
    expect(desk.state().faults).toMatchObject([
      { file: '2017Q2_632200_complaints.csv', message: expect.stringContaining('原始文件') },
    ]);
    // What lacks a submission is not kept as if it were whole.
    expect(await store.read(`cache/cells-${AS_OF}.json`)).toBeNull();
  });

  it('takes an export in elsewhere, to the same cells', async () => {
    const { store, before } = await kept();
    const { zip } = await (await open(store)).exportZip();
    const elsewhere = await begun();
    await elsewhere.importZip(zip);
    expect(await cases(elsewhere)).toEqual(before);
    expect(elsewhere.state().submissions.map((s) => s.file)).toEqual([NAME, SECOND, '2017Q2_632200_complaints.csv']);
    await expect(elsewhere.importZip(zip)).rejects.toMatchObject({ code: 'not_empty' });
  });

  it('opens nothing that is of a ledger which the office does not keep, and says which', async () => {
    const { store } = await kept();
    const { ledgers, indicators } = catalogue.definitions;
    const lacking = officeOf(
      qinghai.profile,
      new Catalogue({ ledgers: ledgers.filter((l) => l.id !== 'complaints'), indicators }),
    );
    const before = await store.list('');
    await expect(Desk.open(lacking, parts(store))).rejects.toMatchObject({
      code: 'ledger_unknown',
      message: expect.stringContaining('complaints'),
    });
    expect(await store.list('')).toEqual(before);
  });

  it('keeps what it has where an export is damaged', async () => {
    const { store } = await kept();
    const { zip } = await (await open(store)).exportZip();
    const desk = await open();
    await expect(desk.importZip(zip.slice(0, zip.size - 40))).rejects.toMatchObject({ code: 'zip_unreadable' });
    expect(desk.state().kind).toBe('sample');
    expect(await accepted(desk)).toEqual([[2, 2]]);
  });

  it.each<[string, string | null]>([
    ['gone', null],
    ['altered', '编号,类型'],
  ])('mends an original that is %s by the same file, and counts nowhere until then', async (_, damaged) => {
    const { store, before } = await kept();
    const file = '2017Q2_632200_complaints.csv';
    const text = csv(row(2, '2017-05-05'));
    const { sha256 = '' } = (await open(store)).state().submissions.find((s) => s.file === file) ?? {};
    if (damaged) await store.write(`originals/${sha256}`, new Blob([damaged]));
    else await store.remove(`originals/${sha256}`);
    await store.remove(`cache/cells-${AS_OF}.json`);
    const desk = await open(store);
    expect(await accepted(desk)).toEqual([[3, 3]]);
    const { submissions } = desk.state();
    const broken = submissions.find((s) => s.file === file) as Submission;
    expect(submissionStatus(broken, effectiveSubmissions(submissions))).toBe('unreadable');
    // Neither for nor against the unit.
    const punctual = (await desk.cells(AS_OF)).cells.filter(
      (c) => c.indicator === 'submission_on_time' && c.place === '632200' && c.quarter === 2017 * 4 + 2,
    );
    expect(punctual).toHaveLength(1);
    const exported = await desk.exportZip();
    expect(exported.left.map((l) => l.submission.file)).toEqual([file]);

    expect(await take(desk, file, text)).toMatchObject({ outcome: 'same', mended: true });
    expect(desk.state().faults).toEqual([]);
    expect(await cases(desk)).toEqual(before);
    expect(await cases(await open(store))).toEqual(before);
  });

  it('counts the day of a replaced version only while its bytes are whole', async () => {
    const { store } = await kept();
    const punctual = async () => {
      const { cells } = await (await open(store)).cells(AS_OF);
      const of = cells.filter((c) => c.indicator === 'submission_on_time' && c.place === '632200');
      return of.filter((c) => c.quarter === 2017 * 4 + 1).map((c) => [c.numerator, c.denominator]);
    };
    // The first version came in time; the second counts its rows.
    expect(await punctual()).toEqual([
      [1, 1],
      [0, 1],
    ]);
    const { sha256 } = (await open(store)).state().submissions[0] as Submission;
    await store.remove(`originals/${sha256}`);
    await store.remove(`cache/cells-${AS_OF}.json`);
    const desk = await open(store);
    await desk.refresh();
    expect(desk.state().faults.map((f) => f.file)).toEqual([NAME]);
    expect(await accepted(desk)).toEqual([[2, 3]]);
  });

  it('lets a broken one be withdrawn', async () => {
    const { store } = await kept();
    for (const name of await store.list('originals/')) await store.remove(name);
    const desk = await open(store);
    await desk.refresh();
    expect(desk.state().faults).toHaveLength(3);
    for (const { submission } of desk.state().faults) await desk.withdraw(submission);
    expect(desk.state().faults).toEqual([]);
  });

  it('takes in an original that is refused today, and says at once that it is not counted', async () => {
    const { store } = await kept();
    const { zip } = await (await open(store)).exportZip();
    const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
    const manifest = JSON.parse(strFromU8(files['manifest.json'] as Uint8Array));
    const { file, place, sha256 } = manifest.submissions[2];
    // An earlier version read it; this one does not.
    const content = strToU8(csv(row(1)).replace('县区', '地方'));
    const hash = createHash('sha256').update(content).digest('hex');
    const name = Object.keys(files).find((n) => n === place || n.includes(sha256) || n.endsWith(file)) as string;
    files[name] = content;
    manifest.submissions[2] = { ...manifest.submissions[2], sha256: hash, bytes: content.length };
    files['manifest.json'] = strToU8(JSON.stringify(manifest));
    const elsewhere = new MemoryStore();
    const desk = await open(elsewhere);
    const seen: unknown[] = [];
    desk.subscribe(() => {
      const { submissions, faults } = desk.state();
      const counted = submissions.find((s) => s.file === file && s.rowsRead === 0 && !s.unreadable);
      if (desk.state().kind === 'real' && counted && faults.length === 0) seen.push(desk.state());
    });
    const packed = new Blob([zipSync(files) as Uint8Array<ArrayBuffer>]);
    const { submissions, unread } = await desk.importZip(packed);
    expect([submissions, unread]).toEqual([3, [file]]);
    expect(desk.state().faults).toMatchObject([{ file, message: expect.stringContaining('县区') }]);
    expect(desk.state().submissions.map((s) => s.unreadable ?? false)).toEqual([false, false, true]);
    expect(seen).toEqual([]);

    // On the next visit it is no zero return before it is read either.
    const next = await open(elsewhere);
    const status = ({ submissions: all }: WorkspaceState) =>
      all.map((s) => [submissionStatus(s, effectiveSubmissions(all)), s.uncounted ?? false]);
    expect([next.state().revision, ...status(next.state())]).toEqual([
      0,
      ['superseded', false],
      ['current', false],
      ['current', true],
    ]);
    await next.refresh();
    expect(status(next.state()).at(-1)).toEqual(['unreadable', false]);
  });

  it('believes its own count of the rows, not the zip’s', async () => {
    const { store } = await kept();
    const { zip } = await (await open(store)).exportZip();
    const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
    const manifest = JSON.parse(strFromU8(files['manifest.json'] as Uint8Array));
    manifest.submissions[0] = { ...manifest.submissions[0], rowsRead: 0, rowsAccepted: 0, rowsRejected: 0 };
    manifest.submissions[2] = { ...manifest.submissions[2], rowsRead: 99_999, rowsAccepted: 99_999, rowsRejected: 0 };
    files['manifest.json'] = strToU8(JSON.stringify(manifest));
    const desk = await open();
    const told: number[] = [];
    await desk.importZip(new Blob([zipSync(files) as Uint8Array<ArrayBuffer>]), { onProgress: (s) => told.push(s) });
    expect(desk.state().submissions.map((s) => s.rowsRead)).toEqual([2, 3, 1]);
    expect(told.at(-1)).toBe(1);
    manifest.submissions[0].unit = 'mars';
    files['manifest.json'] = strToU8(JSON.stringify(manifest));
    const other = await open();
    const altered = new Blob([zipSync(files) as Uint8Array<ArrayBuffer>]);
    await expect(other.importZip(altered)).rejects.toMatchObject({ code: 'zip_foreign' });
    expect(await accepted(other)).toEqual([[2, 2]]);
  });

  it('says that the manifest was made anew', async () => {
    const { store, before } = await kept();
    for (const name of await store.list('manifest-')) await store.write(name, new Blob(['half']));
    const desk = await open(store);
    expect(desk.state()).toMatchObject({ kind: 'real', rebuilt: { submissions: 3, unnamed: 0 } });
    expect(await cases(desk)).toEqual(before);
  });

  it('begins real work at once, however long the sample would take to read', async () => {
    const reading = vi.fn(
      (_file: Blob, signal?: AbortSignal) =>
        new Promise<never>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
    );
    const desk = await open(new MemoryStore(), { reader: { ...reader, hash: reading } });
    await vi.waitFor(() => expect(reading).toHaveBeenCalled());
    await desk.empty(desk.state().seen);
    expect(desk.state()).toMatchObject({ kind: 'real', submissions: [], loading: null });
  });

  it('takes notice of what another tab took in', async () => {
    const store = new MemoryStore();
    const one = await begun(store);
    const two = await open(store);
    await take(one, NAME, csv(row(1)));
    await two.refresh();
    expect(await accepted(two)).toEqual([[1, 1]]);
    // The other tab's file has the number that this one had in mind.
    await take(one, '2017Q2_632200_complaints.csv', csv(row(2)));
    await take(two, '2017Q3_632200_complaints.csv', csv(row(3)));
    expect(await accepted(two)).toEqual([[3, 3]]);
    expect(two.state().submissions.map((s) => s.id)).toEqual([1, 2, 3]);
  });

  it('destroys nothing that another tab took in since', async () => {
    const store = new MemoryStore();
    const stale = await open(store);
    await stale.cells(AS_OF);
    const { seen } = stale.state();
    const one = await begun(store);
    await take(one, NAME, csv(row(1)));
    // The stale tab still shows the sample, and its person has agreed to empty that.
    await expect(stale.empty(seen)).rejects.toMatchObject({ code: 'changed_elsewhere' });
    expect(stale.state()).toMatchObject({ kind: 'real', submissions: [{ file: NAME }] });
    expect(await accepted(stale)).toEqual([[1, 1]]);
    await expect(stale.openSample(stale.state().seen)).rejects.toMatchObject({ code: 'not_empty' });
    // A file handed to a tab that still shows the sample joins the others.
    const late = await open(store);
    await take(late, '2017Q2_632200_complaints.csv', csv(row(2)));
    expect(await accepted(late)).toEqual([[2, 2]]);
  });

  it('has seen only what it shows, also where it corrected a count meanwhile', async () => {
    const store = new MemoryStore();
    const first = await begun(store);
    await take(first, NAME, csv(row(1)));
    const archive = await Archive.open(store, await officeMark(qinghai));
    await archive.recount(new Map([[1, { rowsRead: 9, rowsAccepted: 9, rowsRejected: 0 }]]));
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = await open(store, { reader: waitingFor(held) });
    await vi.waitFor(() => expect(slow.state().loading).toEqual({ done: 0, total: 1 }));
    const other = await open(store);
    await take(other, '2017Q2_632200_complaints.csv', csv(row(2)));
    release();
    await vi.waitFor(() => expect(slow.state().revision).toBe(1));
    expect(slow.state().submissions).toMatchObject([{ rowsRead: 1 }]);
    await expect(slow.empty(slow.state().seen)).rejects.toMatchObject({ code: 'changed_elsewhere' });
    expect(slow.state().submissions).toHaveLength(2);
    expect(await accepted(slow)).toEqual([[2, 2]]);
  });

  it('keeps no cells of what was not read to its end', async () => {
    const store = new MemoryStore();
    const first = await begun(store);
    await take(first, NAME, csv(row(1)));
    let stuck = true;
    const desk = await open(store, {
      reader: {
        ...reader,
        read: (file, request, sink, options) =>
          stuck
            ? new Promise((_resolve, reject) =>
                options?.signal?.addEventListener('abort', () => reject(options.signal?.reason)),
              )
            : reader.read(file, request, sink, options),
      },
    });
    await vi.waitFor(() => expect(desk.state().loading).toEqual({ done: 0, total: 1 }));
    const asked = desk.cells(AS_OF).catch((error) => error);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const refused = desk.empty('not what is there').catch((error) => error);
    stuck = false;
    expect(await refused).toMatchObject({ code: 'changed_elsewhere' });
    expect(await asked).toBeInstanceOf(Error);
    expect(await accepted(desk)).toEqual([[1, 1]]);
    expect(await accepted(await open(store))).toEqual([[1, 1]]);
  });

  it('stays where it is while the server does not hand out the sample', async () => {
    const desk = await begun(new MemoryStore());
    const other = await begun(new MemoryStore(), { sample: () => Promise.reject(new Error('away')) });
    await expect(other.openSample(other.state().seen)).rejects.toThrow('away');
    expect(other.state()).toMatchObject({ kind: 'real', submissions: [] });
    expect(await take(other, NAME, csv(row(1)))).toMatchObject({ outcome: 'accepted' });
    expect(desk.state().kind).toBe('real');
  });
});
