import { beforeAll, expect, it } from 'vitest';
import { type DeadlineLine, deadlineLines } from '../../src/domain/deadlineLines';
import type { LedgerId } from '../../src/domain/ledgers';
import { qinghai } from '../support/profile';
import { accepted, fileOf, openedEngine } from './clerk';

const { engine } = await openedEngine();
const AS_OF = '2018-01-10';

const COMPLAINT = '编号,类型,县区,承办部门,是否实名,接收日期,受理决定日期,受理结果,批准延期,办结日期,反馈日期';
/** Cases of the first quarter of 2017, by their number. */
const CASES: Record<string, string> = {
  // Due on 2 May, the day after the holiday.
  late: '是,2017-03-01,2017-03-03,受理,,2017-05-09,',
  extended: '是,2017-03-01,2017-03-03,受理,5,2017-05-09,2017-05-10',
  // Closed on a Saturday.
  weekend: '是,2017-03-01,2017-03-03,受理,,2017-05-06,2017-05-08',
  refused: '是,2017-03-01,2017-03-03,不予受理,,,',
  anonymous: '否,2017-03-01,2017-03-03,受理,,2017-05-09,',
  undecided: '是,2017-03-01,,,,,',
};
const PENALTY = '案号,办案部门,县区,处罚程序,立案日期,处罚决定日期,不予公开理由,不予公开批准日期,公示日期';
const PENALTIES: Record<string, string> = {
  disclosed: '普通程序,,2017-03-01,,,2017-03-29',
  undisclosed: '普通程序,,2017-03-01,,,',
  simple: '简易程序,,2017-03-01,,,',
  withheld: '普通程序,,2017-03-01,涉密,2017-03-02,',
  withheldLater: '普通程序,,2017-03-01,涉密,2018-02-02,',
  filed: '普通程序,2017-03-01,,,,',
};
/** The published calendar ends with 2026. */
const LAST: Record<string, string> = {
  beyond: '是,2026-12-25,,,,,',
  // Due on 29 December.
  open: '是,2026-12-18,,,,,',
};

const INSPECTION = '抽查编号,检查类型,检查部门,县区,抽取日期,检查期限,公示日期';
const INSPECTIONS: Record<string, string> = {
  byRule: '2026-01-07,,2026-04-20',
  ownDay: '2026-01-07,2026-02-06,2026-02-10',
};

beforeAll(async () => {
  const text = (header: string, rows: [string, string][], lead: string) =>
    [header, ...rows.map(([id, cells]) => `${id},${lead},${cells}`), ''].join('\n');
  const files = [
    fileOf(1, text(COMPLAINT, Object.entries(CASES), '投诉,海晏县,工商')),
    fileOf(2, text(PENALTY, Object.entries(PENALTIES), '工商,海晏县'), {}, '2017Q1_632200_penalties.csv'),
    fileOf(3, text(COMPLAINT, Object.entries(LAST), '投诉,海晏县,工商'), {}, '2026Q4_632200_complaints.csv'),
    fileOf(
      4,
      text(INSPECTION, Object.entries(INSPECTIONS), '双随机抽查,市场监管,海晏县'),
      {},
      '2026Q2_632200_inspections.csv',
    ),
  ];
  const counting = [];
  for (const [i, file] of files.entries()) counting.push(await accepted(engine, file, i + 1));
  await engine.setCurrent(counting);
});

async function linesOf(ledger: LedgerId, id: string, asOf: string): Promise<DeadlineLine[]> {
  const all = { ledger, level: 'province', id: '630000', asOf } as const;
  const of = qinghai.catalogue.ledger(ledger);
  const row = (await engine.evidence(all, 0, 100)).rows.find((r) => r[of.idField] === id);
  return deadlineLines(qinghai, of, row ?? {}, asOf);
}
/** 起算 届满 完成 state words, by deadline. */
const told = async (ledger: LedgerId, id: string, asOf: string) =>
  (await linesOf(ledger, id, asOf)).map(
    (l) => `${l.start ?? '-'} ${l.due ?? '-'} ${l.done ?? '-'} ${l.state} ${l.words}`,
  );
it.each<[id: string, asOf: string, lines: string[]]>([
  [
    'late',
    AS_OF,
    [
      '2017-03-01 2017-03-10 2017-03-03 on_time 按期',
      '2017-03-03 2017-05-02 2017-05-09 late 超期 7 天',
      '2017-05-09 2017-05-16 - open 至截止日未完成，已超期 165 个工作日',
    ],
  ],
  // What happened after the cut-off has not happened, and what is due after it is not due.
  [
    'late',
    '2017-03-02',
    [
      '2017-03-01 2017-03-10 - not_due 未到期',
      '2017-03-10 2017-05-09 - not_due 未到期',
      '- - - not_applicable 不适用：截止日前未办结',
    ],
  ],
  [
    'late',
    '2017-03-03',
    [
      '2017-03-01 2017-03-10 2017-03-03 on_time 按期（期限在截止日之后，尚不计入及时率）',
      '2017-03-03 2017-05-02 - not_due 未到期',
      '- - - not_applicable 不适用：截止日前未办结',
    ],
  ],
  [
    'late',
    '2017-05-02',
    [
      '2017-03-01 2017-03-10 2017-03-03 on_time 按期',
      '2017-03-03 2017-05-02 - open 至截止日未完成，截止日当日到期',
      '- - - not_applicable 不适用：截止日前未办结',
    ],
  ],
  [
    'late',
    '2017-05-06',
    [
      '2017-03-01 2017-03-10 2017-03-03 on_time 按期',
      '2017-03-03 2017-05-02 - open 至截止日未完成，已超期 4 天',
      '- - - not_applicable 不适用：截止日前未办结',
    ],
  ],
  [
    'extended',
    AS_OF,
    [
      '2017-03-01 2017-03-10 2017-03-03 on_time 按期',
      '2017-03-03 2017-05-09 2017-05-09 on_time 按期',
      '2017-05-09 2017-05-16 2017-05-10 on_time 按期',
    ],
  ],
  [
    'weekend',
    AS_OF,
    [
      '2017-03-01 2017-03-10 2017-03-03 on_time 按期',
      '2017-03-03 2017-05-02 2017-05-06 late 超期 4 天',
      '2017-05-06 2017-05-12 2017-05-08 on_time 按期',
    ],
  ],
  [
    'refused',
    AS_OF,
    [
      '2017-03-01 2017-03-10 2017-03-03 on_time 按期',
      '2017-03-03 2017-05-02 - not_applicable 不适用：不予受理',
      '- - - not_applicable 不适用：不予受理',
    ],
  ],
  // A refusal decided later does not yet take the case away.
  [
    'refused',
    '2017-03-02',
    [
      '2017-03-01 2017-03-10 - not_due 未到期',
      '2017-03-10 2017-05-09 - not_due 未到期',
      '- - - not_applicable 不适用：截止日前未办结',
    ],
  ],
  [
    'anonymous',
    AS_OF,
    [
      '2017-03-01 2017-03-10 2017-03-03 on_time 按期',
      '2017-03-03 2017-05-02 2017-05-09 late 超期 7 天',
      '2017-05-09 2017-05-16 - not_applicable 不适用：匿名',
    ],
  ],
  [
    'undecided',
    AS_OF,
    [
      '2017-03-01 2017-03-10 - open 至截止日未完成，已超期 210 个工作日',
      '2017-03-10 2017-05-09 - open 至截止日未完成，已超期 246 天',
      '- - - not_applicable 不适用：截止日前未办结',
    ],
  ],
  [
    'beyond',
    '2026-12-31',
    [
      '2026-12-25 - - not_due 未到期（期限落在未公布节假日的年度）',
      '- - - not_due 未到期（期限落在未公布节假日的年度）',
      '- - - not_applicable 不适用：截止日前未办结',
    ],
  ],
  [
    'beyond',
    '2027-01-10',
    [
      '2026-12-25 - - undated 期限未定：落在未公布节假日的年度，未计',
      '- - - undated 期限未定：落在未公布节假日的年度，未计',
      '- - - not_applicable 不适用：截止日前未办结',
    ],
  ],
  // Overdue for sure, but not by how many working days.
  [
    'open',
    '2027-01-10',
    [
      '2026-12-18 2026-12-29 - open 至截止日未完成，已超期，工作日数未知（该年度节假日安排未公布）',
      '2026-12-29 - - undated 期限未定：落在未公布节假日的年度，未计',
      '- - - not_applicable 不适用：截止日前未办结',
    ],
  ],
])('complaint %s at %s', async (id, asOf, lines) => {
  expect(await told('complaints', id, asOf)).toEqual(lines);
});

it.each([
  ['disclosed', '2017-03-01 2017-03-29 2017-03-29 on_time 按期'],
  ['undisclosed', '2017-03-01 2017-03-29 - open 至截止日未完成，已超期 197 个工作日'],
  ['simple', '2017-03-01 2017-03-29 - not_applicable 不适用：简易程序'],
  ['withheld', '2017-03-01 2017-03-29 - not_applicable 不适用：依法不予公开'],
  // Approved after the cut-off.
  ['withheldLater', '2017-03-01 2017-03-29 - open 至截止日未完成，已超期 197 个工作日'],
  ['filed', '- - - not_applicable 不适用：没有处罚决定'],
])('penalty %s: %s', async (id, line) => {
  expect(await told('penalties', id, AS_OF)).toEqual([line]);
});

it('says from what each limit runs, what moved it and the rule that it is', async () => {
  const [acceptance, closure, feedback] = await linesOf('complaints', 'extended', AS_OF);
  expect(acceptance).toMatchObject({ name: '受理', event: '受理决定', from: '接收日期', extensionDays: 0 });
  expect(acceptance?.rule?.id).toBe('acceptance-general');
  expect(closure).toMatchObject({ from: '受理决定日期', extensionDays: 5 });
  expect(closure?.rule?.id).toBe('closure-general');
  expect(feedback?.from).toBe('办结日期');
  expect((await linesOf('complaints', 'undecided', AS_OF))[1]?.from).toBe('受理期限届满日（未作受理决定）');
  const [none] = await linesOf('penalties', 'filed', AS_OF);
  expect(none).toMatchObject({ from: '处罚决定日期', start: null, rule: null });
});

it("lets the row's own day decide, and cites it and not the rule", async () => {
  const [byRule] = await linesOf('inspections', 'byRule', '2026-12-31');
  expect(byRule).toMatchObject({ own: null, due: '2026-04-08', rule: { id: 'inspection-general' } });
  const [ownDay] = await linesOf('inspections', 'ownDay', '2026-12-31');
  expect(ownDay).toMatchObject({ own: { label: '检查期限' }, due: '2026-02-06', rule: null, words: '超期 2 个工作日' });
});
