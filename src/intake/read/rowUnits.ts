import { columnLetters } from '../../domain/columnLetters';
import { isMoney, MONEY_FACTORS } from '../../domain/reading/money';
import { isBlankSign } from '../../domain/reading/signs';
import type { Batch, Texts } from '../sheet';
import { keyOf } from '../table/keys';
import { isUnit } from '../table/scales';
import type { Table } from '../table/table';
import { isOtherMoney } from '../table/unitWords';
import { isBlank, squeezed, word } from '../table/words';
import type { FieldCells } from './fieldCells';

/** Headers of columns that say what money the amounts of a row are in, and of those that may say its unit. */
const CURRENCY = /(?:币种|币别|货币)(?:名称|种类|类型|代码)?$|^currency(?:_?code)?$/;
const UNIT = /(?:金额|款|币|货值|价值|计价|价格)单位$|^单位$/;
/** 人民币 in all spellings, with or without 元; a number of one or two digits is a list's of some program. */
const OURS = /^(?:(?:中国|本(?:位)?币|人民币|人民幣|renminbi|rmb|cn[yh]|yuan|¥|元|[-()（）:/])+|156|\d{1,2})$/;

/** What a row's own unit is: a factor to 元; `null` where it says nothing of it; NaN for what is no 元 at all. */
type Said = number | null;

/** A column beside the amounts that says for each row what they are in. */
interface Column {
  index: number;
  /** As the sentence names it. */
  place: string;
  isCurrency: boolean;
  texts: Texts | null;
  /** Of each text of the list. */
  said: Said[];
}

/**
 * The units that rows name for themselves (币种, 金额单位). An amount in another unit than its column's is not read: it would be taken
 * for 元. Each distinct text is looked at once; a table without such a column costs nothing.
 */
export class RowUnits {
  private readonly columns: Column[];
  private readonly amounts: readonly { cells: FieldCells; factor: number }[];

  constructor(table: Table, cells: ReadonlyMap<string, FieldCells>) {
    this.amounts = [...cells.values()]
      .filter((c) => c.column !== null && isMoney(c.field))
      .map((c) => ({ cells: c, factor: table.scales[c.field.name]?.factor ?? 1 }));
    const told = this.amounts.length === 0 ? [] : table.ignored.filter((c) => c.reason === '不是台账的列');
    this.columns = told.flatMap(({ index, header }): Column[] => {
      const key = keyOf(header);
      const isUnitOf = UNIT.test(key);
      if (!isUnitOf && !CURRENCY.test(key)) return [];
      return [{ index, place: `「${squeezed(header)}」列`, isCurrency: !isUnitOf, texts: null, said: [] }];
    });
    // 3.5 | 万元: the unit without a header behind its amount.
    for (const index of this.amounts.map((a) => (a.cells.column as number) + 1))
      if (isBlank(table.headers[index - table.columns.first] ?? ''))
        this.columns.push({ index, place: `${columnLetters(index)}列`, isCurrency: false, texts: null, said: [] });
  }

  /** Sets `odd` of the rows whose unit is another than that of an amount. */
  mark(batch: Batch, odd: Uint8Array): void {
    for (const column of this.columns) {
      const source = batch.columns[column.index];
      if (!source) continue;
      if (column.texts !== source.texts) [column.texts, column.said] = [source.texts, []];
      for (let id = column.said.length; id < source.texts.size; id++)
        column.said.push(saidBy(source.texts.text(id), column.isCurrency));
      const differs = column.said.map((said) => Number(said !== null && this.amounts.some((a) => a.factor !== said)));
      if (differs.includes(1))
        for (let r = 0; r < odd.length; r++) odd[r] = (odd[r] as number) | (differs[source.ids[r] as number] as number);
    }
  }

  /** Takes the amounts of an odd row for unreadable that are in another unit than their column's. */
  apply(batch: Batch, r: number): void {
    for (const { index, place, said } of this.columns) {
      const source = batch.columns[index];
      const id = source?.ids[r];
      const own = id === undefined ? null : said[id];
      if (!source || id === undefined || own === null || own === undefined) continue;
      const detail = `${place}写的是「${squeezed(source.texts.text(id))}」`;
      for (const { cells, factor } of this.amounts)
        if (own !== factor && cells.isKnown(r)) cells.dispute(r, { code: 'not_a_number_optional', detail });
    }
  }
}

function saidBy(text: string, isCurrency: boolean): Said {
  const said = word(text).toLowerCase();
  if (said === '' || isBlankSign(said) || (isCurrency && OURS.test(said))) return null;
  const bare = said.replace(/人民币|rmb|cny|[()¥]/g, '');
  if (bare === '') return null;
  const unit = /[百千万亿]$/.test(bare) ? `${bare}元` : bare.replace('圆', '元');
  if (isUnit(unit)) return MONEY_FACTORS[unit];
  return isCurrency || isOtherMoney(bare) ? Number.NaN : null;
}
