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

/** A test on a case as it stood at the cut-off. Never unknown: what is not there does not hold. */
export const conditionSchema = z.union([
  z.strictObject({ flag: idSchema }),
  z.strictObject({ not: idSchema }),
  /** The event has happened. */
  z.strictObject({ happened: idSchema }),
  z.strictObject({ notHappened: idSchema }),
  /** The event of the deadline has happened, not after its last day. */
  z.strictObject({ inTime: idSchema }),
]);
export type Condition = z.infer<typeof conditionSchema>;
