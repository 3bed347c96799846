import { expect } from 'vitest';
import { emptyEngine, fileOf, take } from './clerk';

/** The files of a clerk who means no harm and does some, and of one who means it. */
export const { db, engine } = await emptyEngine();
let sequence = 0;
/** Key of the rows of the file sent last. */
let key = 0;

/** What became of a file, with the problems of its rows as `row code`. */
export async function sent(data: Blob | string, path?: string) {
  const taken = await take(engine, fileOf(++sequence, data, { receivedOn: '2017-04-05' }, path));
  if ('refused' in taken) {
    // A sentence in Chinese, to its end; nothing of the file is left.
    expect(taken.refused.message).toMatch(/^.{0,8}\p{Script=Han}/u);
    expect(taken.refused.message).toMatch(/。$/);
    expect(taken.refused.message).not.toMatch(/kaoping|\/tmp|attached/);
    for (const table of ['complaints', 'penalties', 'problem'])
      expect(await db.rows(`SELECT * FROM ${table}`)).toEqual([]);
    return { refused: taken.refused.code };
  }
  key = taken.key;
  const { rowsRead, rowsAccepted, rowsRejected } = taken.submission;
  expect(rowsAccepted + rowsRejected).toBe(rowsRead);
  await engine.setCurrent([{ key, submission: { ...taken.submission, id: 1 } }]);
  const { rows } = await engine.problems({}, 0, 100_000);
  const problems = rows.filter((p) => p.severity !== 'note');
  const notes = rows.filter((p) => p.severity === 'note');
  expect(problems).toHaveLength(taken.problems);
  const [kept] = await db.rows(`SELECT CAST(count(*) AS INTEGER) AS n FROM complaints WHERE submission = ${key}`);
  expect(kept?.n).toBe(rowsAccepted);
  return {
    read: rowsRead,
    accepted: rowsAccepted,
    problems: problems.map((p) => `${p.row ?? '-'} ${p.code}`),
    ...(notes.length && { notes: notes.map((p) => p.message) }),
  };
}
export const rowsOf = () =>
  db.rows(`SELECT "row", complaint_id AS id, place, channel, strftime(received_on, '%Y-%m-%d') AS day
    FROM complaints WHERE submission = ${key} ORDER BY "row"`);

export const lines = (...all: string[]): string => all.map((l) => `${l}\n`).join('');
