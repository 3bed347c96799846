import * as z from 'zod';
import { conditionSchema } from './condition';
import { idSchema, wordsSchema } from './field';

/** The day by which a case stands in a quarter: that of an event, the last day of a deadline, or the case's first day. */
const periodSchema = z.union([
  z.strictObject({ event: idSchema }),
  z.strictObject({ due: idSchema }),
  z.strictObject({ first: z.literal(true) }),
]);

const words = {
  period: wordsSchema,
  denominator: wordsSchema,
  numerator: wordsSchema,
  /** The cases of the denominator that are not in the numerator. */
  missing: wordsSchema,
};

const common = {
  id: idSchema,
  name: wordsSchema,
  words: z.strictObject(words),
  basis: wordsSchema,
  confidence: wordsSchema,
  /** `scored`: a scheme may hold it. `shown`: figures only. `attention`: what needs attention now, counted but not assessed. */
  role: z.enum(['scored', 'shown', 'attention']).default('scored'),
  better: z.enum(['higher', 'lower', 'none']).default('higher'),
  target: z.strictObject({ value: z.number(), source: wordsSchema }).optional(),
  levels: z
    .array(z.enum(['province', 'prefecture', 'county', 'department', 'zone']))
    .min(1)
    .optional(),
};

const ofCases = {
  ...common,
  ledger: idSchema,
  period: periodSchema,
  denominator: z.array(conditionSchema),
  /** Columns that decide it, beside those with which every list of its ledger begins. */
  columns: z.array(idSchema),
};

/** Part of the cases: numerator of the denominator. */
const shareSchema = z.strictObject({
  ...ofCases,
  measure: z.literal('share'),
  numerator: z.array(conditionSchema).min(1),
});

/** Working days from one day of a case to that of its period, the first not counted; the median. */
const durationSchema = z.strictObject({
  ...ofCases,
  measure: z.literal('duration'),
  from: idSchema,
  /** How a case's days are called in lists of cases. */
  daysName: wordsSchema,
});

/** 报送及时率 is counted over expected submissions, not over cases. */
const submissionsSchema = z.strictObject({ ...common, measure: z.literal('share'), ledger: z.null() });

/** One indicator, defined once: SQL, screens, reports, templates and tests derive from it. */
export const indicatorSchema = z.union([
  submissionsSchema,
  z.discriminatedUnion('measure', [shareSchema, durationSchema]),
]);
export type Indicator = z.infer<typeof indicatorSchema>;
export type CaseIndicator = Extract<Indicator, { ledger: string }>;
export type Duration = Extract<CaseIndicator, { measure: 'duration' }>;
export type SubmissionIndicator = Extract<Indicator, { ledger: null }>;
