import { gzipSync, strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, type Mock, test, vi } from 'vitest';
import { submissionOf } from '../../../tests/support/submission';
import { workspaceState } from '../../../tests/support/workspace-state';
import type { ProblemCode } from '../../domain/problemCodes';
import type { Ask } from '../../domain/problems';
import { allPartsHere } from '../../ui/load';
import type { NamedBy, TakeInResult, Workspace } from '../../workspace/workspace';
import { IntakeQueue } from './queue';

type TakeIn = Workspace['takeIn'];

// There is no server to ask for the part that takes packs apart.
allPartsHere();

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

/** @param unnamedAsks what is asked of a file beside whose and when it is */
function desk(takeIn: TakeIn, unnamedAsks: readonly Ask[] = []) {
  const made: Pick<Workspace, 'nameOf' | 'state'> & { takeIn: Mock<TakeIn> } = {
    nameOf,
    takeIn: vi.fn<TakeIn>(async (file, path, declared, options) => {
      const { unit, period } = { ...made.nameOf(path), ...declared };
      return unit && period
        ? takeIn(file, path, declared, options)
        : refused(path, '没有写明', unnamedAsks, 'name_silent');
    }),
    state: () => workspaceState(),
  };
  return made;
}

const accepted = async (_: File, path: string): Promise<TakeInResult> => ({
  outcome: 'accepted',
  accepted: [{ submission: submissionOf({ file: path }), problems: 2 }],
});
const refused = (
  file: string,
  message: string,
  asks: readonly Ask[] = [],
  code: ProblemCode = asks.length ? 'answer_needed' : 'empty_file',
): TakeInResult => ({
  outcome: 'refused',
  file,
  problem: {
    file,
    sheet: null,
    row: null,
    column: null,
    value: null,
    code,
    severity: 'error',
    message,
  },
  asks,
});
const dropped = (path: string, text: string | Uint8Array<ArrayBuffer> = 'x') => ({
  file: new File([text], path.split('/').at(-1) ?? path),
  path,
});
const states = (queue: IntakeQueue) => Object.fromEntries(queue.state().items.map((i) => [i.path, i.state]));
const settled = (queue: IntakeQueue) =>
  vi.waitFor(
    () => expect(queue.state().items.some((i) => ['opening', 'waiting', 'working'].includes(i.state))).toBe(false),
    30_000,
  );

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

const DAY_ORDER: Ask = {
  of: 'day_month_order',
  text: '列「接收日期」中的「03/04/2017」有两种读法。',
  choices: [
    { answer: 'day_first', label: '先日后月' },
    { answer: 'month_first', label: '先月后日' },
  ],
  otherwise: '请改写日期后重报。',
};
const CENTURY: Ask = { ...DAY_ORDER, of: 'two_digit_year', choices: [{ answer: '20yy', label: '是' }] };
const LEDGER: Ask = { ...DAY_ORDER, of: 'ledger', choices: [{ answer: 'penalties', label: '按表头' }] };

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

describe('a pack', () => {
  const zip = (path: string, files: Zippable) => dropped(path, zipSync(files) as Uint8Array<ArrayBuffer>);
  const csv = strToU8('x');

  test('goes in as its members; a list of receipt days and what nobody sent are none', async () => {
    const workspace = desk(accepted);
    const queue = new IntakeQueue(workspace);
    await queue.add(
      [
        zip('一季度.zip', {
          '海南州/2017Q1_632500_complaints.csv': csv,
          '海南州/~$台账.xlsx': csv,
          '__MACOSX/._x': csv,
          'received.csv': strToU8('file,received_on\n2017Q1_632500_complaints.csv,2017-04-05\n'),
          '内.zip': zipSync({ '2017Q1_632600_complaints.csv': csv }),
        }),
      ],
      '2017-04-09',
    );
    expect(states(queue)).toEqual({ '一季度.zip': 'opening' });
    await settled(queue);
    expect(workspace.takeIn.mock.calls.map(([file, path, declared]) => [file.name, path, declared.receivedOn])).toEqual(
      [
        ['2017Q1_632600_complaints.csv', '一季度.zip/内.zip/2017Q1_632600_complaints.csv', '2017-04-09'],
        ['2017Q1_632500_complaints.csv', '一季度.zip/海南州/2017Q1_632500_complaints.csv', '2017-04-05'],
      ],
    );
    const notes = queue.state().notes.join('\n');
    expect(notes).toContain('一季度.zip：取出 2 个文件');
    expect(notes).toContain('略过 1 个办公软件的临时文件、1 个系统文件');
    expect(notes).toContain('received.csv：已按其中的收到日期登记');
  });

  test('a gz is the file that it holds; a list beside it names it', async () => {
    const workspace = desk(accepted);
    const queue = new IntakeQueue(workspace);
    await queue.add(
      [
        dropped('2017Q1_632500_complaints.csv.gz', gzipSync(csv) as Uint8Array<ArrayBuffer>),
        dropped('received.csv', 'file,received_on\n2017Q1_632500_complaints.csv,2017-04-05\n'),
      ],
      null,
    );
    await settled(queue);
    expect(workspace.takeIn.mock.calls.map(([, path, declared]) => [path, declared.receivedOn])).toEqual([
      ['2017Q1_632500_complaints.csv', '2017-04-05'],
    ]);
  });

  test('refused as a whole it is one row that says why; refused members are rows of their own', async () => {
    const queue = new IntakeQueue(desk(accepted));
    await queue.add(
      [
        zip('a 备份.zip', { 'manifest.json': strToU8('{"format":"kaoping-archive"}') }),
        zip('b 空.zip', { 'Thumbs.db': csv }),
        zip('c 混.zip', { '2017Q1_632500_complaints.csv': csv, '数据.rar': strToU8('Rar!\x1a\x07\x00') }),
        dropped('d.7z', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c)),
      ],
      null,
    );
    await settled(queue);
    const rows = queue.state().items.map((i) => [i.path, i.state, i.sentence?.slice(0, 20)]);
    expect(rows).toEqual([
      ['a 备份.zip', 'refused', expect.stringContaining('备份包')],
      ['b 空.zip', 'refused', expect.stringContaining('压缩包里没有可读取的文件')],
      ['d.7z', 'refused', expect.stringContaining('7z 压缩包')],
      ['c 混.zip/数据.rar', 'refused', expect.stringContaining('RAR 压缩包')],
      ['c 混.zip/2017Q1_632500_complaints.csv', 'accepted', undefined],
    ]);
  });

  test('cancelled while it is opened nothing of it goes in', async () => {
    const workspace = desk(accepted);
    const queue = new IntakeQueue(workspace);
    await queue.add(
      [
        zip('a.zip', { '2017Q1_632500_complaints.csv': csv }),
        zip('b.zip', { '2017Q1_632600_complaints.csv': csv }),
        zip('c.zip', { '2017Q1_632700_complaints.csv': csv }),
      ],
      null,
    );
    queue.cancel(1);
    queue.cancel(3);
    expect(states(queue)).toEqual({ 'a.zip': 'cancelled', 'b.zip': 'opening', 'c.zip': 'cancelled' });
    await settled(queue);
    expect(workspace.takeIn.mock.calls.map(([, path]) => path)).toEqual(['b.zip/2017Q1_632600_complaints.csv']);
  });

  test('a workbook is none, though a zip', async () => {
    const workspace = desk(accepted);
    const queue = new IntakeQueue(workspace);
    await queue.add([zip('2017Q1_632500.xlsx', { '[Content_Types].xml': csv, 'xl/workbook.xml': csv })], null);
    await settled(queue);
    expect(states(queue)).toEqual({ '2017Q1_632500.xlsx': 'accepted' });
  });
});
