import { afterEach, expect, it } from 'vitest';
import { MemoryStore } from '../../src/archive/memory';
import { effectiveSubmissions, type Submission } from '../../src/domain/submission';
import { openNodeDatabase } from '../../src/engine/node/duckdb';
import type { Database } from '../../src/engine/port';
import { nodeReader } from '../../src/intake/node/reader';
import { Desk } from '../../src/workspace/desk';
import { evaluate } from '../oracle/evaluate';
import { qinghai } from '../support/profile';

/*
 * Several tabs over one store, doing what people do, at random and at once. Whatever they did, every tab must show the figures of
 * the files that are held, and nothing may be lost but what was emptied.
 */
const AS_OF = '2018-01-10';
const UNITS = ['630100', '632200', '632500'];
const QUARTERS = ['2017Q1', '2017Q2'];
const ROUNDS = 6;
const ACTS = 7;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const databases: Database[] = [];
/** Words between tabs that are still on their way. */
const underWay = new Set<Promise<unknown>>();
afterEach(async () => {
  while (underWay.size > 0) await Promise.allSettled(underWay);
  for (const db of databases.splice(0)) await db.close();
});

const openTab = (store: MemoryStore, tabs: Desk[]): Promise<Desk> =>
  Desk.open(qinghai, {
    store,
    startDatabase: async () => {
      const db = await openNodeDatabase({ threads: 1 });
      databases.push(db);
      return db;
    },
    reader: nodeReader(qinghai),
    sample: async () => ({ files: [], kept: null }),
    now: () => new Date().toISOString(),
    program: null,
    lull: 0,
    // Every other tab hears of it, late and each in its own time.
    changed: () => {
      for (const tab of tabs) {
        const told = pause(Math.random() * 20).then(() => tab.refresh());
        underWay.add(told);
        void told.catch(() => undefined).finally(() => underWay.delete(told));
      }
    },
  });

/** The same sequence for the same seed. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

const COUNTY: Record<string, string> = { '630100': '城东区', '632200': '海晏县', '632500': '共和县' };
const rowsOf = (unit: string, variant: number) =>
  Array.from({ length: 2 + variant }, (_, i) => ({
    complaint_id: `T-${i}`,
    kind: '投诉',
    county: COUNTY[unit] as string,
    department: '工商',
    received_on: '2017-03-06',
    accepted_on: i % 2 ? '2017-03-08' : '2017-04-20',
  }));

/** A file whose text is told by its name: unit, period and variant. */
function fileOf(unit: string, period: string, variant: number): File {
  const rows = rowsOf(unit, variant).map((r) => Object.values(r).join(','));
  const name = `${period}_${unit}_complaints_v${variant + 1}.csv`;
  return new File([['编号,类型,县区,承办部门,接收日期,受理日期', ...rows].join('\n'), '\n'], name);
}

const sorted = (cells: readonly object[]) => cells.map((c) => JSON.stringify(c)).sort();

/** The cells over cases of the submissions, by the oracle. */
function meant(submissions: readonly Submission[]) {
  const { cells } = evaluate(
    effectiveSubmissions(submissions).map(({ unit, period, ledger, version }) => ({
      unit,
      period,
      ledger,
      rows: rowsOf(unit, version - 1),
    })),
    qinghai,
    AS_OF,
  );
  return sorted(cells);
}

it.each(Array.from({ length: ROUNDS }, (_, i) => [i + 1, 2 + (i % 2)]))(
  'round %i: %i tabs come to the figures of the files held',
  async (round, count) => {
    const roll = dice(round * 7919);
    const store = new MemoryStore();
    const tabs: Desk[] = [];
    for (let i = 0; i < count; i++) tabs.push(await openTab(store, tabs));
    await tabs[0]?.empty(tabs[0].state().seen);

    const kept = new Set<string>();
    let emptied = 0;
    const act = async (tab: Desk): Promise<void> => {
      const { submissions, seen } = tab.state();
      const one = submissions[roll(Math.max(1, submissions.length))];
      const what = roll(12);
      if (what < 7) {
        // Several files at once, the same ones in several tabs often enough.
        const files = Array.from({ length: 1 + roll(4) }, () =>
          fileOf(UNITS[roll(3)] as string, QUARTERS[roll(2)] as string, roll(3)),
        );
        const results = await Promise.allSettled(files.map((f) => tab.takeIn(f, f.name, { receivedOn: '2017-04-05' })));
        for (const r of results)
          if (r.status === 'rejected') expectRefusal(r.reason);
          else if (r.value.outcome === 'accepted')
            for (const { submission } of r.value.accepted) kept.add(`${submission.id} ${submission.file}`);
      } else if (what < 9 && one) await tab.withdraw(one.id);
      else if (what < 10 && one) await tab.restore(one.id);
      else if (what < 11 && roll(3) === 0) {
        await tab.empty(seen);
        emptied++;
      } else if (what < 11) await tab.openSample(seen);
    };
    const outcomes = await Promise.allSettled(
      tabs.map(async (tab) => {
        for (let i = 0; i < ACTS; i++) await act(tab).catch((error) => expectRefusal(error));
      }),
    );
    expect(outcomes.filter((o) => o.status === 'rejected')).toEqual([]);

    const [first] = tabs as [Desk, ...Desk[]];
    for (const tab of tabs) await tab.refresh();
    const { submissions } = first.state();
    const held = new Set(submissions.map((s) => `${s.id} ${s.file}`));
    if (emptied === 0) expect(held).toEqual(kept);
    for (const name of held) expect(kept).toContain(name);
    const content = submissions.filter((s) => !s.withdrawnAt).map((s) => `${s.unit} ${s.period} ${s.sha256}`);
    expect(new Set(content).size).toBe(content.length);

    const figures = meant(submissions);
    for (const tab of [...tabs, await openTab(store, tabs)]) {
      await tab.refresh();
      const { cells } = await tab.cells(AS_OF);
      expect(tab.state().submissions).toEqual(submissions);
      expect(sorted(cells.filter((c) => c.indicator !== 'submission_on_time'))).toEqual(figures);
      expect(tab.state().faults).toEqual([]);
    }
  },
);

/** What a tab may be refused: it was about to destroy, or to change, what another had changed since. */
function expectRefusal(error: unknown): void {
  if (error instanceof Error && error.message.startsWith('示例工作区不接收文件')) return;
  expect(error).toMatchObject({ code: expect.stringMatching(/^(changed_elsewhere|not_empty|same_stands)$/) });
}
