import { beforeAll, describe, expect, it } from 'vitest';
import { sampleInputs } from '../../scripts/papers/sampleInput';
import { periodShortName } from '../../src/domain/period';
import { Book } from '../../src/report/testing/readBook';
import { unitWorkbook } from '../../src/report/unitWorkbook';
import { assessmentWorkbook } from '../../src/report/workbook';
import type { WorkbookInput } from '../../src/report/workbookInput';
import { workedOut } from './workedOut';

/** The sample's workbooks read back by another package, against the assessment. */
let inputs: { year: WorkbookInput; quarter: WorkbookInput };
let books: { year: Book; quarter: Book };
beforeAll(async () => {
  const [year, quarter] = await sampleInputs([
    { period: '2017', asOf: '2018-01-10' },
    { period: '2017Q3', asOf: '2017-10-10' },
  ]);
  if (!year || !quarter) throw new Error('no sample');
  inputs = { year, quarter };
  books = {
    year: await Book.of(await assessmentWorkbook(year)),
    quarter: await Book.of(await assessmentWorkbook(quarter)),
  };
}, 180_000);

type Cell = string | number | null;
/** A number as a workbook holds it: a rate is never printed as 100 % or 0 % that is not. */
const held = (value: number | null, rate: boolean) =>
  value === null || !rate
    ? value
    : value < 1 && value >= 0.99995
      ? 0.9999
      : value > 0 && value < 0.00005
        ? 0.0001
        : value;
/** A word where there is no number. */
const numberOf = (cell: Cell | undefined) => (typeof cell === 'number' ? cell : null);

const OWN = /本级$|^省级部门$/;
const rowsOf = (book: Book, sheet: string) => book.records(sheet, '层级') as Record<string, Cell>[];
/** Rows of the assessment's own areas: 省本级 and 市州本级 stand beside them. */
const areasOf = (book: Book, sheet: string) => rowsOf(book, sheet).filter((r) => !OWN.test(String(r.名称)));

it.each(['year', 'quarter'] as const)(
  'in the workbook of the %s the prefectures and 省本级 add up to the province',
  (which) => {
    const rows = rowsOf(books[which], '指标');
    const sum = (of: Record<string, Cell>[], label: string) =>
      of.reduce((total, r) => total + Number(r[label] ?? 0), 0);
    for (const name of new Set(rows.map((r) => r.指标))) {
      const of = rows.filter((r) => r.指标 === name);
      const parts = of.filter((r) => r.层级 === '市州' && !OWN.test(String(r.名称)));
      const own = of.filter((r) => r.层级 === '全省' && OWN.test(String(r.名称)));
      const whole = of.filter((r) => r.层级 === '全省' && !OWN.test(String(r.名称)));
      expect([parts.length, own.length, whole.length]).toEqual([8, 1, 1]);
      for (const label of ['分子', '分母'])
        expect(sum([...parts, ...own], label), `${name} ${label}`).toBe(sum(whole, label));
    }
  },
);

describe.each(['year', 'quarter'] as const)('the workbook of the %s', (which) => {
  it('holds every figure of the assessment', () => {
    const { assessment } = inputs[which];
    const whole = areasOf(books[which], '指标');
    const wanted = assessment.indicators.filter((v) => v.period === assessment.period);
    expect(whole).toHaveLength(wanted.length);
    wanted.forEach((v, i) => {
      const row = whole[i] as Record<string, Cell>;
      const rate = v.median === null && v.numerator !== null;
      expect(row.代码).toBe(v.id);
      expect([row.分子, row.分母, numberOf(row.指标值), row['95%区间下限'], row['95%区间上限']]).toEqual([
        v.numerator,
        // Nobody knows how many there are where nobody has reported.
        v.unreported ? null : v.denominator,
        held(v.value, rate),
        held(v.low, true),
        held(v.high, true),
      ]);
      expect([row['中位数（工作日）'], row['90分位（工作日）'], row.期限未定未计]).toEqual([
        v.median,
        v.p90,
        v.undated,
      ]);
    });
  });

  it('can be worked out again: every point, from the workbook alone', () => {
    const { assessment, scheme } = inputs[which];
    const lines = (['市州', '部门'] as const).flatMap((group) => workedOut(books[which], group, scheme.decimals));
    expect(lines).toHaveLength(assessment.sheets.length);
    expect(lines.length).toBeGreaterThan(200);
    expect(lines.filter((l) => l.points !== l.printed)).toEqual([]);
  });

  it('counts on its cover the files of its period, by its cut-off', () => {
    const { assessment, submissions } = inputs[which];
    const facts = books[which].facts('封面');
    const due = which === 'year' ? 128 : 32;
    expect(facts.get('本期应报')).toContain(`${due} 份`);
    const of = submissions.filter((s) => (which === 'year' ? true : s.period === '2017Q3'));
    expect(facts.get('本期文件')).toContain(`共 ${of.length} 个`);
    const later = of.filter((s) => (s.receivedOn ?? '') > assessment.asOf).length;
    expect(facts.get('本期文件')).toContain(`其中截止日后收到 ${later} 个`);
  });
});

it('the quarters of the year stand side by side, every figure of them', () => {
  const { assessment } = inputs.year;
  const rows = new Map(areasOf(books.year, '分季指标').map((r) => [`${r.层级}${r.名称}${r.指标}`, r]));
  const whole = areasOf(books.year, '指标');
  const keys = whole.map((r) => `${r.层级}${r.名称}${r.指标}`);
  let compared = 0;
  for (const period of ['2017Q1', '2017Q2', '2017Q3', '2017Q4']) {
    const q = periodShortName(period);
    assessment.indicators
      .filter((v) => v.period === period)
      .forEach((v, i) => {
        const row = rows.get(keys[i] as string) as Record<string, Cell>;
        const rate = v.median === null && v.numerator !== null;
        expect(
          ['分子', '分母', '指标值', '95%区间下限', '95%区间上限', '90分位（工作日）'].map((l) =>
            l === '指标值' ? numberOf(row[`${q}${l}`]) : row[`${q}${l}`],
          ),
        ).toEqual([
          v.numerator,
          v.unreported ? null : v.denominator,
          held(v.value, rate),
          held(v.low, true),
          held(v.high, true),
          v.p90,
        ]);
        compared += 6;
      });
  }
  expect(compared).toBe(4 * 6 * whole.length);
});

it('the fingerprints of two papers of the same assessment are the same, of two assessments they are not', async () => {
  const of = (book: Book) => String(book.facts('封面').get('结果指纹')).slice(0, 64);
  const later = await Book.of(await assessmentWorkbook({ ...inputs.quarter, madeAt: '2030-01-01 00:00' }));
  const unit = await Book.of(await unitWorkbook(inputs.quarter, { group: 'prefectures', id: '632500' }));
  expect(of(later)).toBe(of(books.quarter));
  expect(of(unit)).toBe(of(books.quarter));
  expect(of(books.year)).not.toBe(of(books.quarter));
});
