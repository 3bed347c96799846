import { describe, expect, it } from 'vitest';
import { COUNTED, INDICATOR_IDS, INDICATORS, type IndicatorId, indicator } from './indicators';

describe('indicators', () => {
  it('has one definition for each id, in the order of the list', () => {
    expect(INDICATORS.map((i) => i.id)).toEqual(INDICATOR_IDS);
    expect(new Set(COUNTED.map((i) => i.id)).size).toBe(COUNTED.length);
    expect(COUNTED.map((i) => i.id)).toContain('open_overdue');
    expect(new Set(INDICATORS.map((i) => i.name)).size).toBe(INDICATORS.length);
  });

  it.each([
    ['acceptance_on_time', 'complaints', 'acceptance_due', true],
    ['closure_on_time', 'complaints', 'closure_due', true],
    ['handling_days', 'complaints', 'closed_on', false],
    ['feedback_rate', 'complaints', 'closed_on', false],
    ['feedback_on_time', 'complaints', 'feedback_due', true],
    ['satisfaction', 'complaints', 'closed_on', false],
    ['disclosure_rate', 'penalties', 'disclosure_due', true],
    ['disclosure_on_time', 'penalties', 'disclosure_due', true],
    ['disclosure_accuracy', 'penalties', 'disclosed_on', false],
    ['platform_entry', 'penalties', 'decided_on', false],
    ['transfer_rate', 'penalties', 'decided_or_filed_on', false],
    ['open_overdue', 'complaints', 'closure_due', true],
  ] as const)('%s is counted over %s in the period of %s', (id, ledger, period, byDueDate) => {
    expect(COUNTED.find((i) => i.id === id)).toMatchObject({ ledger, period, byDueDate });
  });

  it('says of each what is counted, what it lacks and on what basis', () => {
    for (const i of [...INDICATORS, ...COUNTED])
      for (const text of [i.name, i.basis, i.confidence, ...Object.values(i.words)]) expect(text).not.toBe('');
  });

  it('counts days for durations only', () => {
    for (const i of COUNTED) {
      expect(i.kind === 'duration').toBe('from' in i);
      expect(i.kind === 'duration').toBe(i.numerator.length === 0);
    }
  });

  it('finds one by its id', () => {
    expect(indicator('satisfaction').name).toBe('群众满意率');
    expect(() => indicator('weather' as IndicatorId)).toThrow(RangeError);
  });
});
