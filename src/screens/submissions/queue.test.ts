import { expect, test, vi } from 'vitest';
import { submissionOf } from '../../../tests/support/submission';
import { workspaceState } from '../../../tests/support/workspace-state';
import type { NamedBy, TakeInResult, Workspace } from '../../assessment/workspace';
import { IntakeQueue } from './queue';

type TakeIn = Workspace['takeIn'];

/** `period_unit_ledger.csv`, any part of which may be missing. */
function nameOf(path: string): NamedBy {
  return {
    unit: /632[567]00/.exec(path)?.[0] ?? null,
    period: /2017Q\d/.exec(path)?.[0] ?? null,
    ledger: path.includes('complaints') ? 'complaints' : null,
    version: 1,
    readings: { unit: [], period: [], ledger: [] },
  };
}

function desk(takeIn: TakeIn) {
  return {
    nameOf,
    takeIn: vi.fn(takeIn),
    state: () => workspaceState(),
  };
}

const accepted = async (_: File, path: string): Promise<TakeInResult> => ({
  outcome: 'accepted',
  submission: submissionOf({ file: path }),
  problems: 2,
});
const dropped = (path: string, text = 'x') => ({ file: new File([text], path.split('/').at(-1) ?? path), path });
const states = (queue: IntakeQueue) => Object.fromEntries(queue.state().items.map((i) => [i.path, i.state]));
const settled = (queue: IntakeQueue) =>
  vi.waitFor(() => expect(queue.state().items.some((i) => i.state === 'waiting' || i.state === 'working')).toBe(false));

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
  expect(queue.state().items[0]).toMatchObject({ state: 'accepted', problems: 2 });
});

test('a name that is silent is asked, never guessed', async () => {
  const workspace = desk(accepted);
  const queue = new IntakeQueue(workspace);
  await queue.add([dropped('632500_complaints.csv')], null);
  const [item] = queue.state().items;
  expect(item).toMatchObject({ state: 'asking', named: { unit: '632500', period: null, ledger: 'complaints' } });
  queue.confirm(item?.id ?? 0);
  expect(workspace.takeIn).not.toHaveBeenCalled();
  queue.declare(item?.id ?? 0, { period: '2017Q2' });
  queue.confirm(item?.id ?? 0);
  await settled(queue);
  expect(workspace.takeIn.mock.calls[0]?.[2]).toEqual({ period: '2017Q2', receivedOn: null });
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
  expect(queue.state().items[0]?.state).toBe('asking');
  queue.declare(1, { unit: '630100' });
  queue.confirm(1);
  await settled(queue);
  expect(workspace.takeIn.mock.calls[0]?.[2]).toEqual({ unit: '630100', receivedOn: null });
});

test('a refusal and a failure say why and do not stop the others', async () => {
  const workspace = desk(async (file, path) => {
    if (path.includes('632600')) throw new Error('磁盘空间不足');
    if (path.includes('632500'))
      return {
        outcome: 'refused',
        file: path,
        problem: {
          file: path,
          sheet: null,
          row: null,
          column: null,
          value: null,
          code: 'empty_file',
          severity: 'error',
          message: '文件是空的',
        },
      };
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
  await vi.waitFor(() => expect(states(queue)['00_2017Q1_632500_complaints.csv']).toBe('working'));
  expect(states(queue)['19_2017Q1_632500_complaints.csv']).toBe('waiting');
  queue.cancelAll();
  await settled(queue);
  expect(new Set(Object.values(states(queue)))).toEqual(new Set(['cancelled']));
  expect(workspace.takeIn).toHaveBeenCalledTimes(16);
  queue.clear();
  expect(queue.state().items).toEqual([]);
});
