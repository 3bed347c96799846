import { dayFromNumber } from '../../src/domain/day';
import type { Field } from '../../src/domain/ledgers';
import { type FieldReader, fieldReader } from '../../src/domain/reading/fieldReader';
import type { Reading, ReadingContext } from '../../src/domain/reading/reading';
import { catalogue } from './catalogue';
import { qinghai } from './profile';

export const CONTEXT: ReadingContext = {
  date1904: false,
  answers: {},
  scale: 1,
  longIds: { exact: false, seen: false, doubted: false },
  prefecture: null,
  period: null,
};
/** The fields of both ledgers, by name. */
export const fields = new Map(
  [...catalogue.ledger('penalties').fields, ...catalogue.ledger('complaints').fields].map(
    (f) => [f.name, f] as [string, Field],
  ),
);
export const readerOf = (field: string, context: Partial<ReadingContext> = {}): FieldReader =>
  fieldReader(qinghai, fields.get(field) as Field, { ...CONTEXT, ...context });

/** A reading in one line: value, `!fault(detail)`, `~repair`, `?question`, `blank`, `above`. */
export function said(field: string, text: string, context: Partial<ReadingContext> = {}): string {
  const { kind, read } = readerOf(field, context);
  const r = read(text) as Reading<number | string>;
  return [
    ...(r.value === null ? [] : [kind === 'day' ? dayFromNumber(r.value as number) : String(r.value)]),
    ...(r.fault ? [`!${r.fault.code}`] : []),
    ...(r.repair ? [`~${r.repair}`] : []),
    ...(r.question ? [`?${r.question}`] : []),
    ...(r.alsoAsked ? [`?${r.alsoAsked}`] : []),
    ...(r.blank ? ['blank'] : []),
    ...(r.above ? ['above'] : []),
  ].join(' ');
}
