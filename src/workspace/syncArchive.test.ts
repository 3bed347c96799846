import { expect, it } from 'vitest';
import { effectiveSubmissions, type Submission, submissionStatus } from '../domain/submission';
import { AS_OF, accepted, cases, csv, kept, NAME, open, row, take } from './testing/desks';

it('takes in again what is kept, to the same cells', async () => {
  const { store, before } = await kept();
  await store.remove(`cache/cells-${AS_OF}.json`);
  const desk = await open(store);
  expect(desk.state()).toMatchObject({ kind: 'real', submissions: [{}, {}, {}] });
  expect(await cases(desk)).toEqual(before);
  expect(desk.state()).toMatchObject({ faults: [], loading: null, revision: 1 });
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
