import * as z from 'zod';
import { type Fault, repeated, unlisted } from './fault';
import { fieldSchema, idSchema, wordsSchema } from './field';
import { collectedSchema, type Indicator, isOfReporting } from './indicator';
import type { Ledger } from './ledger';

/** Other headers and spellings of a field. Headers are replaced (the first is the template's), spellings are put beside those there are. */
const fieldChange = z.strictObject({
  headers: z.array(wordsSchema).min(1).optional(),
  synonyms: z.record(wordsSchema, wordsSchema).optional(),
  spellings: z.record(wordsSchema, z.array(wordsSchema).min(1)).optional(),
});

/** What an office calls otherwise in a ledger of the program, and the columns that it adds to it. */
const ledgerChange = z.strictObject({
  name: wordsSchema.optional(),
  short: wordsSchema.optional(),
  row: z.strictObject({ name: wordsSchema.optional(), unit: wordsSchema.optional() }).optional(),
  /** In place of those that there are. */
  aliases: z.array(wordsSchema).min(1).optional(),
  fields: z.record(idSchema, fieldChange).optional(),
  /** Columns of its own, behind the others. */
  moreFields: z.array(fieldSchema).min(1).optional(),
});

/** Other words and sources of an indicator, and since when it is collected: what is counted stays what it is. */
const indicatorChange = z.strictObject({
  name: wordsSchema.optional(),
  words: z
    .strictObject({
      period: wordsSchema.optional(),
      denominator: wordsSchema.optional(),
      numerator: wordsSchema.optional(),
      missing: wordsSchema.optional(),
    })
    .optional(),
  basis: wordsSchema.optional(),
  confidence: wordsSchema.optional(),
  target: z.strictObject({ value: z.number(), source: wordsSchema }).optional(),
  collected: collectedSchema.optional(),
});

/** Changes by id. */
export const changesSchema = z.strictObject({
  ledgers: z.record(idSchema, ledgerChange).default({}),
  indicators: z.record(idSchema, indicatorChange).default({}),
});
export type Changes = z.infer<typeof changesSchema>;

/** The keys that say something: what is left out stays as it is. */
const given = <T extends object>(change: T | undefined) =>
  Object.fromEntries(Object.entries(change ?? {}).filter(([, value]) => value !== undefined));

/** A ledger with its changes. */
export function changedLedger(ledger: Ledger, changes: Changes): Ledger {
  const change = changes.ledgers[ledger.id];
  if (!change) return ledger;
  const { row, fields, moreFields = [], ...rest } = change;
  return {
    ...ledger,
    ...given(rest),
    row: { ...ledger.row, ...given(row) },
    fields: [...ledger.fields.map((f) => changedField(f, fields?.[f.name])), ...moreFields],
  };
}

type Field = Ledger['fields'][number];

function changedField(field: Field, change: z.infer<typeof fieldChange> | undefined): Field {
  if (!change) return field;
  const headers = change.headers ?? field.headers;
  if (field.type !== 'list') return { ...field, headers };
  const spellings = Object.entries(change.spellings ?? {}).map(([value, more]): [string, string[]] => [
    value,
    [...(field.spellings?.[value] ?? []), ...more],
  ]);
  return {
    ...field,
    headers,
    ...(change.synonyms && { synonyms: { ...field.synonyms, ...change.synonyms } }),
    ...(spellings.length > 0 && { spellings: { ...field.spellings, ...Object.fromEntries(spellings) } }),
  };
}

/** An indicator with its changes. */
export function changedIndicator(indicator: Indicator, changes: Changes): Indicator {
  const change = changes.indicators[indicator.id];
  if (!change) return indicator;
  const { words, ...rest } = change;
  return { ...indicator, ...given(rest), words: { ...indicator.words, ...given(words) } };
}

/** What changes speak of and the catalogue does not have. What they make of it is checked as the rest is. */
export function changeFaults(changes: Changes, ledgers: readonly Ledger[], indicators: readonly Indicator[]): Fault[] {
  const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  return [
    ...Object.entries(changes.ledgers).flatMap(([id, change]) => {
      const path = `changes.ledgers.${id}`;
      const ledger = ledgers.find((l) => l.id === id);
      if (!ledger) return unlisted('台账', idsOf(ledgers), id, path);
      const names = ledger.fields.map((f) => f.name);
      return [
        ...Object.entries(change.fields ?? {}).flatMap(([name, field]) => [
          ...unlisted('字段', names, name, `${path}.fields.${name}`),
          ...notAList(ledger, name, field, `${path}.fields.${name}`),
        ]),
        ...repeated('字段', [...names, ...(change.moreFields ?? []).map((f) => f.name)], (i) =>
          i < names.length ? path : `${path}.moreFields.${i - names.length}.name`,
        ),
      ];
    }),
    ...Object.entries(changes.indicators).flatMap(([id, change]) => {
      const path = `changes.indicators.${id}`;
      const indicator = indicators.find((i) => i.id === id);
      if (!indicator) return unlisted('指标', idsOf(indicators), id, path);
      return change.collected && isOfReporting(indicator)
        ? [{ path: `${path}.collected`, message: '按报送登记计算的指标没有自己的起始年' }]
        : [];
    }),
  ];
}

/** Spellings say which value of a list they stand for. */
const notAList = (
  { fields }: Ledger,
  name: string,
  { synonyms, spellings }: z.infer<typeof fieldChange>,
  path: string,
): Fault[] => {
  const field = fields.find((f) => f.name === name);
  if (!field || field.type === 'list' || !(synonyms || spellings)) return [];
  return [{ path, message: `${name} 没有可选值，不能写同义的写法` }];
};
