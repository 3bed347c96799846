import * as z from 'zod';

/** Names of things of the catalogue: they become columns and keys. */
export const idSchema = z.string().regex(/^[a-z][a-z0-9_]*$/, '须为小写字母、数字和下划线，以字母开头');
/** A text that says something. */
export const wordsSchema = z.string().trim().min(1, '不能为空');

const common = {
  name: idSchema,
  /** Accepted headers, the first is the template's; the field's own name is accepted too. */
  headers: z.array(wordsSchema).min(1),
  required: z.literal(true).optional(),
  /** Pixels in lists of cases, where neither type nor header tells how wide its values are. */
  width: z.int().min(40).max(400).optional(),
  /** Can hold a person's name: masked unless it is asked for on purpose. */
  personal: z.literal(true).optional(),
  /** The event with which the value is told: before it has happened the value says nothing. */
  tells: idSchema.optional(),
};

/** Takes one of `values`. */
const listField = z.strictObject({
  ...common,
  type: z.literal('list'),
  values: z.array(wordsSchema).min(1),
  /** Other names of a value that are as right as the value, by the name. */
  synonyms: z.record(wordsSchema, wordsSchema).optional(),
  /** Spellings that offices use and nobody is told to, by the value that they stand for: each use is counted. */
  spellings: z.record(wordsSchema, z.array(wordsSchema).min(1)).optional(),
  /** What a blank stands for. */
  blank: wordsSchema.optional(),
  /** False: a value that cannot be read is a warning, for no indicator turns on it. */
  decides: z.boolean().default(true),
});

const dateField = z.strictObject({
  ...common,
  type: z.literal('date'),
  /** A day that is set, not one on which something happens: it stands whatever the cut-off. */
  planned: z.literal(true).optional(),
});

/** Money is kept to the fen, weights to the gram: sums are exact. */
const amountField = z.strictObject({
  ...common,
  type: z.literal('amount'),
  /** What the number counts, as it is shown: 元, 千克. */
  unit: wordsSchema,
  /** Decimals that are kept: no more than make every amount that is read an exact integer (`MOST_AMOUNT` of `reading/numbers`). */
  decimals: z.int().min(0).max(3),
});

const textField = z.strictObject({
  ...common,
  type: z.literal('text'),
  /** Id of the office's taxonomy whose classes its texts are shown with. No figure turns on it. */
  taxonomy: idSchema.optional(),
});

/** A whole number of 0 or more. */
const countField = z.strictObject({
  ...common,
  type: z.literal('count'),
  /** What lies above is a slip: a day or a code in the wrong column. Absent: `MOST_COUNT`. */
  most: z.int().min(1).max(1_000_000_000).optional(),
});

/** No return counts more of anything. */
const MOST_COUNT = 100_000_000;
/** The largest number that a field of counts holds. */
export const mostOf = ({ most = MOST_COUNT }: Pick<z.infer<typeof countField>, 'most'>): number => most;

const plainField = z.strictObject({
  ...common,
  type: z.enum(['id', 'county', 'department']),
});

/** A column of a ledger. */
export const fieldSchema = z.discriminatedUnion('type', [
  listField,
  dateField,
  amountField,
  textField,
  countField,
  plainField,
]);
export type Field = z.infer<typeof fieldSchema>;
export type ListField = z.infer<typeof listField>;
