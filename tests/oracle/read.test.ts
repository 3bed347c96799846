import { describe, expect, it } from 'vitest';
import { qinghai } from '../support/profile';
import { COMPLAINT, PENALTY } from './cases';
import { readRow, type TextRow } from './read-row';
import { readDate, readNumber } from './read-text';

describe('readDate', () => {
  it.each([
    '2017-03-05',
    '2017-3-5',
    '2017/3/5',
    '2017.3.5',
    '20170305',
    '2017年3月5日',
    '2017-03-05 10:30',
    '2017-03-05T10:30:15.250Z',
    '2017/3/5 10:30:15',
    '2017-03-05 10:30:15+08:00',
    '20170305 10:30',
    '2017年3月5日14时30分',
    '2017年3月5日 14时30分05秒',
    '42799',
    '17-03-05',
  ])('reads %s', (text) => {
    expect(readDate(text)).toEqual({ day: '2017-03-05' });
  });

  it.each([
    ['2017-02-30', 'not_a_date'],
    ['2017-13-01', 'not_a_date'],
    ['2017-03-00', 'not_a_date'],
    ['2100-02-29', 'not_a_date'],
    ['99999', 'not_a_date'],
    ['2017-03-05x', 'not_a_date'],
    ['2017-03-05 25:00', 'not_a_date'],
    ['2017-03/05', 'not_a_date'],
    ['2017年3月', 'not_a_date'],
    ['05-03-17', 'not_a_date'],
    ['2017-03-051', 'not_a_date'],
    ['2003-12-31', 'date_beyond_calendar'],
    ['2027-01-01', 'date_beyond_calendar'],
    ['2004-02-29', undefined],
  ])('%s: %s', (text, fault) => {
    expect(readDate(text).fault).toBe(fault);
  });
});

it.each([
  ['10', 10],
  ['10.0', 10],
  ['1,200.50', 1200.5],
  ['1,234,567', 1_234_567],
  ['-1', null],
  ['1e3', null],
  ['12,34', null],
  ['五', null],
])('reads the number %s as %s', (text, number) => {
  expect(readNumber(text)).toBe(number);
});

const read = (ledger: 'complaints' | 'penalties', more: TextRow, unit = '632500') =>
  readRow(
    ledger,
    { ...(ledger === 'complaints' ? COMPLAINT : PENALTY), ...more },
    { office: qinghai, unit, period: '2017Q2', receivedOn: '2017-07-05', idsAbove: new Set(['OLD']) },
  );

describe('readRow', () => {
  it.each<['complaints' | 'penalties', string, TextRow, string | null]>([
    ['complaints', 'required_missing', { kind: ' ' }, '类型'],
    ['complaints', 'not_a_date', { closed_on: '下周' }, '办结日期'],
    ['complaints', 'date_beyond_calendar', { received_on: '1999-01-01' }, '接收日期'],
    ['complaints', 'not_a_number', { extension_days: '10.5' }, '批准延期(工作日)'],
    ['complaints', 'not_a_number', { extension_days: '42798' }, '批准延期(工作日)'],
    ['complaints', 'not_in_list', { acceptance: '同意' }, '受理结果'],
    ['complaints', 'unknown_county', { county: '朝阳区' }, '县区'],
    ['complaints', 'unknown_department', { department: '办公室' }, '承办部门'],
    ['complaints', 'ambiguous_department', { department: '工商质监' }, '承办部门'],
    ['complaints', 'date_order', { closed_on: '2017-03-02', feedback_on: '' }, '办结日期'],
    ['complaints', 'after_period', { received_on: '2017-07-01', accepted_on: '', closed_on: '' }, '接收日期'],
    ['complaints', 'county_outside_unit', { county: '西宁市' }, '县区'],
    ['complaints', 'county_outside_unit', { county: '省本级' }, '县区'],
    ['complaints', 'duplicate_id', { complaint_id: 'ＯＬＤ' }, '编号'],
    ['complaints', 'uncalculated', { received_on: '=TODAY()' }, '接收日期'],
    ['penalties', 'date_order', { disclosed_on: '2017-02-28' }, '公示日期'],
    ['penalties', 'not_in_list', { procedure: '其他程序' }, '程序'],
    ['penalties', 'required_missing', { decided_on: '', disclosed_on: '' }, '立案日期'],
    ['penalties', 'after_period', { filed_on: '2017-07-01', decided_on: '', disclosed_on: '' }, '立案日期'],
    ['penalties', 'after_period', { filed_on: '2017-06-01', decided_on: '2017-07-01' }, '处罚决定日期'],
    ['penalties', 'date_order', { filed_on: '2017-03-02' }, '处罚决定日期'],
  ])('%s: %s keeps the row aside', (ledger, code, more, column) => {
    const { row, problems } = read(ledger, more);
    expect(row).toBeUndefined();
    expect(problems).toContainEqual({ code, column });
  });

  it.each<['complaints' | 'penalties', string, TextRow, string | null]>([
    ['complaints', 'closed_without_acceptance', { accepted_on: '', acceptance: '' }, null],
    ['complaints', 'result_without_date', { accepted_on: '' }, null],
    ['complaints', 'feedback_without_closure', { closed_on: '' }, null],
    ['complaints', 'not_in_list_optional', { decision: '同意' }, '立案结果'],
    ['complaints', 'after_submission', { closed_on: '2017-07-06', feedback_on: '' }, '办结日期'],
    ['penalties', 'withheld_incomplete', { nondisclosure_reason: '商业秘密' }, null],
    ['penalties', 'decision_undated', { filed_on: '2017-02-01', decided_on: '' }, null],
    ['penalties', 'uncalculated_optional', { fine_yuan: '=B2*3' }, '罚没金额'],
    ['penalties', 'not_a_number_optional', { fine_yuan: '约五千' }, '罚没金额'],
  ])('%s: %s lets the row count', (ledger, code, more, column) => {
    const { row, problems } = read(ledger, more);
    expect(row).toBeDefined();
    expect(problems).toEqual([{ code, column }]);
  });

  it('reads a whole row without a problem', () => {
    expect(read('complaints', {})).toMatchObject({
      problems: [],
      row: { id: 'C1', place: '632521', department: 'aic', text: { named: '是' }, extensionDays: 0 },
    });
    expect(read('penalties', {}).row?.text.procedure).toBe('普通程序');
  });

  it('warns of names that may mean two places', () => {
    expect(read('complaints', { county: '玉树' }, '632700').problems[0]?.code).toBe('county_name_shared');
    expect(read('complaints', { county: '茫崖市' }, '632800').problems[0]?.code).toBe('merged_county');
  });
});
