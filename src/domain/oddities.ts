import type { LedgerId } from './ledgers';
import type { RowProblemCode } from './problemCodes';

/** A test on one row of a ledger: a value was read, none was, or the cell is blank (an unreadable one is not). */
export type RowTest = { known: string } | { unknown: string } | { blank: string } | { anyKnown: readonly string[] };

/** Something odd that can be true: the row counts, flagged. */
export interface Oddity {
  code: RowProblemCode;
  /** The field that the problem names. */
  field: string;
  /** All must hold. */
  when: readonly RowTest[];
}

export const ODDITIES: Readonly<Record<LedgerId, readonly Oddity[]>> = {
  complaints: [
    {
      code: 'closed_without_acceptance',
      field: 'accepted_on',
      when: [{ known: 'closed_on' }, { unknown: 'accepted_on' }, { unknown: 'acceptance' }],
    },
    { code: 'result_without_date', field: 'acceptance', when: [{ known: 'acceptance' }, { blank: 'accepted_on' }] },
    {
      code: 'feedback_without_closure',
      field: 'feedback_on',
      when: [{ known: 'feedback_on' }, { unknown: 'closed_on' }],
    },
  ],
  penalties: [
    {
      code: 'withheld_incomplete',
      field: 'nondisclosure_reason',
      when: [{ known: 'nondisclosure_reason' }, { unknown: 'nondisclosure_approved_on' }],
    },
    {
      code: 'withheld_incomplete',
      field: 'nondisclosure_reason',
      when: [{ unknown: 'nondisclosure_reason' }, { known: 'nondisclosure_approved_on' }],
    },
    {
      code: 'decision_undated',
      field: 'decided_on',
      when: [{ unknown: 'decided_on' }, { anyKnown: ['decision_no', 'penalty', 'disclosed_on'] }],
    },
  ],
};
