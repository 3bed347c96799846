import * as z from 'zod';
import { idSchema, wordsSchema } from './catalogue/field';

/** What a row is where no class of a list is: so no class may be called. */
export const NO_CLASS = ['unlisted', 'unconfirmed', 'blank'] as const;
export type NoClass = (typeof NO_CLASS)[number];

const classSchema = z.strictObject({
  id: idSchema.refine((id) => !NO_CLASS.some((n) => n === id), `不能用 ${NO_CLASS.join('、')}`),
  /** As the document has it: 药品（农药、兽药）. */
  name: wordsSchema,
  /** Other words for it, also where they stand within a text. One character stands within too many: see `whole`. */
  synonyms: z.array(wordsSchema.min(2, '只有一个字的请写在 whole')).default([]),
  /** Words for it only as a whole value: 燃料, 肉. */
  whole: z.array(wordsSchema).default([]),
  /** Values that are wider than the class, so that someone must say what is meant: 出版物 of a list that has 图书 and 音像. */
  partial: z.array(wordsSchema).default([]),
  note: wordsSchema.optional(),
});

const listSchema = z.strictObject({
  /** The first year in which it is in force, until the next list is; null: always was. */
  from: z.int().nullable(),
  source: wordsSchema,
  confidence: wordsSchema,
  note: wordsSchema.optional(),
  classes: z.array(classSchema).min(1),
});

/**
 * `taxonomies.json`: the lists into which an office sorts the free texts of its ledgers. A field of the catalogue names its
 * taxonomy by id; how a text is sorted: `classesOf`.
 */
export const taxonomiesSchema = z.strictObject({
  note: z.string(),
  taxonomies: z.array(
    z.strictObject({
      id: idSchema,
      /** 重点领域. */
      name: wordsSchema,
      /** None where no document of the office has a list. */
      lists: z.array(listSchema),
    }),
  ),
});

export type Taxonomies = z.infer<typeof taxonomiesSchema>;
export type Taxonomy = Taxonomies['taxonomies'][number];
export type TaxonomyList = Taxonomy['lists'][number];
export type TaxonomyClass = TaxonomyList['classes'][number];

/** The list of a year: the last that had begun; undefined where none had. */
export const listIn = ({ lists }: Pick<Taxonomy, 'lists'>, year: number): TaxonomyList | undefined =>
  lists.findLast(({ from }) => from === null || from <= year);
