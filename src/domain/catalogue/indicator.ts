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
  /** Which way is better, where not as its measure has it; `none`: volume, which is neither good nor bad. */
  better: z.enum(['higher', 'lower', 'none']).optional(),
  /** A value to be reached, in the unit of its values (0.95 of a share), and who says so. */
  target: z.strictObject({ value: z.number().min(0), source: wordsSchema }).optional(),
  /** Where it is shown; absent: everywhere. */
  levels: z
    .array(z.enum(['province', 'prefecture', 'county', 'department', 'zone']))
    .min(1)
    .optional(),
  /** What stands where there is no figure, for no case is: 无抽查. Absent: 无案件. */
  noCase: wordsSchema.optional(),
};

/** The cases that an office asks for time and again: 应公示未公示. Only what has a question is asked without being looked for. */
const questionSchema = z.strictObject({
  name: wordsSchema,
  side: z.enum(['numerator', 'missing', 'denominator']),
  /** What stands before another has the lower number; the rest stand in the order of their indicators. */
  order: z.int().min(1),
  /** Still to be done, whenever it fell due; the others are of a period. */
  now: z.literal(true).optional(),
  /** Counted first of all: 现在需要关注什么. */
  urgent: z.literal(true).optional(),
  /** Listed case by case in the workbook's 待办: the day from which the limit runs, and the limit. */
  outstanding: z.strictObject({ since: idSchema, due: idSchema, note: wordsSchema.optional() }).optional(),
});

/** From the beginning of which year an indicator is collected, where that is later than its ledger. */
export const collectedSchema = z.strictObject({
  from: z.int('须为年份，如 2026').min(1949, '须为年份，如 2026').max(2100, '须为年份，如 2026'),
  source: wordsSchema,
});

const ofCases = {
  ...common,
  /** Absent: as long as its ledger. Before, it stands nowhere: see `collected.ts`. */
  collected: collectedSchema.optional(),
  question: questionSchema.optional(),
  /** Short names of its sides, where those of its measure do not say what they are. */
  sideNames: z.strictObject({ numerator: wordsSchema, missing: wordsSchema }).optional(),
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

/** A field whose numbers are added up, with what they count and the decimals that are kept: as its ledger says. */
const amountSchema = z.strictObject({ field: idSchema, unit: wordsSchema, decimals: z.int().min(0).max(3) });
export type Amount = z.infer<typeof amountSchema>;

/** How many cases there are. */
const countSchema = z.strictObject({
  ...ofCases,
  measure: z.literal('count'),
  /** How they are counted: 户次. */
  unit: wordsSchema,
});

/** What the cases come to, of one amount. */
const totalSchema = z.strictObject({ ...ofCases, measure: z.literal('total'), amount: amountSchema });

/** What they come to of one amount for each unit of another, or for each case; `cases`: how these are counted. */
const ratioSchema = z.strictObject({
  ...ofCases,
  measure: z.literal('ratio'),
  amount: amountSchema,
  per: z.union([amountSchema, z.strictObject({ cases: wordsSchema })]),
});

/**
 * Of the distinct subjects that the counted cases are of, those with a case that also meets the numerator's conditions. Over a
 * register, whose rows are its subjects, it is the part of the register that does.
 */
const coverageSchema = z.strictObject({
  ...ofCases,
  measure: z.literal('coverage'),
  numerator: z.array(conditionSchema).min(1),
  subject: idSchema,
  /** How subjects are counted: 户. */
  unit: wordsSchema,
});

/** 报送及时率 is counted over expected submissions, not over cases. */
const submissionsSchema = z.strictObject({ ...common, measure: z.literal('share'), ledger: z.null() });

/** One indicator, defined once: SQL, screens, reports, templates and tests derive from it. */
export const indicatorSchema = z.union([
  submissionsSchema,
  z.discriminatedUnion('measure', [shareSchema, durationSchema, countSchema, totalSchema, ratioSchema, coverageSchema]),
]);
export type Indicator = z.infer<typeof indicatorSchema>;
export type CaseIndicator = Extract<Indicator, { ledger: string }>;
export type Question = z.infer<typeof questionSchema>;
/** An indicator whose cases are asked for. */
export type Asking = CaseIndicator & { question: Question };
/** What needs attention until it is done: cases past a deadline. */
export type Attention = Asking & { period: { due: string } };
/** The indicators of a measure. */
export type Measuring<M extends Indicator['measure']> = Extract<CaseIndicator, { measure: M }>;
export type Duration = Measuring<'duration'>;
export type SubmissionIndicator = Extract<Indicator, { ledger: null }>;

/** Whether it is about reporting: counted over expected submissions and not over cases, its figures open the register. */
export const isOfReporting = (of: Indicator): of is SubmissionIndicator => of.ledger === null;
