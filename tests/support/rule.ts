import type { DeadlineRule } from '../../src/domain/profile';

/** A deadline rule of closure for every case: 60 days, with what a test changes of it. */
export const ruleOf = (id: string, more: Partial<DeadlineRule> = {}): DeadlineRule => ({
  id,
  step: 'closure',
  kind: null,
  department: null,
  channel: null,
  ledger: null,
  from: null,
  to: null,
  limit: { value: 60, unit: 'calendar_days' },
  source: 'test',
  note: '',
  confidence: 'A',
  ...more,
});
