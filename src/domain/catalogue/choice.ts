import * as z from 'zod';
import { changesSchema } from './changes';
import { idSchema } from './field';

/** Names of files of a catalogue, without ending: they become parts of addresses. */
const fileName = z.string().regex(/^[a-z][a-z0-9_-]*$/, '须为文件名（小写字母、数字、下划线或连字符，不写 .json）');

/**
 * `catalogue.json` of a profile: what of the program's catalogue it keeps, in the order in which it is shown, and what it
 * brings of its own, in files of the same form in the folder `catalogue` beside it.
 */
export const choiceSchema = z.strictObject({
  /** Ids of ledgers, of the program's or its own. */
  ledgers: z.array(idSchema).min(1),
  /** Ids of indicators. */
  indicators: z.array(idSchema).min(1),
  /** Files of its own: a ledger each, by its id; indicators, one or several in a file. */
  own: z
    .strictObject({ ledgers: z.array(idSchema).default([]), indicators: z.array(fileName).default([]) })
    .default({ ledgers: [], indicators: [] }),
  /** What of the chosen is called otherwise, rests on other sources, or has more columns. */
  changes: changesSchema.default({ ledgers: {}, indicators: {} }),
});
export type Choice = z.infer<typeof choiceSchema>;

/** Indicators of the program that are of no ledger stand in a file of this name; those of a ledger in one that is called as it. */
const OF_NO_LEDGER = 'submissions';

/** The files that a choice is read from, by name. */
export function filesOf({
  ledgers,
  own,
}: Choice): Record<'shipped' | 'own', { ledgers: string[]; indicators: string[] }> {
  const shipped = ledgers.filter((id) => !own.ledgers.includes(id));
  return {
    shipped: { ledgers: shipped, indicators: [...shipped, OF_NO_LEDGER] },
    own,
  };
}
