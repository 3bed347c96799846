import { beforeAll, describe, expect, it } from 'vitest';
import { listed } from '../../src/domain/classAsked';
import { classesOf, listedAs } from '../../src/domain/classesOf';
import type { EvidenceQuestion } from '../../src/domain/evidence';
import { NO_CLASS, type TaxonomyList } from '../../src/domain/taxonomies';
import { qinghai } from '../support/profile';
import { accepted, fileOf, HEADER, openedEngine, row } from './clerk';

const FIELDS = [
  '互联网',
  '网 购',
  '',
  '网吧和电商',
  '农资',
  '食品药品',
  '城乡结合部、印刷',
  "O'Brien 网络",
  '（）',
  '　',
];
const PRODUCTS = ['香烟', '150 出版物', '', '食品、手机', '白酒', '肉', '肉苁蓉'];

const { engine } = await openedEngine();
const ROWS = 70;

beforeAll(async () => {
  const lines = Array.from({ length: ROWS }, (_, i) => {
    const texts = [FIELDS[i % FIELDS.length], PRODUCTS[i % PRODUCTS.length]].map((t) => `"${t}"`);
    return row(i, `,${texts.join(',')},${i % 2 ? '2017-03-08' : ''}`);
  });
  const text = [`${HEADER},重点领域,商品类别,受理决定日期`, ...lines, ''].join('\n');
  await engine.setCurrent([await accepted(engine, fileOf(1, text), 1)]);
});

const where = { level: 'province', id: '630000', asOf: '2018-01-10' } as const;
const QUESTIONS: readonly [string, EvidenceQuestion][] = [
  ['all cases', { ...where, ledger: 'complaints' }],
  ['a figure', { ...where, indicator: 'acceptance_on_time', side: 'denominator', period: '2017Q1' }],
  ['one side of a figure', { ...where, indicator: 'acceptance_on_time', side: 'numerator', period: '2017Q1' }],
  ['what was searched for', { ...where, ledger: 'complaints', search: '网' }],
];

describe.each(['field', 'product'])('cases by the class of their %s', (field) => {
  const list = qinghai.lists.get(field === 'field' ? 'fields' : 'goods') as TaxonomyList;

  it.each(QUESTIONS)('of %s are exactly those whose text is listed so', async (_, question) => {
    const whole = await engine.evidence(question, 0, ROWS);
    let found = 0;
    for (const { id } of listed(list)) {
      const asked = { ...question, ofClass: { field, id, year: 2017 } };
      const { total, rows } = await engine.evidence(asked, 0, ROWS);
      const expected = whole.rows.filter((r) => listedAs(classesOf(list, r[field] as string | null)).includes(id));
      expect(rows, id).toEqual(expected);
      expect(total).toBe(expected.length);
      const [widths, some] = [await engine.columnWidths(asked, [field]), expected.some((r) => r[field] !== null)];
      expect((widths[field] ?? 0) > 0, id).toBe(some);
      if (total > 0) found++;
    }
    expect(found).toBeGreaterThan(1);
    // None is lost: each row is listed at least once.
    expect(whole.rows.every((r) => listedAs(classesOf(list, r[field] as string | null)).length > 0)).toBe(true);
  });
});

it('a class of a year without a list is no question', async () => {
  const asked = { ...where, ledger: 'complaints', ofClass: { field: 'field', id: 'internet', year: 2016 } };
  await expect(engine.evidence(asked, 0, 1)).rejects.toThrow('no list sorts complaints.field in 2016');
});

it('a class of thousands of texts holds each of them, and of the blank ones all', async () => {
  const { engine: many } = await openedEngine();
  const lines = Array.from({ length: 6000 }, (_, i) => row(i, i % 3 ? `,第${i}类杂项` : ','));
  const text = [`${HEADER},重点领域`, ...lines, ''].join('\n');
  await many.setCurrent([await accepted(many, fileOf(1, text), 1)]);
  const totals = await Promise.all(
    NO_CLASS.map(async (id) => {
      const asked = { ...where, ledger: 'complaints', ofClass: { field: 'field', id, year: 2017 } };
      return [id, (await many.evidence(asked, 0, 1)).total];
    }),
  );
  expect(Object.fromEntries(totals)).toEqual({ unlisted: 4000, unconfirmed: 0, blank: 2000 });
});
