import { describe, expect, it } from 'vitest';
import { qinghai, xiamen } from '../../tests/support/profile';
import { FileRefused } from '../domain/problems';
import { keyOf } from './fileKey';

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

it.each([
  ['qinghai-2017', qinghai, '2017年第一季度_西宁市_投诉举报台账'],
  ['xiamen-2016', xiamen, '2016年上半年_思明区_投诉举报台账'],
])('of %s a name that says nothing is answered with one that says all', (_, office, example) => {
  let refused: unknown;
  try {
    keyOf(office, '台账.csv', {});
  } catch (error) {
    refused = error;
  }
  expect(refused).toBeInstanceOf(FileRefused);
  expect((refused as FileRefused).message).toContain(`（如 ${example}）`);
  expect(keyOf(office, `${example}.csv`, {})).toMatchObject({ namedLedger: 'complaints' });
});
