import type { RowProblemCode } from '../../src/domain/problemCodes';
import type { Row } from './cases';
import type { Filing } from './filings';
import type { Random } from './random';
import type { SampleLedger, SamplePlan } from './units';

/** A way of making one row faulty so that exactly one problem is raised. */
export interface Recipe {
  code: RowProblemCode;
  ledger: SampleLedger;
  /** Field on which the problem stands; null for the whole row. */
  field: string | null;
  times: number;
  /** Only this unit's files (a prefecture whose counties show the fault). */
  unit?: string;
  fits?: (row: Row, filing: Filing) => boolean;
  change: (row: Row, filing: Filing, random: Random) => Row;
}

/** What is faulty in a sample. */
export interface FaultPlan {
  recipes: readonly Recipe[];
  /** How many rows repeat the id of an earlier row of their file. */
  repeated: Readonly<Partial<Record<SampleLedger, number>>>;
}

/** A sample with its faults. */
export interface Sample extends SamplePlan {
  faults: FaultPlan;
}

export const set =
  (values: Row): Recipe['change'] =>
  () =>
    values;

export const setFrom =
  (field: string, values: readonly string[]): Recipe['change'] =>
  (_row, _filing, random) => ({ [field]: random.pick(values) });
