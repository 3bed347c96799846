import { beforeAll, expect, it } from 'vitest';
import { accepted, fileOf, openedEngine } from './clerk';

const { engine } = await openedEngine();

/** Received on each of these days; the limit for accepting ends some days later. */
const DAYS = ['2017-03-01', '2017-03-06', '2017-03-13', '2017-03-20', '2017-03-27'];
const CUT_OFFS = [...DAYS, '2017-04-10'];

beforeAll(async () => {
  const rows = DAYS.map((day, i) => `T-${i},投诉,海晏县,工商,${day},`);
  const text = ['编号,类型,县区,承办部门,接收日期,受理决定日期', ...rows, ''].join('\n');
  await engine.setCurrent([await accepted(engine, fileOf(1, text))]);
});

const where = { level: 'province', id: '630000' } as const;
/** Everything that is asked of facts. */
const askedAt = (asOf: string) => [
  engine.cells(asOf),
  engine.evidence({ ...where, asOf, ledger: 'complaints' }, 0, 10),
  engine.evidence({ ...where, asOf, indicator: 'acceptance_on_time', side: 'missing', period: null }, 0, 10),
  engine.columnWidths({ ...where, asOf, ledger: 'complaints' }, ['complaint_id', 'accepted_on']),
];

it('what is asked of several cut-offs at once is answered from the facts of its own', async () => {
  const alone = new Map<string, unknown[]>();
  for (const asOf of CUT_OFFS) alone.set(asOf, await Promise.all(askedAt(asOf)));
  // No two are answered alike, so that facts of another cut-off would show.
  expect(new Set([...alone.values()].map((a) => JSON.stringify(a))).size).toBe(CUT_OFFS.length);
  expect(alone.get('2017-03-13')?.[1]).toMatchObject({ total: 3 });
  const shuffled = [...CUT_OFFS.filter((_, i) => i % 2), ...CUT_OFFS.filter((_, i) => i % 2 === 0)];
  const together = await Promise.all(shuffled.map(async (asOf) => Promise.all(askedAt(asOf))));
  shuffled.forEach((asOf, i) => {
    expect(together[i], asOf).toEqual(alone.get(asOf));
  });
});
