import { describe, expect, it } from 'vitest';
import { qinghai } from '../../tests/support/profile';
import { Engine } from '../engine/engine';
import { openNodeDatabase } from '../engine/node/duckdb';
import { Cancelled } from '../engine/port';
import { nodeReader } from '../intake/node/reader';
import { fileProblem, keyOf, submissionTitle, takeInFile, takeInMany } from './takeIn';

const NAME = '2017Q3_632500_complaints_v2.csv';

describe('keyOf', () => {
  it('believes what is declared before what the name says', () => {
    expect(keyOf(qinghai, NAME, {})).toEqual({
      unit: '632500',
      period: '2017Q3',
      ledger: null,
      namedLedger: 'complaints',
      version: 2,
    });
    expect(keyOf(qinghai, NAME, { unit: 'aic', period: '2017H1', ledger: 'penalties' })).toMatchObject({
      unit: 'aic',
      period: '2017H1',
      ledger: 'penalties',
      namedLedger: 'complaints',
    });
  });

  it.each<[string, object, string, string]>([
    ['台账.csv', {}, 'name_silent', '报送单位、报送期'],
    ['632500_complaints.csv', { unit: '632500' }, 'name_silent', '报送期'],
    ['2017Q3_complaints.csv', {}, 'name_silent', '报送单位'],
    ['2017Q3_火星_complaints.csv', {}, 'unknown_unit', '「火星」'],
    ['2017Q3_西宁市工商局_complaints.csv', {}, 'unknown_unit', '「西宁市工商局」'],
    ['2017Q3_西宁市_工商局_投诉举报台账.csv', {}, 'name_ambiguous', '报送单位「西宁市」「工商」'],
    ['2017Q3_西宁市_城东区_投诉举报台账.csv', {}, 'name_ambiguous', '报送单位「西宁市」「城东区」'],
    ['2017Q3_2017H1_aic_complaints.csv', {}, 'name_ambiguous', '报送期「2017年第三季度」「2017年上半年」'],
  ])('never guesses: %s', (path, declared, code, said) => {
    expect(() => keyOf(qinghai, path, declared)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(said) }),
    );
  });
});

it.each(['2017Q3_632500.csv', '2017Q3_632500_投诉举报_行政处罚.csv'])(
  'leaves the ledger to the headers: %s',
  (path) => {
    expect(keyOf(qinghai, path, {})).toMatchObject({
      unit: '632500',
      period: '2017Q3',
      ledger: null,
      namedLedger: null,
    });
  },
);

it('a declared value settles what the name says in several ways', () => {
  const name = '2017Q3_2017H1_西宁市_工商局_投诉举报_行政处罚.csv';
  expect(keyOf(qinghai, name, { unit: '630100', period: '2017Q3', ledger: 'complaints' })).toMatchObject({
    unit: '630100',
    period: '2017Q3',
    ledger: 'complaints',
  });
});

it('fileProblem says what is wrong with the whole file', () => {
  expect(fileProblem('a.csv', 'broken_csv', { detail: '7' })).toEqual({
    file: 'a.csv',
    sheet: null,
    row: null,
    column: null,
    value: null,
    code: 'broken_csv',
    severity: 'error',
    message: '从第 7 行起引号没有闭合，后面的内容无法分列。请检查该行的引号，或重新导出。',
  });
});

it('submissionTitle', () => {
  expect(submissionTitle(qinghai, { unit: '632500', period: '2017Q3', ledger: 'complaints' })).toBe(
    '海南藏族自治州 2017年第三季度 投诉举报台账',
  );
});

describe('the hash beside the reading', () => {
  /** A hash that ends only where it is told to. */
  const endless = (begun: AbortSignal[]) => ({
    ...nodeReader(qinghai),
    hash: (_: Blob, signal?: AbortSignal) =>
      new Promise<string>((_, reject) => {
        if (!signal) return reject(new Error('without a signal'));
        begun.push(signal);
        signal.addEventListener('abort', () => reject(signal.reason));
      }),
  });
  const file = (text: string, n = 0) => ({
    path: `2017Q1_632200_complaints_v${n}.csv`,
    data: new Blob([text]),
    declared: {},
    at: '2017-04-05T08:00:00.000Z',
  });

  it('ends with a file that is refused', async () => {
    const engine = await Engine.start(await openNodeDatabase({ threads: 1 }), qinghai);
    const begun: AbortSignal[] = [];
    const files = Array.from({ length: 5 }, (_, n) => file('%PDF-1.7', n));
    const outcomes = await takeInMany(qinghai, engine, endless(begun), files);
    expect(outcomes.map((o) => 'refused' in o)).toEqual([true, true, true, true, true]);
    expect(begun.map((signal) => signal.aborted)).toEqual([true, true, true, true, true]);
    await engine.close();
  });

  it('ends where the whole is cancelled', async () => {
    const engine = await Engine.start(await openNodeDatabase({ threads: 1 }), qinghai);
    const begun: AbortSignal[] = [];
    const given = new AbortController();
    const whole = '编号,类型,县区,承办部门,接收日期\nT-1,投诉,海晏县,工商,2017-03-05\n';
    const taking = takeInFile(qinghai, engine, endless(begun), file(whole), {
      signal: given.signal,
      held: { ofSize: () => true, find: () => undefined },
    });
    setTimeout(() => given.abort(), 0);
    await expect(taking).rejects.toThrow(Cancelled);
    expect(begun.map((signal) => signal.aborted)).toEqual([true]);
    await engine.close();
  });
});
