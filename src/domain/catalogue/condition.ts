import * as z from 'zod';
import { idSchema, wordsSchema } from './field';

/** A test on the values of one row, whatever the cut-off: a value was read, none was, the cell is blank (an unreadable one is not). */
const cellTests = [
  z.strictObject({ known: idSchema }),
  z.strictObject({ unknown: idSchema }),
  z.strictObject({ blank: idSchema }),
  z.strictObject({ anyKnown: z.array(idSchema).min(1) }),
] as const;
export const cellTestSchema = z.union(cellTests);
export type CellTest = z.infer<typeof cellTestSchema>;

/** The same, and tests on the value of a list. */
export const rowTestSchema = z.union([
  ...cellTests,
  /** The value of a list, a blank read as what it stands for. */
  z.strictObject({ field: idSchema, in: z.array(wordsSchema).min(1) }),
  z.strictObject({ field: idSchema, notIn: z.array(wordsSchema).min(1) }),
]);
export type RowTest = z.infer<typeof rowTestSchema>;

const plainConditions = [
  z.strictObject({ flag: idSchema }),
  z.strictObject({ not: idSchema }),
  /** The event has happened. */
  z.strictObject({ happened: idSchema }),
  z.strictObject({ notHappened: idSchema }),
  /** The event of the deadline has happened, not after its last day. */
  z.strictObject({ inTime: idSchema }),
] as const;

const plainConditionSchema = z.union(plainConditions);
/** A condition on one case alone. */
export type PlainCondition = z.infer<typeof plainConditionSchema>;

/**
 * The case is named in another ledger: at least `times` rows there, each as it stood at the cut-off and of the same reporting
 * unit, hold in `in` (else in their id) what this one holds in `by`, and meet `where`. A blank names nothing.
 */
const linkedSchema = z.strictObject({
  linked: idSchema,
  by: idSchema,
  in: idSchema.optional(),
  where: z.array(plainConditionSchema).default([]),
  times: z.int().min(1).default(1),
  /** An event of those rows, which lies in the calendar year of this one's first day. */
  inYear: idSchema.optional(),
  /** Whichever unit has reported them: of registers that one office keeps for all. */
  anyUnit: z.literal(true).optional(),
});
export type Linked = z.infer<typeof linkedSchema>;

/** The subject of the case stands in at least so many cases of its ledger that meet `where`, whoever has reported them. */
const repeatedSchema = z.strictObject({
  atLeast: z.int().min(2),
  per: idSchema,
  where: z.array(plainConditionSchema).default([]),
  /** Those of one calendar year, by the day of this event. */
  inYear: idSchema.optional(),
});
export type Repeated = z.infer<typeof repeatedSchema>;

/** A test on a case as it stood at the cut-off. Never unknown: what is not there does not hold. */
export const conditionSchema = z.union([...plainConditions, linkedSchema, repeatedSchema]);
export type Condition = z.infer<typeof conditionSchema>;
