import type { Catalogue } from '../../domain/catalogue/catalogue';
import { columnLetters } from '../../domain/columnLetters';
import type { Ledger } from '../../domain/ledgers';
import { fieldKeys, keyOf, knownKey } from './keys';
import type { IgnoredColumn } from './table';

/** What a column of a header says. */
export interface HeaderColumn {
  text: string;
  /** What it may be called, best first: a later one counts only for a field that no column has by an earlier one. */
  keys: readonly string[];
}

/** Where the fields of a ledger stand among the columns of a header. */
export interface Mapping {
  ledger: Ledger;
  fields: Readonly<Record<string, number>>;
  ignored: readonly IgnoredColumn[];
  missing: readonly (readonly string[])[];
}

export const plainColumn = (text: string): HeaderColumn => ({ text, keys: [keyOf(text)] });

/**
 * Maps headers to fields by their synonyms. Where two columns stand for the same field, the one whose header comes first
 * in the field's list is read, and the other is named as not read.
 * @param first column of the sheet that the first header stands in
 */
export function mapColumns(ledger: Ledger, columns: readonly HeaderColumn[], first = 0): Mapping {
  const fields: Record<string, number> = {};
  const taken = new Set<number>();
  const most = columns.reduce((n, c) => Math.max(n, c.keys.length), 0);
  for (let rank = 0; rank < most; rank++) {
    const at = new Map<string, number>();
    columns.forEach((column, i) => {
      const key = taken.has(i) ? undefined : knownKey(ledger, column.keys[rank] ?? '');
      if (key !== undefined && !at.has(key)) at.set(key, i);
    });
    for (const field of fieldKeys(ledger)) {
      const key = fields[field.name] === undefined ? field.keys.find((k) => at.has(k)) : undefined;
      if (key === undefined) continue;
      fields[field.name] = at.get(key) as number;
      taken.add(at.get(key) as number);
    }
  }
  const ignored: IgnoredColumn[] = [];
  const sameAs = (read: number) => {
    const letters = `${columnLetters(first + read)}列`;
    return `与${letters}「${columns[read]?.text}」是同一项（以${letters}为准）`;
  };
  columns.forEach(({ text, keys }, i) => {
    if (taken.has(i) || !keys.some(Boolean)) return;
    const known = keys.map((k) => knownKey(ledger, k)).find((k) => k !== undefined);
    const same = known && fieldKeys(ledger).find((f) => f.keys.includes(known));
    ignored.push({
      header: text,
      index: first + i,
      reason: same ? sameAs(fields[same.name] as number) : '不是台账的列',
    });
  });
  return {
    ledger,
    fields: Object.fromEntries(Object.entries(fields).map(([name, i]) => [name, first + i])),
    ignored,
    missing: missingOf(ledger, fields),
  };
}

/** Required fields without a column. */
export const missingOf = (ledger: Ledger, fields: Readonly<Record<string, number>>): (readonly string[])[] =>
  requiredGroups(ledger).filter((group) => group.every((name) => fields[name] === undefined));

/** Fields of which one each must have a value. */
export const requiredGroups = (ledger: Ledger): readonly (readonly string[])[] => [
  ...ledger.fields.filter((f) => f.required).map((f) => [f.name]),
  ...ledger.oneOf,
];

export const hitsOf = (mapping: Mapping): number => Object.keys(mapping.fields).length;

/** Maps headers to the ledger that knows most of them; of two that know as many, to the one that misses less. */
export function mapToLedger(catalogue: Catalogue, columns: readonly HeaderColumn[], first = 0): Mapping {
  const [best] = catalogue.ledgers
    .map((ledger) => mapColumns(ledger, columns, first))
    .sort((a, b) => hitsOf(b) - hitsOf(a) || a.missing.length - b.missing.length);
  return best as Mapping;
}

/** Whether columns are meant as a ledger's table, complete or not: an id is among them and most of what is required. */
export const isLedger = ({ ledger, fields, missing }: Pick<Mapping, 'ledger' | 'fields' | 'missing'>): boolean =>
  fields[ledger.idField] !== undefined && missing.length * 2 <= requiredGroups(ledger).length;
