import { expect, type Mock, vi } from 'vitest';
import type { ProblemCode } from '../../src/domain/problemCodes';
import type { Ask } from '../../src/domain/problems';
import type { IntakeQueue } from '../../src/screens/submissions/queue';
import { allPartsHere } from '../../src/ui/load';
import type { NamedBy, TakeInResult, Workspace } from '../../src/workspace/workspace';
import { submissionOf } from './submission';
import { workspaceState } from './workspace-state';

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
export function desk(takeIn: TakeIn, unnamedAsks: readonly Ask[] = []) {
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

export const accepted = async (_: File, path: string): Promise<TakeInResult> => ({
  outcome: 'accepted',
  accepted: [{ submission: submissionOf({ file: path }), problems: 2 }],
});
export const refused = (
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
export const dropped = (path: string, text: string | Uint8Array<ArrayBuffer> = 'x') => ({
  file: new File([text], path.split('/').at(-1) ?? path),
  path,
});
export const states = (queue: IntakeQueue) => Object.fromEntries(queue.state().items.map((i) => [i.path, i.state]));
export const settled = (queue: IntakeQueue) =>
  vi.waitFor(
    () => expect(queue.state().items.some((i) => ['opening', 'waiting', 'working'].includes(i.state))).toBe(false),
    30_000,
  );

export const DAY_ORDER: Ask = {
  of: 'day_month_order',
  text: '列「接收日期」中的「03/04/2017」有两种读法。',
  choices: [
    { answer: 'day_first', label: '先日后月' },
    { answer: 'month_first', label: '先月后日' },
  ],
  otherwise: '请改写日期后重报。',
};
export const CENTURY: Ask = { ...DAY_ORDER, of: 'two_digit_year', choices: [{ answer: '20yy', label: '是' }] };
export const LEDGER: Ask = { ...DAY_ORDER, of: 'ledger', choices: [{ answer: 'penalties', label: '按表头' }] };
