import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isByDueDate } from '../../src/domain/indicators';
import { quarterPeriod } from '../../src/domain/period';
import { PROBLEM_SEVERITY } from '../../src/domain/problemCodes';
import { catalogue } from '../support/catalogue';
import { qinghai } from '../support/profile';
import { countedInWorlds, lastWorld, textWorld, WORLD_LEDGERS } from './arbitrary';
import { COMPLAINT, PENALTY } from './cases';
import { evaluate, type TextSubmission } from './evaluate';
import type { TextRow } from './read-row';

const submission = (rows: TextRow[], more: Partial<TextSubmission> = {}): TextSubmission => ({
  unit: '632500',
  period: '2017Q2',
  ledger: 'complaints',
  rows,
  ...more,
});

/** `indicator quarter numerator/denominator` of every cell. */
const counted = (submissions: TextSubmission[], asOf: string): string[] => {
  const { cells, durations } = evaluate(submissions, qinghai, asOf);
  const quarter = (q: number) => `${Math.floor(q / 4)}Q${(q % 4) + 1}`;
  return [
    ...cells.map((c) => `${c.indicator} ${quarter(c.quarter)} ${c.numerator}/${c.denominator}`),
    ...durations.map((d) => `${d.indicator} ${quarter(d.quarter)} ${d.days}d×${d.count}`),
  ];
};
const one = (more: TextRow, asOf = '2018-01-10') => counted([submission([{ ...COMPLAINT, ...more }])], asOf);
const onePenalty = (more: TextRow, asOf = '2018-01-10') =>
  counted([submission([{ ...PENALTY, ...more }], { ledger: 'penalties' })], asOf);

describe('cases that cannot be dated', () => {
  const late = { received_on: '2026-12-21', accepted_on: '', acceptance: '', closed_on: '', feedback_on: '' };
  const undated = (ledger: 'complaints' | 'penalties', row: TextRow, asOf = '2027-01-10') =>
    evaluate([submission([row], { ledger, period: '2026Q4' })], qinghai, asOf).undated.map(
      (u) => `${u.indicator} ${quarterPeriod(u.quarter)} ${u.count}`,
    );
  const complaint = (more: TextRow, asOf?: string) =>
    undated('complaints', { ...COMPLAINT, ...late, satisfaction: '', ...more }, asOf);
  const CLOSURE = ['closure_on_time 2026Q4 1', 'open_overdue 2026Q4 1'];

  it.each<[string, TextRow, string[]]>([
    // 7 working days from 12-21: 12-30.
    ['undecided: the acceptance is due, the closure after it is not known', {}, CLOSURE],
    ['received too late for either', { received_on: '2026-12-23' }, ['acceptance_on_time 2026Q4 1', ...CLOSURE]],
    ['accepted: 60 days end in the next year', { accepted_on: '2026-12-22', acceptance: '受理' }, CLOSURE],
    [
      'an extension beyond the last day',
      {
        received_on: '2026-10-08',
        accepted_on: '2026-10-12',
        acceptance: '受理',
        extension_days: '20',
      },
      CLOSURE,
    ],
    [
      'without it the limit ends in the year',
      {
        received_on: '2026-10-08',
        accepted_on: '2026-10-12',
        acceptance: '受理',
      },
      [],
    ],
    ['refused: nothing to close', { accepted_on: '2026-12-22', acceptance: '不予受理' }, []],
    [
      'closed, the feedback due in the next year',
      {
        received_on: '2026-10-08',
        accepted_on: '2026-10-12',
        acceptance: '受理',
        closed_on: '2026-12-30',
      },
      ['feedback_on_time 2026Q4 1'],
    ],
  ])('%s', (_, row, expected) => {
    expect(complaint(row).sort()).toEqual(expected.sort());
    expect(complaint(row, '2026-12-31')).toEqual([]);
  });

  it('a decision that is to be disclosed in the next year', () => {
    const decided = { ...PENALTY, filed_on: '', decided_on: '2026-12-10', disclosed_on: '2026-12-11' };
    const more = { disclosure_check: '', platform_entered_on: '', transferred_on: '', police_filed_on: '' };
    expect(undated('penalties', { ...decided, ...more }).sort()).toEqual([
      'disclosure_on_time 2026Q4 1',
      'disclosure_rate 2026Q4 1',
    ]);
    expect(undated('penalties', { ...decided, ...more, procedure: '简易程序' })).toEqual([]);
  });
});

describe('evaluate', () => {
  it('counts a complaint done in time', () => {
    // Received 03-01: due 03-10. Accepted 03-03: 60 days end on 05-02. Closed 04-05: feedback due 04-12.
    expect(one({})).toEqual([
      'acceptance_on_time 2017Q1 1/1',
      'closure_on_time 2017Q2 1/1',
      'feedback_on_time 2017Q2 1/1',
      'feedback_rate 2017Q2 1/1',
      'open_overdue 2017Q2 0/1',
      'satisfaction 2017Q2 1/1',
      'handling_days 2017Q2 24d×1',
    ]);
  });

  it.each<[string, TextRow, string, string[]]>([
    ['not received yet', {}, '2017-02-28', []],
    ['nothing due yet', {}, '2017-03-09', []],
    ['done, yet not due', {}, '2017-03-10', ['acceptance_on_time 2017Q1 1/1']],
    ['closed after the cut-off: open', {}, '2017-04-04', ['acceptance_on_time 2017Q1 1/1']],
    [
      'open and overdue',
      { closed_on: '', feedback_on: '', satisfaction: '' },
      '2017-05-02',
      ['acceptance_on_time 2017Q1 1/1', 'closure_on_time 2017Q2 0/1', 'open_overdue 2017Q2 1/1'],
    ],
    [
      'an extension moves the due day on',
      { closed_on: '', feedback_on: '', satisfaction: '', extension_days: '10' },
      '2017-05-15',
      ['acceptance_on_time 2017Q1 1/1'],
    ],
    [
      'undecided: closure runs from the last day for deciding',
      { accepted_on: '', acceptance: '', closed_on: '', feedback_on: '', satisfaction: '' },
      '2017-05-09', // 2017-03-10 + 60 days
      ['acceptance_on_time 2017Q1 0/1', 'closure_on_time 2017Q2 0/1', 'open_overdue 2017Q2 1/1'],
    ],
    ['refused', { acceptance: '不予受理' }, '2018-01-10', ['acceptance_on_time 2017Q1 1/1']],
    ['transferred, no date', { acceptance: '转办', accepted_on: '' }, '2018-01-10', ['acceptance_on_time 2017Q1 0/1']],
    [
      'refused only after the cut-off: still handled here',
      { acceptance: '不予受理', accepted_on: '2017-05-20', closed_on: '', feedback_on: '' },
      '2017-05-15',
      ['acceptance_on_time 2017Q1 0/1', 'closure_on_time 2017Q2 0/1', 'open_overdue 2017Q2 1/1'],
    ],
    [
      'anonymous, not rated',
      { named: '否', satisfaction: '未评价' },
      '2018-01-10',
      [
        'acceptance_on_time 2017Q1 1/1',
        'closure_on_time 2017Q2 1/1',
        'open_overdue 2017Q2 0/1',
        'handling_days 2017Q2 24d×1',
      ],
    ],
  ])('complaint: %s', (_, more, asOf, expected) => {
    expect(one(more, asOf)).toEqual(expected);
  });

  it.each<[string, TextRow, string, string[]]>([
    [
      'disclosed in time',
      {},
      '2017-03-29', // 20 working days from 03-01
      [
        'disclosure_accuracy 2017Q1 1/1',
        'disclosure_on_time 2017Q1 1/1',
        'disclosure_rate 2017Q1 1/1',
        'fine_total 2017Q1 0/1',
        'platform_entry 2017Q1 0/1',
        'transfer_rate 2017Q1 0/1',
      ],
    ],
    [
      'disclosed late',
      { disclosed_on: '2017-04-20', disclosure_check: '', crime_suspected: '' },
      '2018-01-10',
      [
        'disclosure_on_time 2017Q1 0/1',
        'disclosure_rate 2017Q1 1/1',
        'fine_total 2017Q1 0/1',
        'platform_entry 2017Q1 0/1',
      ],
    ],
    [
      'withheld with reason and approval',
      { disclosed_on: '', nondisclosure_reason: '商业秘密', nondisclosure_approved_on: '2017-03-05' },
      '2018-01-10',
      ['fine_total 2017Q1 0/1', 'platform_entry 2017Q1 0/1', 'transfer_rate 2017Q1 0/1'],
    ],
    [
      'approved only after the cut-off: to be disclosed',
      {
        disclosed_on: '',
        nondisclosure_reason: '商业秘密',
        nondisclosure_approved_on: '2017-05-05',
        crime_suspected: '否',
      },
      '2017-04-10',
      [
        'disclosure_on_time 2017Q1 0/1',
        'disclosure_rate 2017Q1 0/1',
        'fine_total 2017Q1 0/1',
        'platform_entry 2017Q1 0/1',
      ],
    ],
    [
      'summary procedure',
      { procedure: '简易程序', transferred_on: '2017-03-20' },
      '2018-01-10',
      ['disclosure_accuracy 2017Q1 1/1', 'fine_total 2017Q1 0/1', 'transfer_rate 2017Q1 1/1'],
    ],
    [
      'handed to the police without a penalty: only the transfer, in the quarter of its filing',
      { filed_on: '2017-02-01', decided_on: '', transferred_on: '2017-04-20' },
      '2018-01-10',
      ['transfer_rate 2017Q1 1/1'],
    ],
    ['not filed yet', { filed_on: '2017-02-01', decided_on: '', disclosed_on: '' }, '2017-01-31', []],
    [
      'decided in the next quarter: the transfer stands with the decision',
      { filed_on: '2017-02-01', decided_on: '2017-05-02', disclosed_on: '', procedure: '简易程序' },
      '2018-01-10',
      ['fine_total 2017Q2 0/1', 'transfer_rate 2017Q2 0/1'],
    ],
    ['decided after the cut-off: does not exist yet', { filed_on: '2017-02-01' }, '2017-02-28', []],
  ])('penalty: %s', (_, more, asOf, expected) => {
    expect(onePenalty(more, asOf)).toEqual(expected);
  });

  it('adds up fines in fen, and counts a decision without one apart', () => {
    const rows = ['1,200.50', '', '0.01'].map((fine_yuan, i) => ({ ...PENALTY, case_id: `P${i}`, fine_yuan }));
    const { cells } = evaluate([submission(rows, { ledger: 'penalties' })], qinghai, '2018-01-10');
    expect(cells.find((c) => c.indicator === 'fine_total')).toMatchObject({
      ...{ numerator: 2, denominator: 3, amounts: [120_051] },
    });
  });

  it('counts a case of several periods once, as its latest period has it, in whatever order the files came', () => {
    const open = submission([{ ...COMPLAINT, closed_on: '', feedback_on: '', satisfaction: '' }], { period: '2017Q1' });
    const closed = submission([{ ...COMPLAINT, complaint_id: ' Ｃ1' }], { period: '2017Q2' });
    const faulty = submission([{ ...COMPLAINT, kind: '咨询' }], { period: '2017Q3' });
    const expected = counted([closed], '2018-01-10');
    expect(expected).toContain('closure_on_time 2017Q2 1/1');
    expect(counted([open, closed, faulty], '2018-01-10')).toEqual(expected);
    expect(counted([faulty, closed, open], '2018-01-10')).toEqual(expected);
  });

  it('takes the same id of another unit for another case', () => {
    const { cells } = evaluate(
      [submission([COMPLAINT]), submission([COMPLAINT], { unit: 'aic' })],
      qinghai,
      '2018-01-10',
    );
    expect(cells.find((c) => c.indicator === 'acceptance_on_time')?.denominator).toBe(2);
  });

  it('of rows with one id counts the first, even where it is faulty itself', () => {
    const rows = [{ ...COMPLAINT, kind: '咨询' }, COMPLAINT, {}, { ...COMPLAINT, complaint_id: 'C2' }];
    const { submissions } = evaluate([submission(rows)], qinghai, '2018-01-10');
    expect(submissions).toMatchObject([{ rowsRead: 3, accepted: 1, rejected: 2 }]);
    expect(submissions[0]?.problems.map((p) => [p.row, p.code])).toEqual([
      [1, 'not_in_list'],
      [2, 'duplicate_id'],
    ]);
  });

  it('accounts for every row of random ledgers', () => {
    fc.assert(
      fc.property(textWorld(qinghai), ({ submissions, asOf }) => {
        const { cells, submissions: read } = evaluate(submissions, qinghai, asOf);
        for (const s of read) expect(s.accepted + s.rejected).toBe(s.rowsRead);
        for (const c of cells) expect(c.numerator).toBeLessThanOrEqual(c.denominator);
      }),
    );
  });

  it('is given cases that cannot be dated of every indicator by due date, in quarters and places of all kinds', () => {
    const undated = fc
      .sample(lastWorld(qinghai), { numRuns: 200, seed: 2026 })
      .flatMap(({ submissions, asOf }) => evaluate(submissions, qinghai, asOf).undated);
    const byDueDate = countedInWorlds()
      .filter(isByDueDate)
      .map((i) => i.id);
    expect([...new Set(undated.map((u) => u.indicator))].sort()).toEqual(byDueDate.sort());
    expect(new Set(undated.map((u) => u.quarter)).size).toBeGreaterThan(1);
  });

  it('is given every kind of row problem and every indicator by the random ledgers', () => {
    const codes = new Set<string>();
    const indicators = new Set<string>();
    for (const { submissions, asOf } of fc.sample(textWorld(qinghai), { numRuns: 400, seed: 2017 })) {
      const { cells, durations, submissions: read } = evaluate(submissions, qinghai, asOf);
      for (const s of read) for (const p of s.problems) codes.add(p.code);
      for (const c of [...cells, ...durations]) indicators.add(c.indicator);
    }
    const odd = WORLD_LEDGERS.flatMap((ledger) => catalogue.ledger(ledger).oddities.map((o) => o.code));
    // Surplus cells and quotes belong to the CSV reader, `unreadable_cell` to Parquet's bytes, and no two counties of this province
    // share a name; `submission_on_time` is counted over the register.
    expect([...codes].sort()).toEqual(
      [...Object.keys(PROBLEM_SEVERITY), ...odd, 'before_period']
        .filter(
          (c) => !['surplus_cells', 'stray_quote', 'swallowed_rows', 'row_in_one_cell', 'ambiguous_county'].includes(c),
        )
        .filter((c) => !c.startsWith('unreadable_cell'))
        .sort(),
    );
    expect([...indicators].sort()).toEqual(
      countedInWorlds()
        .map((i) => i.id)
        .sort(),
    );
  });
});
