import Papa from 'papaparse';
import type { Catalogue } from '../../src/domain/catalogue/catalogue';
import { type Field, fieldLabel, type Ledger, ledgerField } from '../../src/domain/ledgers';
import type { FiledRow, Filing } from './filings';
import { encodeGb18030 } from './gb18030';
import { encodeParquet } from './parquet';
import { Random } from './random';
import { spellAmount, spellDate } from './spelling';
import type { Habits, HeaderStyle } from './units';

const BOM = Uint8Array.of(0xef, 0xbb, 0xbf);

/** The bytes of one file: spelled as its office writes, in the form that it sends. */
export function encodeFiling(catalogue: Catalogue, filing: Filing, seed: string): Uint8Array {
  const { habits } = filing.unit;
  const random = new Random(`${seed}/${filing.file}/spelling`);
  const fields = filing.fields.map((name) => ledgerField(catalogue.ledger(filing.ledger), name));
  const headers = fields.map((field) => headerOf(catalogue.ledger(filing.ledger), field, habits.header));

  if (filing.form === 'parquet-dates' || filing.form === 'parquet-text') {
    const dates = filing.form === 'parquet-dates';
    return encodeParquet(
      fields.map((field, i) => ({
        header: headers[i] as string,
        values: filing.rows.map((row) => row.cells[field.name] ?? ''),
        dates: dates && field.type === 'date',
      })),
    );
  }

  const own = habits.ownColumns ?? [];
  const lines = filing.rows.map((row, i) => [
    ...own.map((column) => (column === '序号' ? String(i + 1) : '')),
    ...fields.map((field) => spelled(row, field, habits, random)),
    ...(row.surplus ? [row.surplus] : []),
  ]);
  // Text saved by a spreadsheet on Windows ends its lines with CR LF, an export of a system with LF.
  const newline = filing.form === 'utf-8' ? '\n' : '\r\n';
  const text = `${Papa.unparse([[...own, ...headers], ...lines], { newline })}${newline}`;
  if (filing.form === 'gb18030') return encodeGb18030(text);
  const bytes = new TextEncoder().encode(text);
  return filing.form === 'utf-8-bom' ? Buffer.concat([BOM, bytes]) : bytes;
}

function spelled(row: FiledRow, field: Field, habits: Habits, random: Random): string {
  const value = row.cells[field.name] ?? '';
  if (field.type === 'date') return spellDate(value, habits.dates, random);
  if (field.type === 'amount') return spellAmount(value, habits.amounts);
  return value;
}

/** Fields that offices of this habit star: the required ones, and the first date, which all their cases have. */
const isStarred = (ledger: Ledger, field: Field): boolean =>
  field.required === true || field.name === ledger.firstDate[0];

function headerOf(ledger: Ledger, field: Field, style: HeaderStyle): string {
  const template = fieldLabel(field);
  switch (style) {
    case 'template':
      return template;
    case 'synonyms':
      return field.headers[1] ?? template;
    case 'starred':
      return `${template}${field.type === 'amount' && field.unit === '元' ? '（元）' : ''}${isStarred(ledger, field) ? '*' : ''}`;
    case 'fields':
      return field.name;
  }
}
