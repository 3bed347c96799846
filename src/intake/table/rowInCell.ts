import { isLabelled } from './notes';
import type { Table } from './table';
import { isBlank, word } from './words';

/** Separators of one kind that make a text a row: no case has fewer cells than that makes. */
const FEWEST = 3;
const KINDS = [/[,，]/g, /[;；]/g, /\t/g, /[|｜]/g];
/** 合计：投诉3件，举报2件. */
const SUMMED = /^[^,，;；|｜\d]{0,6}(?:合计|总计|小计|共计|累计|总数|共有?)[^,，;；|｜\d]{0,10}\d+[件起宗条例]/;

/**
 * The text of a row that stands in one cell as a whole: a line that was quoted, or one that is separated otherwise than the
 * others. What begins with a label or a count is a remark or a total, however many commas it has; nothing else is.
 * @param texts of the row by column of the sheet, as they stand
 */
export function rowInCell(
  texts: readonly string[],
  { reach }: Pick<Table, 'reach'>,
): { column: number; text: string } | null {
  let column = -1;
  const end = Math.min(texts.length, reach.last + 1);
  for (let c = reach.first; c < end; c++) {
    if (isBlank(texts[c] as string)) continue;
    if (column >= 0) return null;
    column = c;
  }
  if (column < 0) return null;
  const text = texts[column] as string;
  if (!KINDS.some((kind) => (text.match(kind)?.length ?? 0) >= FEWEST)) return null;
  const said = word(text);
  return isLabelled(said) || SUMMED.test(said) ? null : { column, text };
}
