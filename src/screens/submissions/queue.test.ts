import { expect, test } from 'vitest';
import {
  accepted,
  CENTURY,
  DAY_ORDER,
  desk,
  dropped,
  LEDGER,
  refused,
  settled,
  states,
} from '../../../tests/support/queueDesk';
import { submissionOf } from '../../../tests/support/submission';
import { workspaceState } from '../../../tests/support/workspace-state';
import type { Ask } from '../../domain/problems';
import type { TakeInResult } from '../../workspace/workspace';
import { IntakeQueue } from './queue';

test('received.csv sets the days of those it names, the field the others; system files are left out', async () => {
  const workspace = desk(accepted);
  const queue = new IntakeQueue(workspace);
  await queue.add(
    [
      dropped('2017/2017Q1_632500_complaints.csv'),
      dropped('2017/2017Q1_632600_complaints.csv'),
      dropped('2017/received.csv', 'file,received_on\n2017Q1_632500_complaints.csv,2017/4/5\n'),
      dropped('2017/.DS_Store'),
    ],
    '2017-04-09',
  );
  await settled(queue);
  expect(workspace.takeIn.mock.calls.map(([, path, declared]) => [path, declared.receivedOn])).toEqual([
    ['2017/2017Q1_632500_complaints.csv', '2017-04-05'],
    ['2017/2017Q1_632600_complaints.csv', '2017-04-09'],
  ]);
  expect(queue.state().notes.join()).toContain('略过 1 个系统文件');
  expect(queue.state().items[0]).toMatchObject({ state: 'accepted', accepted: [{ problems: 2 }] });
});

test('a name that is silent is asked, never guessed', async () => {
  const workspace = desk(accepted);
  const queue = new IntakeQueue(workspace);
  await queue.add([dropped('632500_complaints.csv')], null);
  await settled(queue);
  const [item] = queue.state().items;
  expect(item).toMatchObject({ state: 'asking', named: { unit: '632500', period: null, ledger: 'complaints' } });
  queue.confirm(item?.id ?? 0);
  expect(workspace.takeIn).toHaveBeenCalledTimes(1);
  queue.declare(item?.id ?? 0, { period: '2017Q2' });
  queue.confirm(item?.id ?? 0);
  await settled(queue);
  expect(workspace.takeIn.mock.calls[1]?.[2]).toEqual({ period: '2017Q2', receivedOn: null });
});

test('whose it is and what it says is asked at once', async () => {
  const workspace = desk(accepted, [DAY_ORDER]);
  const queue = new IntakeQueue(workspace);
  await queue.add([dropped('2017Q1_complaints.csv')], null);
  await settled(queue);
  expect(queue.state().items[0]).toMatchObject({ state: 'asking', asks: [DAY_ORDER] });
  queue.answer(1, DAY_ORDER, 'day_first');
  queue.confirm(1);
  expect(queue.state().items[0]?.state).toBe('asking');
  queue.declare(1, { unit: '632500' });
  queue.confirm(1);
  await settled(queue);
  expect(queue.state().items[0]?.state).toBe('accepted');
});

test('a file that cannot be read is refused, not asked whose it is', async () => {
  const workspace = desk(accepted);
  workspace.takeIn.mockImplementation(async (_, path) => refused(path, '不是可读取的格式', [], 'unknown_form'));
  const queue = new IntakeQueue(workspace);
  await queue.add([dropped('通知.pdf')], null);
  await settled(queue);
  expect(queue.state().items[0]).toMatchObject({ state: 'refused', sentence: '不是可读取的格式' });
});

test('a name that says two things is asked like a silent one', async () => {
  const workspace = desk(accepted);
  workspace.nameOf = () => ({
    unit: null,
    period: '2017Q3',
    ledger: 'complaints',
    version: 1,
    readings: { unit: ['西宁市', '工商'], period: ['2017年第三季度'], ledger: ['投诉举报台账'] },
  });
  const queue = new IntakeQueue(workspace);
  await queue.add([dropped('2017Q3_西宁市_工商局_投诉举报台账.csv')], null);
  await settled(queue);
  expect(queue.state().items[0]?.state).toBe('asking');
  queue.declare(1, { unit: '630100' });
  queue.confirm(1);
  await settled(queue);
  expect(workspace.takeIn.mock.calls[1]?.[2]).toEqual({ unit: '630100', receivedOn: null });
});

test('a refusal and a failure say why and do not stop the others', async () => {
  const workspace = desk(async (file, path) => {
    if (path.includes('632600')) throw new Error('磁盘空间不足');
    if (path.includes('632500')) return refused(path, '文件是空的');
    return accepted(file, path);
  });
  const queue = new IntakeQueue(workspace);
  await queue.add(
    ['632500', '632600', '632700'].map((u) => dropped(`2017Q1_${u}_complaints.csv`)),
    null,
  );
  await settled(queue);
  expect(queue.state().items.map((i) => [i.state, i.sentence])).toEqual([
    ['refused', '文件是空的'],
    ['refused', '磁盘空间不足'],
    ['accepted', null],
  ]);
});

test('cancelling all stops those at work and those that wait; clearing leaves nothing', async () => {
  const workspace = desk(
    (_file, path, _declared, options) =>
      new Promise((resolve) => {
        options?.signal?.addEventListener('abort', () => resolve({ outcome: 'cancelled', file: path }));
      }),
  );
  const queue = new IntakeQueue(workspace);
  await queue.add(
    Array.from({ length: 20 }, (_, i) => dropped(`${String(i).padStart(2, '0')}_2017Q1_632500_complaints.csv`)),
    null,
  );
  await expect.poll(() => states(queue)['00_2017Q1_632500_complaints.csv']).toBe('working');
  expect(states(queue)['19_2017Q1_632500_complaints.csv']).toBe('waiting');
  queue.cancelAll();
  await settled(queue);
  expect(new Set(Object.values(states(queue)))).toEqual(new Set(['cancelled']));
  expect(workspace.takeIn).toHaveBeenCalledTimes(16);
  queue.clear();
  expect(queue.state().items).toEqual([]);
});

test('whose and when it is is asked where the name is silent; the ledger is told by the headers', async () => {
  const workspace = desk(accepted);
  const queue = new IntakeQueue(workspace);
  await queue.add([dropped('2017Q1_632500.xlsx'), dropped('2017Q1.xlsx')], null);
  await expect.poll(() => states(queue)).toEqual({ '2017Q1.xlsx': 'asking', '2017Q1_632500.xlsx': 'accepted' });
});

test('what is met in reading is asked, all of it answered, and the file handed in again with the answers', async () => {
  const workspace = desk(async (file, path, { ledger, answers }) => {
    if (!ledger) return refused(path, '台账不符', [LEDGER]);
    if (!answers) return refused(path, '有两种读法', [DAY_ORDER, CENTURY]);
    return accepted(file, path);
  });
  const queue = new IntakeQueue(workspace);
  await queue.add([dropped('2017Q1_632500_complaints.csv')], null);
  await settled(queue);
  expect(queue.state().items[0]).toMatchObject({ state: 'asking', asks: [LEDGER] });
  queue.answer(1, LEDGER, 'penalties');
  queue.confirm(1);
  await settled(queue);
  expect(queue.state().items[0]).toMatchObject({ state: 'asking', asks: [DAY_ORDER, CENTURY] });
  queue.answer(1, DAY_ORDER, 'month_first');
  queue.confirm(1);
  expect(queue.state().items[0]?.state).toBe('asking');
  queue.answer(1, CENTURY, '20yy');
  queue.confirm(1);
  await settled(queue);
  expect(queue.state().items[0]?.state).toBe('accepted');
  expect(workspace.takeIn.mock.calls.at(-1)?.[2]).toEqual({
    ledger: 'penalties',
    answers: { day_month_order: 'month_first', two_digit_year: '20yy' },
    receivedOn: null,
  });
});

test('an answer that is none of the choices any more has to be given anew', async () => {
  const [first, second] = DAY_ORDER.choices as [Ask['choices'][number], Ask['choices'][number]];
  const workspace = desk(async (file, path, { answers }) =>
    answers?.day_month_order === second.answer
      ? accepted(file, path)
      : refused(path, '有两种读法', [{ ...DAY_ORDER, choices: answers ? [second] : [first, second] }]),
  );
  const queue = new IntakeQueue(workspace);
  await queue.add([dropped('2017Q1_632500_complaints.csv')], null);
  await settled(queue);
  queue.answer(1, DAY_ORDER, first.answer);
  queue.confirm(1);
  await settled(queue);
  queue.confirm(1);
  expect(queue.state().items[0]?.state).toBe('asking');
  expect(workspace.takeIn).toHaveBeenCalledTimes(2);
  queue.answer(1, DAY_ORDER, second.answer);
  queue.confirm(1);
  await settled(queue);
  expect(queue.state().items[0]?.state).toBe('accepted');
});

test('a file that is asked about can be cancelled', async () => {
  const queue = new IntakeQueue(desk(async (_, path) => refused(path, '有两种读法', [DAY_ORDER])));
  await queue.add([dropped('2017Q1_632500_complaints.csv')], null);
  await settled(queue);
  queue.cancel(1);
  expect(queue.state().items[0]?.state).toBe('cancelled');
  queue.answer(1, DAY_ORDER, 'day_first');
  queue.confirm(1);
  expect(queue.state().items[0]?.state).toBe('cancelled');
});

test('each submission of a file says what it replaces', async () => {
  const held = submissionOf({ ledger: 'penalties', file: '旧.csv' });
  const workspace = {
    ...desk(
      async (_, path): Promise<TakeInResult> => ({
        outcome: 'accepted',
        accepted: (['complaints', 'penalties'] as const).map((ledger, i) => ({
          submission: submissionOf({ id: 2 + i, ledger, file: path, version: 2 }),
          problems: i,
        })),
      }),
    ),
    state: () => workspaceState({ submissions: [held] }),
  };
  const queue = new IntakeQueue(workspace);
  await queue.add([dropped('2017Q1_632500.xlsx')], null);
  await settled(queue);
  expect(queue.state().items[0]?.accepted.map((a) => [a.submission.ledger, a.replacement])).toEqual([
    ['complaints', null],
    ['penalties', { of: '旧.csv', replaces: true }],
  ]);
});
