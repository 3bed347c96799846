import { columnLetters } from '../domain/columnLetters';
import type { FileNoteCode } from '../domain/problemCodes';
import type { IgnoredColumn } from './table/table';

/** Columns that the sentence names; the value names all of them. */
const NAMED = 5;

/** The columns that were not read, one note a reason: with `value` all of them, with `detail` the first and how many. */
export function ignoredNotes(
  ignored: readonly IgnoredColumn[],
): { code: FileNoteCode & 'ignored_column'; value: string; detail: string }[] {
  const reasons = new Map<string, string[]>();
  for (const { header, index, reason } of ignored) {
    const named = reasons.get(reason) ?? [];
    named.push(`${header.trim()}（${columnLetters(index)}列）`);
    reasons.set(reason, named);
  }
  return [...reasons].map(([reason, named]) => ({
    code: 'ignored_column',
    value: named.join('、'),
    detail: `${named.slice(0, NAMED).map(quoted).join('、')}${named.length > NAMED ? `等共 ${named.length} 列` : ''}${reason}`,
  }));
}

const quoted = (name: string): string => `「${name.length > 60 ? `${name.slice(0, 60)}…` : name}」`;
