import { expect, it } from 'vitest';
import { qinghai } from '../../../tests/support/profile';
import type { LedgerId } from '../../domain/ledgers';
import { nodeReader } from '../node/reader';

const H = '编号,类型,县区,承办部门,接收日期';
const P = '案件编号,县区,办案部门,立案日期';
const complaint = (id: string) => `${id},投诉,海晏县,工商,2017-03-05`;
const penalty = (id: string) => `${id},海晏县,工商,2017-03-05`;

/** Rows read and accepted of each ledger, and the rows that reached the sink. */
async function read(text: string, ledger: LedgerId | null = null) {
  let rows = 0;
  let restarts = 0;
  const request = { unit: '632200', period: '2017Q1', receivedOn: null, ledger, namedLedger: null, answers: {} };
  const { parts } = await nodeReader(qinghai).read(new Blob([text]), request, {
    rows: async (_, __, typed) => {
      rows += typed.rows;
    },
    problems: async () => undefined,
    restart: async () => {
      rows = 0;
      restarts++;
    },
  });
  return { parts: parts.map((p) => [p.ledger, p.rowsRead, p.rowsAccepted]), rows, restarts };
}

it('that end in zeros count wherever another shows that they are text, before it too', async () => {
  const text = [H, complaint('2017063250000010'), complaint('2017063250000011'), ''].join('\n');
  expect(await read(text)).toEqual({ parts: [['complaints', 2, 2]], rows: 2, restarts: 1 });
});

it('that all end in zeros were rounded', async () => {
  const text = [H, complaint('2017063250000010'), complaint('2017063250000020'), ''].join('\n');
  expect(await read(text)).toEqual({ parts: [['complaints', 2, 0]], rows: 0, restarts: 0 });
});

it('are told by those of their own ledger: each is read by itself the next time', async () => {
  const text = [
    `${H},,${P}`,
    `${complaint('2017063250000011')},,${penalty('2017063250000020')}`,
    `${complaint('2017063250000012')},,${penalty('2017063250000030')}`,
    '',
  ].join('\n');
  expect((await read(text)).parts).toEqual([
    ['complaints', 2, 2],
    ['penalties', 2, 0],
  ]);
  expect((await read(text, 'penalties')).parts).toEqual([['penalties', 2, 0]]);
});
