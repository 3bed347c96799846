import { columnLetters } from '../../domain/columnLetters';
import { fieldLabel, ledgerField } from '../../domain/ledgers';
import { type Ask, FileRefused } from '../../domain/problems';
import type { ReadingAnswers } from '../../domain/reading/reading';
import type { AlikeColumn, Table } from '../table/table';

/** The columns that are called almost as one that is missing and that an indicator rests on. */
const doubtfulOf = ({ alike }: Table): AlikeColumn[] => alike.filter((a) => a.decides);

/** Whether each of them can be one field only, and each field one of them only. */
const isPlain = (doubtful: readonly AlikeColumn[]): boolean =>
  new Set(doubtful.map((a) => a.field)).size === doubtful.length &&
  new Set(doubtful.map((a) => a.index)).size === doubtful.length;

/** The table with such columns read as what they look like, or known to be others, where that was answered. */
export function withAlike(table: Table, { alike_columns: answer }: ReadingAnswers): Table {
  const doubtful = doubtfulOf(table);
  if (answer === undefined || doubtful.length === 0 || !isPlain(doubtful)) return table;
  const alike = table.alike.filter((a) => !a.decides);
  if (answer === 'others') return { ...table, alike };
  const fields = { ...table.fields, ...Object.fromEntries(doubtful.map((a) => [a.field, a.index])) };
  return {
    ...table,
    fields,
    alike,
    ignored: table.ignored.filter((i) => !doubtful.some((a) => a.index === i.index)),
    missing: table.missing.filter((group) => group.every((f) => fields[f] === undefined)),
  };
}

/**
 * As if such columns were what they look like, until that is answered: what is to be asked of their texts is asked along, and
 * of more columns at most.
 */
export const assumed = (answers: ReadingAnswers): ReadingAnswers => ({ alike_columns: 'same', ...answers });

/**
 * The columns that nobody has said of whether they are what they look like, in words.
 * @param place where the table stands, in words; blank for the first
 * @throws FileRefused where they cannot be told apart, so that nothing can be asked
 */
export function openDoubts(table: Table, place: string, { alike_columns: answer }: ReadingAnswers): string[] {
  const doubtful = doubtfulOf(table);
  const label = (field: string) => fieldLabel(ledgerField(table.ledger, field));
  const columns = doubtful.map((a) => `「${a.header.trim()}」（${columnLetters(a.index)}列）像是「${label(a.field)}」`);
  if (columns.length > 0 && !isPlain(doubtful))
    throw new FileRefused('alike_columns', { detail: place + columns.join('，') });
  return answer === undefined ? columns : [];
}

export const alikeAsk = (detail: string): Ask => ({
  of: 'alike_columns',
  text: `表头${detail}。是不是同一项？`,
  choices: [
    { answer: 'same', label: '是，按它读取' },
    { answer: 'others', label: '不是，不读取这些列（有关日期按空白计）' },
  ],
  otherwise: '如部分是、部分不是，请把表头改为模板的写法后重报。',
});
