import * as z from 'zod';
import { cellTestSchema, rowTestSchema } from './condition';
import { fieldSchema, idSchema, wordsSchema } from './field';

/** A limit runs from the first of its starts that there is: the day of an event, or the last day of another deadline. */
const startSchema = z.union([
  /** `missing`: why a case has no such limit without the event. */
  z.strictObject({ event: idSchema, says: wordsSchema, missing: wordsSchema.optional() }),
  z.strictObject({ due: idSchema, says: wordsSchema }),
]);

/** A step of a case, and by when it is to be done. The limit itself is the office's: see the deadlines of its profile. */
const deadlineSchema = z.strictObject({
  /** The step, as the rules of profiles name it; also the name of the columns `…_due` and `…_rule`. */
  id: idSchema,
  /** 受理. */
  name: wordsSchema,
  /** The event that is due, and how it is called: 受理决定. */
  event: idSchema,
  says: wordsSchema,
  /** From what it runs, in words for all cases: 受理决定日（未作决定的，为受理期限届满日）. */
  from: wordsSchema,
  starts: z.array(startSchema).min(1),
  /** A day of the row itself goes before the rule. */
  set: idSchema.optional(),
  /** By what a rule is looked up: the day on which it must be in force, and the fields that it may name. */
  lookedUpBy: z.strictObject({ on: idSchema, kind: idSchema.optional(), channel: idSchema.optional() }),
  /** Working days that were granted beyond the limit. */
  extension: idSchema.optional(),
  /** Flags with which the step does not apply. */
  without: z.array(idSchema).default([]),
});

/** What is true of a case: all tests hold, and, where it takes effect with an event, that event is not after the cut-off. */
const flagSchema = z.strictObject({
  id: idSchema,
  when: z.array(rowTestSchema).min(1),
  effective: idSchema.optional(),
  /** In words, as a reason: 不予受理或转办. */
  says: wordsSchema,
});

/** Something odd that can be true: the row counts, flagged. */
const odditySchema = z.strictObject({
  /** The problem that it is, as `assessment.json` names it. */
  code: idSchema,
  /** 类别: 办结而无受理日期. */
  name: wordsSchema,
  /** What is said of a row, behind its subject (30 行); {值} stands for the value. */
  says: wordsSchema,
  /** The field that the problem names. */
  field: idSchema,
  /** One of these holds: all of its tests. */
  when: z.array(z.array(cellTestSchema).min(1)).min(1),
});

/** The cases of a list, for people. */
const listsSchema = z.strictObject({
  /** Columns that every list of cases begins with; the first is the id. */
  first: z.array(idSchema).min(1),
  /** Columns that show how far a case has come. */
  course: z.array(idSchema),
});

export const ledgerSchema = z.strictObject({
  id: idSchema,
  name: wordsSchema,
  /** In heads of columns: 行政处罚. */
  short: wordsSchema.optional(),
  /** What a row is, and how rows are counted: 投诉举报, 件. */
  row: z.strictObject({ name: wordsSchema, unit: wordsSchema }),
  /** Words that name this ledger in a file name. */
  aliases: z.array(wordsSchema).min(1),
  idField: idSchema,
  /**
   * The first date of a case: the first of these fields that is filled. A case of a later day than the cut-off does not
   * exist, and a row dated after the submission's period is an error. Empty: a register or a return, whose rows stand for
   * the period of their submission.
   */
  firstDate: z.array(idSchema),
  /** Fields of which no single one is required, but one of each group. */
  oneOf: z.array(z.array(idSchema).min(2)).default([]),
  fields: z.array(fieldSchema).min(1),
  /** Pairs of days that must be in order; a later one before an earlier one keeps the row aside. */
  order: z.array(z.tuple([idSchema, idSchema])).default([]),
  oddities: z.array(odditySchema).default([]),
  flags: z.array(flagSchema).default([]),
  deadlines: z.array(deadlineSchema).default([]),
  /** Fields that hold the id of a row of another ledger. */
  links: z.array(z.strictObject({ field: idSchema, ledger: idSchema })).default([]),
  lists: listsSchema,
});

/** A ledger (台账): what a file holds, which of it decides, and what follows from it. */
export type Ledger = z.infer<typeof ledgerSchema>;

/** Whether its rows say where they lie. Else they stand in the place of the unit that sent them: see `standsAt`. */
export const tellsPlace = ({ fields }: Pick<Ledger, 'fields'>): boolean => fields.some((f) => f.type === 'county');
/** Whether its rows say whose line they are of. Else they are of the department that sent them, or of none. */
export const tellsDepartment = ({ fields }: Pick<Ledger, 'fields'>): boolean =>
  fields.some((f) => f.type === 'department');

export type Deadline = Ledger['deadlines'][number];
export type Oddity = Ledger['oddities'][number];
