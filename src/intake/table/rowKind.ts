import type { Catalogue } from '../../domain/catalogue/catalogue';
import { isBlankSign } from '../../domain/reading/signs';
import { type Cell, filledCells, hasDay, isCase, tellOf } from './evidence';
import { isHintRow } from './hintRow';
import { fieldOf, headerHits, keyOf } from './keys';
import { isNote } from './notes';
import { rowInCell } from './rowInCell';
import type { Table } from './table';
import { isTotal } from './totals';

/** What a row below a header is. `other_table` begins another table: found by `findTables` from there on. */
export type RowKind = 'data' | 'blank' | 'header' | 'other_table' | 'numbering' | 'example' | 'hint' | 'total' | 'note';

/**
 * What a row below the header is. In doubt it is data, which is put aside with a problem: a row with a day and either all that
 * is required or an id and a kind is never taken for anything else, but for an example that says so in its first cell, in the
 * id or in a column that is not read, and for one whose cells all say how they are filled in.
 * @param at firstRows: among the first rows below the header, where a template has its example
 */
export function rowKind(
  catalogue: Catalogue,
  texts: readonly string[],
  table: Table,
  at: { firstRows: boolean },
): RowKind {
  const whole = isCase(texts, table);
  if (whole && !at.firstRows) return 'data';
  const cells = filledCells(texts, table);
  if (isEmpty(cells, table)) return 'blank';
  // 无 in every cell: nothing to report.
  if (cells.every((c) => isBlankSign(c.text))) return 'note';
  if (at.firstRows && isExample(cells, whole, table)) return 'example';
  if (at.firstRows && isHintRow(cells, table)) return 'hint';
  if (whole || rowInCell(texts, table)) return 'data';
  if (hasDay(texts, table)) return isNote(cells, table) ? 'note' : 'data';
  if (isRepeated(cells, table)) return 'header';
  if (isNumbering(cells, table)) return 'numbering';
  if (isTotal(cells, table)) return 'total';
  if (isOtherHeader(catalogue, texts, cells)) return 'other_table';
  return isNote(cells, table) ? 'note' : 'data';
}

/** Blank, or nothing but a number of the row that was filled in beforehand. */
function isEmpty(cells: readonly Cell[], table: Table): boolean {
  if (cells.length === 0) return true;
  const [only] = cells;
  if (cells.length > 1 || !only || !/^\d{1,6}$/.test(only.text)) return false;
  return table.ignored.some(
    (c) => c.index === only.column && /^(?:序号|行号|行次|项次|编次|no\.?)$/.test(keyOf(c.header)),
  );
}

const EXAMPLE = /^[(（]?(?:填[写表报])?(?:示例|样例|范例|示范|例)(?:行|数据|[-_]?\d{0,6})?[)）]?[:：]?$/;
const EXAMPLE_OF =
  /^(?:填[写表报])?(?:示例|样例|范例|例如|例|如)[:：]|^[(（](?:填[写表报])?(?:示例|样例|范例|例)[)）]|[(（](?:填[写表报])?(?:示例|样例|范例|例)[)）]$/;

/** As a remark says it: 示例，填报时请删除; 本行为示例. */
const EXAMPLE_REMARK =
  /^[(（]?(?:[此本该]行)?[为是系]?(?:填[写表报])?(?:示例|样例|范例)(?:行|数据)?(?:[)），,。.；;：:、!！]|请|仅供|$)/;

/**
 * A row that says it is an example: in the id, in the first cell or in a column that is not read. The text columns of a case may
 * well hold such a word.
 */
function isExample(cells: readonly Cell[], whole: boolean, table: Table): boolean {
  const { id } = tellOf(table);
  const read = new Set(Object.values(table.fields));
  return cells.some(({ column, text }, i) => {
    if (column === id || (i === 0 && !(whole && read.has(column)))) return EXAMPLE.test(text) || EXAMPLE_OF.test(text);
    const says = EXAMPLE.test(text) || (!read.has(column) && EXAMPLE_REMARK.test(text));
    return text.length > 1 && says && !(whole && read.has(column));
  });
}

/** Most headers of one of the header's rows again, where they stood, and none in another column than before. */
function isRepeated(cells: readonly Cell[], table: Table): boolean {
  const { headers } = tellOf(table);
  const keys = cells.map((c) => keyOf(c.text));
  const stands = (row: ReadonlyMap<number, string>, c: Cell, i: number) =>
    keys[i] !== '' && row.get(c.column) === keys[i];
  const again = headers.some((row) => {
    const same = cells.filter((c, i) => stands(row, c, i)).length;
    return same > 0 && same >= Math.min(2, row.size) && same * 5 >= row.size * 3 && same * 5 >= cells.length * 3;
  });
  if (!again) return false;
  return cells.every((c, i) => {
    const field = fieldOf(table.ledger, keys[i] as string);
    return field === undefined || table.fields[field] === c.column || headers.some((row) => stands(row, c, i));
  });
}

/** Headers of a ledger elsewhere than this table's. */
function isOtherHeader(catalogue: Catalogue, texts: readonly string[], cells: readonly Cell[]): boolean {
  if (cells.length < 2 || cells.length > 500) return false;
  const { hits, ledger } = headerHits(catalogue, texts);
  if (!ledger || hits < 2) return false;
  const strange = cells.filter((c) => fieldOf(ledger, keyOf(c.text)) === undefined);
  return hits * 2 >= cells.length || strange.every((c) => c.text.length <= 12 && !/\d/.test(c.text));
}

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const ROW_NAME = /^(?:栏次|栏号|列次|列号|行次|序号|代码|项目)$/;

/** Numbers of the columns below their headers: 甲 乙 1 2 3 …, (1) (2) (3) …, 3=1+2. */
function isNumbering(cells: readonly Cell[], table: Table): boolean {
  const own = cells.filter((c, i) => !(i === 0 && ROW_NAME.test(c.text)));
  if (own.length < 3 || own.length * 5 < table.headers.filter((h) => keyOf(h)).length * 3) return false;
  let number: number | null = null;
  let stem = -1;
  return own.every(({ text }) => {
    const bare = text.replace(/^[(（[]|[)）\]]$/g, '');
    const at = bare.length === 1 ? STEMS.indexOf(bare) : -1;
    if (at >= 0) return number === null && at === ++stem;
    const digits = /^(\d{1,4})(?:=[-+*/×÷\d()]+)?$/.exec(bare)?.[1];
    if (digits === undefined) return false;
    const expected: number | null = number === null ? null : number + 1;
    number = Number(digits);
    return expected === null ? number <= 1 || own.length >= 5 : number === expected;
  });
}
