import { LEDGER_IDS, type LedgerId } from './ledgers';

export const INDICATOR_IDS = [
  'acceptance_on_time',
  'closure_on_time',
  'handling_days',
  'feedback_rate',
  'feedback_on_time',
  'satisfaction',
  'disclosure_rate',
  'disclosure_on_time',
  'disclosure_accuracy',
  'platform_entry',
  'transfer_rate',
  'submission_on_time',
] as const;

export type IndicatorId = (typeof INDICATOR_IDS)[number];
export type CaseLedger = Extract<LedgerId, 'complaints' | 'penalties'>;
/** The ledgers whose rows are cases. */
export const CASE_LEDGERS: readonly CaseLedger[] = LEDGER_IDS;

/** Columns of the complaint facts: one row per case as it stood at the cut-off (later events are blank). */
export type ComplaintFact =
  | 'received_on'
  | 'accepted_on'
  | 'closed_on'
  | 'feedback_on'
  | 'acceptance_due'
  | 'acceptance_undated'
  | 'closure_due'
  | 'closure_undated'
  | 'feedback_due'
  | 'feedback_undated'
  | 'handled'
  | 'named'
  | 'rated'
  | 'satisfied';

/** Columns of the penalty facts. */
export type PenaltyFact =
  | 'decided_on'
  /** The day of the decision; of a case without one the day of its filing. */
  | 'decided_or_filed_on'
  | 'disclosed_on'
  | 'disclosure_due'
  | 'disclosure_undated'
  | 'platform_entered_on'
  | 'transferred_on'
  | 'ordinary'
  | 'withheld'
  | 'checked'
  | 'accurate'
  | 'crime_suspected';

export type Fact = ComplaintFact | PenaltyFact;

/** A test on one case. All conditions of a list must hold. */
export type Condition =
  | { test: 'is' | 'isNot'; fact: Fact }
  | { test: 'known' | 'unknown'; fact: Fact }
  | { test: 'notAfter'; fact: Fact; limit: Fact };

/**
 * One indicator, defined once: the SQL, the screens, the reports and the tests read it from here.
 * A case belongs to the quarter of the day in `period`; where that is a due date, only cases due by the cut-off count.
 */
export type CaseIndicator<Id extends string = IndicatorId> = CaseRate<Id> | CaseDuration<Id>;

interface CaseCount<Id extends string> {
  id: Id;
  name: string;
  ledger: CaseLedger;
  period: Fact;
  /** Whether `period` is a deadline, which may lie after the cut-off (an event cannot). */
  byDueDate: boolean;
  denominator: Condition[];
  numerator: Condition[];
  words: { period: string; denominator: string; numerator: string; missing: string };
  basis: string;
  confidence: string;
}

export interface CaseRate<Id extends string = IndicatorId> extends CaseCount<Id> {
  kind: 'rate';
}

/** In place of a numerator the working days from one day of the case to that of its period, the first not counted. */
export interface CaseDuration<Id extends string = IndicatorId> extends CaseCount<Id> {
  kind: 'duration';
  numerator: [];
  from: Fact;
  /** How a case's days are called in lists of cases. */
  daysName: string;
}

/** The fact that a case cannot be dated for an indicator: its limit runs, but ends beyond the calendar. Null: not by due date. */
export const undatedFact = ({ period, byDueDate }: Pick<CaseIndicator, 'period' | 'byDueDate'>): Fact | null =>
  byDueDate ? (period.replace(/_due$/, '_undated') as Fact) : null;

/** The first day of a case whose limits run: that of a penalty case without a decision does not. */
export const FIRST_DAY: Readonly<Record<CaseLedger, Fact>> = { complaints: 'received_on', penalties: 'decided_on' };

/** 报送及时率 is counted over expected submissions, not over cases. */
export interface SubmissionIndicator {
  id: 'submission_on_time';
  name: string;
  kind: 'rate';
  ledger: null;
  words: CaseIndicator['words'];
  basis: string;
  confidence: string;
}

export type Indicator = CaseIndicator | SubmissionIndicator;

/** What an indicator counts: cases by 件, submissions by 份. */
export type CountUnit = '件' | '份';
export const countUnit = ({ ledger }: { ledger: CaseLedger | null }): CountUnit => (ledger === null ? '份' : '件');

const is = (fact: Fact): Condition => ({ test: 'is', fact });
const isNot = (fact: Fact): Condition => ({ test: 'isNot', fact });
const known = (fact: Fact): Condition => ({ test: 'known', fact });
const notAfter = (fact: Fact, limit: Fact): Condition => ({ test: 'notAfter', fact, limit });

const HANDLING = '青政办〔2017〕150号 五（四）：举报案件办理效率';
const FEEDBACK = '青政办〔2017〕150号 五（四）：办理结果反馈';
const DISCLOSURE = '办字〔2017〕33号（十四）：公示率100%，提高及时率和准确率';
const PROPOSED = '公式为建议口径（文件未给出计算公式）';

export const CASE_INDICATORS: readonly CaseIndicator[] = [
  {
    id: 'acceptance_on_time',
    name: '受理及时率',
    kind: 'rate',
    ledger: 'complaints',
    period: 'acceptance_due',
    byDueDate: true,
    denominator: [],
    numerator: [notAfter('accepted_on', 'acceptance_due')],
    words: {
      period: '受理期限届满日所在期',
      denominator: '期限届满的全部投诉举报',
      numerator: '在期限内作出受理、不予受理或转办决定的',
      missing: '未在期限内作出受理决定的',
    },
    basis: HANDLING,
    confidence: PROPOSED,
  },
  {
    id: 'closure_on_time',
    name: '按期办结率',
    kind: 'rate',
    ledger: 'complaints',
    period: 'closure_due',
    byDueDate: true,
    denominator: [is('handled')],
    numerator: [notAfter('closed_on', 'closure_due')],
    words: {
      period: '办结期限（含批准延期）届满日所在期',
      denominator: '期限届满、由本地办理的投诉举报（不含不予受理和转办）',
      numerator: '在期限内办结的',
      missing: '未在期限内办结的（含超期未办结）',
    },
    basis: HANDLING,
    confidence: PROPOSED,
  },
  {
    id: 'handling_days',
    name: '办理时长（中位数）',
    kind: 'duration',
    ledger: 'complaints',
    period: 'closed_on',
    byDueDate: false,
    denominator: [is('handled'), known('closed_on')],
    numerator: [],
    from: 'received_on',
    daysName: '办理工作日',
    words: {
      period: '办结日所在期',
      denominator: '已办结、由本地办理的投诉举报',
      numerator: '接收日至办结日的工作日数（首日不计），取中位数',
      missing: '已办结的',
    },
    basis: HANDLING,
    confidence: PROPOSED,
  },
  {
    id: 'feedback_rate',
    name: '办理结果反馈率',
    kind: 'rate',
    ledger: 'complaints',
    period: 'closed_on',
    byDueDate: false,
    denominator: [is('handled'), known('closed_on'), is('named')],
    numerator: [known('feedback_on')],
    words: {
      period: '办结日所在期',
      denominator: '已办结的实名投诉举报（由本地办理）',
      numerator: '截止日前已反馈办理结果的',
      missing: '已办结但未反馈的',
    },
    basis: FEEDBACK,
    confidence: PROPOSED,
  },
  {
    id: 'feedback_on_time',
    name: '反馈及时率',
    kind: 'rate',
    ledger: 'complaints',
    period: 'feedback_due',
    byDueDate: true,
    denominator: [is('handled'), known('closed_on'), is('named')],
    numerator: [notAfter('feedback_on', 'feedback_due')],
    words: {
      period: '反馈期限届满日所在期',
      denominator: '反馈期限届满的已办结实名投诉举报（由本地办理）',
      numerator: '在期限内反馈的',
      missing: '未在期限内反馈的',
    },
    basis: FEEDBACK,
    confidence: PROPOSED,
  },
  {
    id: 'satisfaction',
    name: '群众满意率',
    kind: 'rate',
    ledger: 'complaints',
    period: 'closed_on',
    byDueDate: false,
    denominator: [is('handled'), known('closed_on'), is('rated')],
    numerator: [is('satisfied')],
    words: {
      period: '办结日所在期',
      denominator: '已办结且有评价的（满意、基本满意、不满意）',
      numerator: '满意或基本满意的',
      missing: '不满意的',
    },
    basis: '未找到 2017 年双打考核的明确依据',
    confidence: PROPOSED,
  },
  {
    id: 'disclosure_rate',
    name: '处罚信息公示率',
    kind: 'rate',
    ledger: 'penalties',
    period: 'disclosure_due',
    byDueDate: true,
    denominator: [is('ordinary'), isNot('withheld')],
    numerator: [known('disclosed_on')],
    words: {
      period: '公示期限届满日所在期',
      denominator: '公示期限届满的普通程序处罚决定（扣除有理由且经批准不予公开的）',
      numerator: '截止日前已公示的',
      missing: '应公示而未公示的',
    },
    basis: DISCLOSURE,
    confidence: PROPOSED,
  },
  {
    id: 'disclosure_on_time',
    name: '公示及时率',
    kind: 'rate',
    ledger: 'penalties',
    period: 'disclosure_due',
    byDueDate: true,
    denominator: [is('ordinary'), isNot('withheld')],
    numerator: [notAfter('disclosed_on', 'disclosure_due')],
    words: {
      period: '公示期限届满日所在期',
      denominator: '公示期限届满的普通程序处罚决定（扣除有理由且经批准不予公开的）',
      numerator: '在期限内公示的',
      missing: '未在期限内公示的',
    },
    basis: DISCLOSURE,
    confidence: PROPOSED,
  },
  {
    id: 'disclosure_accuracy',
    name: '公示准确率',
    kind: 'rate',
    ledger: 'penalties',
    period: 'disclosed_on',
    byDueDate: false,
    denominator: [known('decided_on'), known('disclosed_on'), is('checked')],
    numerator: [is('accurate')],
    words: {
      period: '公示日所在期',
      denominator: '已公示并抽查的处罚决定',
      numerator: '抽查结果一致的',
      missing: '抽查结果不一致的',
    },
    basis: DISCLOSURE,
    confidence: PROPOSED,
  },
  {
    id: 'platform_entry',
    name: '两法衔接录入率',
    kind: 'rate',
    ledger: 'penalties',
    period: 'decided_on',
    byDueDate: false,
    denominator: [is('ordinary')],
    numerator: [known('platform_entered_on')],
    words: {
      period: '处罚决定日所在期',
      denominator: '普通程序处罚决定',
      numerator: '截止日前已录入两法衔接平台的',
      missing: '未录入两法衔接平台的',
    },
    basis: '青政办〔2017〕150号 二（三）；江苏省 2017 年双打工作要点（十）提出录入比率',
    confidence: PROPOSED,
  },
  {
    id: 'transfer_rate',
    name: '涉嫌犯罪移送率',
    kind: 'rate',
    ledger: 'penalties',
    // A case that is handed to the police often ends without a penalty.
    period: 'decided_or_filed_on',
    byDueDate: false,
    denominator: [is('crime_suspected')],
    numerator: [known('transferred_on')],
    words: {
      period: '处罚决定日（没有处罚决定的，按立案日）所在期',
      denominator: '涉嫌犯罪的案件（含没有处罚决定的）',
      numerator: '截止日前已移送公安的',
      missing: '涉嫌犯罪而未移送的',
    },
    basis: '青政办〔2017〕150号 二（三）：行政执法与刑事司法衔接',
    confidence: PROPOSED,
  },
];

/** 超期未办结: what needs attention now. Counted into cells like an indicator, but not assessed. */
export const OPEN_OVERDUE: CaseIndicator<'open_overdue'> = {
  id: 'open_overdue',
  name: '超期未办结',
  kind: 'rate',
  ledger: 'complaints',
  period: 'closure_due',
  byDueDate: true,
  denominator: [is('handled')],
  numerator: [{ test: 'unknown', fact: 'closed_on' }],
  words: {
    period: '办结期限（含批准延期）届满日所在期',
    denominator: '期限届满、由本地办理的投诉举报（不含不予受理和转办）',
    numerator: '期限已过、至截止日仍未办结的',
    missing: '已办结的',
  },
  basis: HANDLING,
  confidence: PROPOSED,
};

/** Everything that is counted over cases: the indicators, and what needs attention. */
export type CountedId = IndicatorId | 'open_overdue';
export const COUNTED: readonly CaseIndicator<CountedId>[] = [...CASE_INDICATORS, OPEN_OVERDUE];

/** The durations counted over the cases of a ledger. */
export const durationsOf = (ledger: CaseLedger): CaseDuration<CountedId>[] =>
  COUNTED.filter((i) => i.kind === 'duration').filter((i) => i.ledger === ledger);

export const SUBMISSION_INDICATOR: SubmissionIndicator = {
  id: 'submission_on_time',
  name: '报送及时率',
  kind: 'rate',
  ledger: null,
  words: {
    period: '报送期限届满日所在期（四季度报表期限在次年1月，计入次年一季度）',
    denominator: '期限届满的应报送台账（单位×报送期×台账）',
    numerator: '在期限内收到的',
    missing: '迟报或未报的',
  },
  basis: '农办质〔2015〕28号：季度报表于季后10日前报送（参照）',
  confidence: PROPOSED,
};

export const INDICATORS: readonly Indicator[] = [...CASE_INDICATORS, SUBMISSION_INDICATOR];

/** @throws RangeError for an unknown id */
export function indicator(id: IndicatorId): Indicator {
  const found = INDICATORS.find((i) => i.id === id);
  if (!found) throw new RangeError(`unknown indicator: ${id}`);
  return found;
}
