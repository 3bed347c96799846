import { describe, expect, it } from 'vitest';
import { catalogue } from '../../tests/support/catalogue';

describe('indicators', () => {
  it('has one definition for each id', () => {
    expect(catalogue.indicators.map((i) => i.id)).toEqual([
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
      'fine_total',
      'inspection_completion',
      'inspection_published_on_time',
      'inspection_found',
      'destroyed_kg',
      'submission_on_time',
    ]);
    expect(new Set(catalogue.counted.map((i) => i.id)).size).toBe(catalogue.counted.length);
    expect(catalogue.counted.map((i) => i.id)).toContain('open_overdue');
    expect(new Set(catalogue.indicators.map((i) => i.name)).size).toBe(catalogue.indicators.length);
  });

  it.each([
    ['acceptance_on_time', 'complaints', { due: 'acceptance' }],
    ['closure_on_time', 'complaints', { due: 'closure' }],
    ['handling_days', 'complaints', { event: 'closed_on' }],
    ['feedback_rate', 'complaints', { event: 'closed_on' }],
    ['feedback_on_time', 'complaints', { due: 'feedback' }],
    ['satisfaction', 'complaints', { event: 'closed_on' }],
    ['disclosure_rate', 'penalties', { due: 'disclosure' }],
    ['disclosure_on_time', 'penalties', { due: 'disclosure' }],
    ['disclosure_accuracy', 'penalties', { event: 'disclosed_on' }],
    ['platform_entry', 'penalties', { event: 'decided_on' }],
    ['transfer_rate', 'penalties', { first: true }],
    ['open_overdue', 'complaints', { due: 'closure' }],
    ['inspection_completion', 'inspections', { due: 'inspection' }],
    ['inspection_published_on_time', 'inspections', { due: 'inspection_publication' }],
    ['inspection_found', 'inspections', { event: 'checked_on' }],
    ['destroyed_kg', 'disposals', { event: 'disposed_on' }],
  ] as const)('%s is counted over %s in the period of %j', (id, ledger, period) => {
    expect(catalogue.counted.find((i) => i.id === id)).toMatchObject({ ledger, period });
  });

  it('says of each what is counted, what it lacks and on what basis', () => {
    for (const i of [...catalogue.indicators, ...catalogue.counted])
      for (const text of [i.name, i.basis, i.confidence, ...Object.values(i.words)]) expect(text).not.toBe('');
  });

  it('finds one by its id', () => {
    expect(catalogue.indicator('satisfaction').name).toBe('群众满意率');
    expect(() => catalogue.indicator('weather')).toThrow(RangeError);
  });
});
