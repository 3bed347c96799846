import { expect, it } from 'vitest';
import type { Submission } from '../../domain/submission';
import { submission } from '../testing/assessed';
import { workbookOf } from '../testing/workbookOf';
import { coverSheet } from './cover';
import { submissionsSheet } from './submissions';

const listOf = (submissions: Submission[], period: string, asOf: string, unit?: string) => {
  const given = workbookOf();
  const input = { ...given, submissions, assessment: { ...given.assessment, period, asOf } };
  const { columns, rows } = submissionsSheet(input, unit).table;
  const at = (label: string) => columns.findIndex((c) => c.label === label);
  const of = (row: (typeof rows)[number], ...labels: string[]) =>
    labels.map((l) => {
      const cell = row[at(l)];
      return cell !== null && typeof cell === 'object'
        ? 'day' in cell
          ? cell.day
          : 'number' in cell
            ? cell.number
            : cell.text
        : cell;
    });
  const facts = new Map(coverSheet({ input, fingerprint: '', title: '', contents: [] }).facts);
  return { rows, of, facts };
};

it('lists a half-year’s file once for each of its quarters, late in one and on time in the other', () => {
  const file = submission(1, '630100', { period: '2017H1', receivedOn: '2017-07-03' });
  const { rows, of, facts } = listOf([file], '2017H1', '2017-07-10');
  const own = rows.filter((r) => of(r, '报送单位')[0] === '西宁市' && of(r, '台账')[0] === '投诉举报台账');
  expect(own.map((r) => of(r, '报送期', '应报截止', '报送情况'))).toEqual([
    ['2017年上半年（一季度）', '2017-04-10', '迟报'],
    ['2017年上半年（二季度）', '2017-07-10', '按时'],
  ]);
  // As many late as the cover counts.
  const late = rows.filter((r) => of(r, '报送情况')[0] === '迟报').length;
  expect(facts.get('本期应报')).toContain(`迟报 ${late}，`);
});

it('a file of the period from a unit that need not report is of the period, and first in its own workbook', () => {
  const files = [
    submission(1, '630100'),
    submission(2, 'market', { file: 'z_market.csv' }),
    submission(3, '632500', { period: '2017Q2', file: 'a_2.csv' }),
  ];
  const { rows, of } = listOf(files, '2017Q3', '2017-10-10');
  const named = rows.filter((r) => of(r, '文件')[0] !== null);
  expect(named.map((r) => of(r, '报送单位', '报送情况'))).toEqual([
    ['西宁市', '按时'],
    ['市场监管', '不在应报名单'],
    ['海南藏族自治州', '其他报送期'],
  ]);
  const own = listOf(files, '2017Q3', '2017-10-10', 'market');
  expect(own.of(own.rows[0] ?? [], '报送单位')[0]).toBe('市场监管');
});
