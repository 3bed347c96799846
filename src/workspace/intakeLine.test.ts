import { expect, it } from 'vitest';
import { MemoryStore } from '../archive/memory';
import { FaultyStore, quotaError } from '../archive/testing/faultyStore';
import { accepted, begun, cases, csv, heldBy, NAME, row, SECOND, take } from './testing/desks';

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

it('where nothing can be taken in, who cancelled is told so and the others why', async () => {
  const failing = () => Promise.reject(new Error('no database'));
  const desk = await begun(new MemoryStore(), { startDatabase: failing });
  const cancel = new AbortController();
  const all = Promise.allSettled([take(desk, NAME, csv(row(1)), {}, cancel.signal), take(desk, SECOND, csv(row(2)))]);
  await Promise.resolve();
  await Promise.resolve();
  cancel.abort();
  const [one, other] = await all;
  expect(one).toEqual({ status: 'fulfilled', value: { outcome: 'cancelled', file: NAME } });
  expect(other).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('no database') } });
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
