import { addDays, type Day } from '../../src/domain/day';
import { periodEnd } from '../../src/domain/period';
import type { Row } from './cases';
import type { Filing } from './filings';
import { type FaultPlan, type Recipe, set, setFrom } from './recipe';

const isPrefecture = (_row: Row, filing: Filing): boolean => /^\d/.test(filing.unit.id);
const open = (row: Row): boolean => row.accepted_on === '';
const accepted = (row: Row): boolean => row.acceptance === '受理' && row.closed_on === '' && row.decided_on === '';
const closed = (row: Row): boolean => row.closed_on !== '' && row.feedback_on === '';
const fedBack = (row: Row): boolean => row.feedback_on !== '';
const disclosed = (row: Row): boolean => row.disclosed_on !== '';

/** What an undisclosed decision looks like: nothing after the decision. */
const BARE_PENALTY: Row = {
  filed_on: '',
  nondisclosure_reason: '',
  nondisclosure_approved_on: '',
  disclosed_on: '',
  disclosure_url: '',
  disclosure_check: '',
  platform_entered_on: '',
  transferred_on: '',
  police_filed_on: '',
};

const RECIPES: readonly Recipe[] = [
  { code: 'required_missing', ledger: 'complaints', field: 'county', times: 2, change: set({ county: '' }) },
  {
    code: 'required_missing',
    ledger: 'complaints',
    field: 'complaint_id',
    times: 1,
    change: set({ complaint_id: '' }),
  },
  { code: 'required_missing', ledger: 'complaints', field: 'kind', times: 1, change: set({ kind: '' }) },
  { code: 'required_missing', ledger: 'penalties', field: 'department', times: 2, change: set({ department: '' }) },
  // The row keeps its day of filing and the number of its decision: it counts, as not yet decided.
  { code: 'decision_undated', ledger: 'penalties', field: 'decided_on', times: 1, change: set({ decided_on: '' }) },
  {
    code: 'not_a_date',
    ledger: 'complaints',
    field: 'received_on',
    times: 2,
    change: setFrom('received_on', ['2017-02-30', '2017/13/1', '3月5日']),
  },
  {
    code: 'not_a_date',
    ledger: 'complaints',
    field: 'accepted_on',
    times: 2,
    fits: accepted,
    // The result stands in the date's column, as senders do; its own column stays blank.
    change: (_row, _filing, random) => ({
      accepted_on: random.pick(['已受理', '2017年春', '2017-06-31']),
      acceptance: '',
    }),
  },
  {
    code: 'not_a_date',
    ledger: 'penalties',
    field: 'disclosed_on',
    times: 2,
    fits: disclosed,
    change: setFrom('disclosed_on', ['已公示', '2017.11.31']),
  },
  {
    code: 'date_beyond_calendar',
    ledger: 'complaints',
    field: 'received_on',
    times: 1,
    fits: open,
    change: set({ received_on: '1917-05-08' }),
  },
  {
    code: 'date_beyond_calendar',
    ledger: 'penalties',
    field: 'filed_on',
    times: 2,
    fits: (row) => row.filed_on !== '',
    change: (row) => ({ filed_on: `1917${(row.filed_on as Day).slice(4)}` }),
  },
  {
    code: 'not_a_number',
    ledger: 'complaints',
    field: 'extension_days',
    times: 3,
    fits: accepted,
    change: setFrom('extension_days', ['约十天', '约15', '-10', '2周']),
  },
  { code: 'not_in_list', ledger: 'complaints', field: 'kind', times: 2, change: setFrom('kind', ['咨询', '建议']) },
  {
    code: 'not_in_list',
    ledger: 'complaints',
    field: 'satisfaction',
    times: 2,
    fits: fedBack,
    change: setFrom('satisfaction', ['非常好', '良好']),
  },
  { code: 'not_in_list', ledger: 'complaints', field: 'named', times: 1, change: set({ named: '不详' }) },
  {
    code: 'not_in_list',
    ledger: 'penalties',
    field: 'procedure',
    times: 1,
    change: set({ procedure: '听证程序' }),
  },
  {
    code: 'unknown_county',
    ledger: 'complaints',
    field: 'county',
    times: 2,
    change: setFrom('county', ['湖中县', '639999', '城南新区']),
  },
  { code: 'unknown_county', ledger: 'penalties', field: 'county', times: 1, change: set({ county: '兰州市' }) },
  {
    code: 'unknown_department',
    ledger: 'complaints',
    field: 'department',
    times: 2,
    change: setFrom('department', ['有关部门', '县政府办公室']),
  },
  {
    code: 'unknown_department',
    ledger: 'penalties',
    field: 'department',
    times: 2,
    change: setFrom('department', ['城管局', '联合执法队']),
  },
  {
    code: 'ambiguous_department',
    ledger: 'complaints',
    field: 'department',
    times: 2,
    fits: isPrefecture,
    change: setFrom('department', ['工商质监局', '农牧林业局', '市场监管和食药监局']),
  },
  {
    code: 'date_order',
    ledger: 'complaints',
    field: 'accepted_on',
    times: 2,
    fits: (row) => accepted(row) && row.extension_days === '',
    change: (row) => ({ accepted_on: addDays(row.received_on as Day, -3) }),
  },
  {
    code: 'date_order',
    ledger: 'complaints',
    field: 'feedback_on',
    times: 2,
    fits: (row) => fedBack(row) && addDays(row.received_on as Day, 9) < (row.closed_on as Day),
    change: (row) => ({ feedback_on: addDays(row.closed_on as Day, -2) }),
  },
  {
    code: 'date_order',
    ledger: 'penalties',
    field: 'disclosed_on',
    times: 2,
    fits: disclosed,
    change: (row) => ({ disclosed_on: addDays(row.decided_on as Day, -4) }),
  },
  {
    code: 'after_period',
    ledger: 'complaints',
    field: 'received_on',
    times: 2,
    fits: open,
    change: (_row, filing) => ({ received_on: addDays(periodEnd(filing.period), 1) }),
  },
  {
    code: 'after_period',
    ledger: 'penalties',
    field: 'decided_on',
    times: 1,
    change: (_row, filing) => ({ ...BARE_PENALTY, decided_on: addDays(periodEnd(filing.period), 2) }),
  },
  {
    code: 'county_outside_unit',
    ledger: 'complaints',
    field: 'county',
    times: 2,
    fits: (row, filing) => isPrefecture(row, filing) && filing.unit.id !== '632800',
    change: setFrom('county', ['德令哈市', '632821', '都兰县']),
  },
  {
    code: 'county_outside_unit',
    ledger: 'penalties',
    field: 'county',
    times: 1,
    fits: isPrefecture,
    change: set({ county: '省本级' }),
  },
  {
    code: 'not_a_number_optional',
    ledger: 'penalties',
    field: 'fine_yuan',
    times: 2,
    change: setFrom('fine_yuan', ['约五千', '待核']),
  },
  {
    code: 'not_a_number_optional',
    ledger: 'penalties',
    field: 'goods_value_yuan',
    times: 1,
    change: set({ goods_value_yuan: '不详' }),
  },
  {
    code: 'not_in_list_optional',
    ledger: 'complaints',
    field: 'decision',
    times: 1,
    fits: (row) => row.decided_on !== '',
    change: set({ decision: '待定' }),
  },
  {
    code: 'not_in_list_optional',
    ledger: 'penalties',
    field: 'infringement',
    times: 2,
    change: setFrom('infringement', ['侵权假冒', '无照经营']),
  },
  {
    code: 'after_submission',
    ledger: 'complaints',
    field: 'closed_on',
    times: 2,
    fits: accepted,
    change: (_row, filing) => ({ closed_on: addDays(filing.receivedOn as Day, 12) }),
  },
  {
    code: 'merged_county',
    ledger: 'complaints',
    field: 'county',
    times: 3,
    unit: '632800',
    change: setFrom('county', ['茫崖市', '632803']),
  },
  {
    code: 'county_name_shared',
    ledger: 'complaints',
    field: 'county',
    times: 3,
    unit: '632700',
    change: set({ county: '玉树' }),
  },
  {
    code: 'closed_without_acceptance',
    ledger: 'complaints',
    field: 'accepted_on',
    times: 2,
    fits: closed,
    change: set({ accepted_on: '', acceptance: '' }),
  },
  {
    code: 'result_without_date',
    ledger: 'complaints',
    field: 'acceptance',
    times: 2,
    fits: accepted,
    change: set({ accepted_on: '' }),
  },
  {
    code: 'feedback_without_closure',
    ledger: 'complaints',
    field: 'feedback_on',
    times: 2,
    fits: fedBack,
    change: set({ closed_on: '' }),
  },
  {
    code: 'withheld_incomplete',
    ledger: 'penalties',
    field: 'nondisclosure_reason',
    times: 2,
    fits: (row) => row.procedure !== '简易程序' && row.disclosed_on === '' && row.nondisclosure_reason === '',
    change: set({ nondisclosure_reason: '涉及商业秘密' }),
  },
  { code: 'surplus_cells', ledger: 'penalties', field: null, times: 2, change: set({}) },
];

/** Some dozens of rows, every rule code at least once that the rows of 2017's ledgers can have. */
export const FAULTS_2017: FaultPlan = { recipes: RECIPES, repeated: { complaints: 3, penalties: 2 } };
