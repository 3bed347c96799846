import type { RowTest } from '../../domain/catalogue/condition';
import type { Ledger } from '../../domain/catalogue/ledger';
import { literal, name } from './text';

/** SQL for the text of a list field of `c`, a blank read as what it stands for in this ledger. */
export function told({ fields }: Ledger, field: string): string {
  const found = fields.find((f) => f.name === field);
  const column = `c.${name(field)}`;
  return found?.type === 'list' && found.blank !== undefined ? `coalesce(${column}, ${literal(found.blank)})` : column;
}

/** SQL of a test on the row `c`, never NULL. In the ledger's table a cell that could not be read is as blank as a blank one. */
export function rowTestSql(test: RowTest, ledger: Ledger): string {
  if ('known' in test) return `${told(ledger, test.known)} IS NOT NULL`;
  if ('unknown' in test) return `${told(ledger, test.unknown)} IS NULL`;
  if ('blank' in test) return `${told(ledger, test.blank)} IS NULL`;
  if ('anyKnown' in test) return `(${test.anyKnown.map((f) => `${told(ledger, f)} IS NOT NULL`).join(' OR ')})`;
  const values = ('in' in test ? test.in : test.notIn).map(literal).join(', ');
  return `coalesce(${told(ledger, test.field)} ${'in' in test ? 'IN' : 'NOT IN'} (${values}), false)`;
}
