import { namesUnits, type UnitCell } from './scales';
import type { Above, HeadRow } from './table';
import { isBlank, squeezed, word } from './words';

/** 填报单位：…, 注：…: a name of something and what it is. */
const LABELLED = /^[^:：]{1,12}[:：]/;
const TITLE = /(?:台账|报表|登记表|登记簿|明细|清单|汇总|统计|一览|情况表|表|册)(?:[（(].*[)）])?$/;

/** Names the rows above a header. A row of several texts is one note, but for the texts that speak of units. */
export function nameAbove(rows: readonly HeadRow[]): { above: Above[]; units: UnitCell[] } {
  const above: Above[] = [];
  const units: UnitCell[] = [];
  for (const { row, texts } of rows) {
    const cells = texts.flatMap((text, column) => (isBlank(text) ? [] : [{ text, column }]));
    const rest = cells.filter(({ text, column }) => {
      if (!namesUnits(text)) return true;
      units.push({ text, column });
      if (isTitle(text, cells.length === 1 && above.length === 0)) return true;
      above.push({ row, kind: 'unit', text: squeezed(text) });
      return false;
    });
    if (!rest.length) continue;
    const text = rest.map((c) => squeezed(c.text)).join('　');
    const title = rest.length === 1 && isTitle(text, cells.length === 1 && above.length === 0);
    above.push({ row, kind: title ? 'title' : 'note', text });
  }
  return { above, units };
}

/** A text of its own that ends like the name of a form; or the first of all, short and no label. */
function isTitle(text: string, firstAlone: boolean): boolean {
  const said = word(text);
  // Excel's own word on what parts the cells.
  if (/^sep=/i.test(said)) return false;
  if (LABELLED.test(said.replace(/\([^()]*\)$/, '')) || said.length > 60 || /[。；;]/.test(said)) return false;
  return TITLE.test(said) || (firstAlone && !/^[(（]/.test(said) && !/^(?:[亿万千百]?元|附件\d*|.*说明)$/.test(said));
}
