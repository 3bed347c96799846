import { describe, expect, it } from 'vitest';
import { type CaseIndicator, indicatorSchema } from '../../src/domain/catalogue/indicator';
import { readCatalogue } from '../../src/domain/catalogue/readCatalogue';
import type { Counts } from '../../src/domain/counts';
import { askedOf, measureOf } from '../../src/domain/measures';
import type { Measure } from '../../src/domain/measures/measure';
import { valueText } from '../../src/domain/measures/texts';
import { ruleFaults, type ScoringRule } from '../../src/domain/scoringRule';
import { toyFiles } from '../oracle/toyCatalogue';

const catalogue = readCatalogue(toyFiles());
/** The measures that an indicator can name, as its schema has them. */
const MEASURES = [
  ...new Set(
    indicatorSchema.options.flatMap((o) => ('options' in o ? o.options.map((x) => x.shape.measure.value) : [])),
  ),
];

/** Seven cases of which three meet it, in each statistic. */
const SOME: Record<Measure['statistic'], Counts> = {
  sums: { numerator: 3, denominator: 7, undated: 0, amounts: [1250, 500] },
  subjects: { numerator: 3, denominator: 7, undated: 0 },
  histogram: {
    numerator: 0,
    denominator: 7,
    undated: 0,
    histogram: new Map([
      [2, 3],
      [5, 4],
    ]),
  },
};
const NONE: Counts = { numerator: 0, denominator: 0, undated: 0, amounts: [0, 0], histogram: new Map() };

const RULES: ScoringRule[] = [
  { type: 'proportional' },
  { type: 'linear', floor: 0.2, full: 0.9 },
  { type: 'linear', floor: 0.9, full: 0.2 },
  { type: 'steps', direction: 'atLeast', steps: [{ bound: 0.5, share: 1 }] },
  { type: 'steps', direction: 'atMost', steps: [{ bound: 0.5, share: 1 }] },
  { type: 'perPoint', target: 0.9, off: 1 },
  { type: 'perEvent', off: 1, floor: 0 },
  { type: 'passFail', direction: 'atLeast', bound: 0.5 },
  { type: 'passFail', direction: 'atMost', bound: 0.5 },
];

it('the toys and the program have an indicator of every measure', () => {
  expect(MEASURES.length).toBeGreaterThan(5);
  expect(MEASURES.filter((m) => !catalogue.counted.some((i) => i.measure === m))).toEqual([]);
});

describe.each(MEASURES)('%s', (kind) => {
  const indicator = catalogue.counted.find((i) => i.measure === kind) as CaseIndicator;
  const measure = measureOf(indicator);
  const { value } = measure.of(SOME[measure.statistic]);

  it('has a figure where there are cases, and none or zero where there is none', () => {
    expect(Number.isFinite(value)).toBe(true);
    expect([null, 0]).toContain(measure.of(NONE).value);
  });

  it('prints it the same in a column, in a sentence and as a number', () => {
    const number = (text: string) =>
      Number.parseFloat(text.replaceAll(',', '')) / (measure.format === 'rate' ? 100 : 1);
    const printed = measure.printed(value as number);
    for (const text of [measure.text(value as number), measure.said(value as number), valueText(indicator, { value })])
      expect(number(text), text).toBeCloseTo(printed, 9);
    expect(measure.brief(value as number)).not.toBe('');
  });

  it('has words for all that is shown of it', () => {
    const { value, numerator, counts, lower, compared, drawn, together } = measure.words;
    for (const word of [value, numerator, counts, lower, compared, drawn, together('无案件')])
      expect(word).not.toBe('');
  });

  it('asks of cases what its ledger has', () => {
    const { amounts, subject, from, met } = askedOf(indicator);
    const fields = catalogue.ledger(indicator.ledger).fields.map((f) => f.name);
    for (const field of [...amounts.map((a) => a.field), subject, from]) if (field) expect(fields).toContain(field);
    expect(met.length > 0).toBe('numerator' in indicator);
  });

  it('is scored by the rules that it names, and refuses the others in words', () => {
    const { fits, unfit } = measure.scored;
    for (const type of new Set(RULES.map((r) => r.type))) {
      const faults = RULES.filter((r) => r.type === type).map((r) => ruleFaults(r, measure, 10));
      if (fits.includes(type))
        expect(
          faults.some((f) => f.length === 0),
          type,
        ).toBe(true);
      else
        expect(
          faults.every((f) => f[0]?.message === unfit && unfit !== ''),
          type,
        ).toBe(true);
    }
  });
});

it('a toy is measured, compared and scored by what it says of itself', () => {
  const share = measureOf(catalogue.counted.find((i) => i.measure === 'share') as CaseIndicator);
  // Missed cases out of ten: less is better.
  const missed: Measure = {
    ...share,
    better: 'lower',
    of: ({ numerator, denominator }) => ({ ...share.of(NONE), value: (10 * (denominator - numerator)) / denominator }),
    scored: { ...share.scored, most: 10, fits: ['linear', 'passFail'], unfit: '只能用 linear 或 passFail' },
  };
  expect(missed.of(SOME.sums).value).toBeCloseTo(40 / 7, 10);
  expect(ruleFaults({ type: 'linear', floor: 6, full: 1 }, missed, 10)).toEqual([]);
  expect(ruleFaults({ type: 'linear', floor: 1, full: 6 }, missed, 10).map((f) => f.path)).toEqual([['full']]);
  expect(ruleFaults({ type: 'proportional' }, missed, 10)[0]?.message).toBe('只能用 linear 或 passFail');
});
