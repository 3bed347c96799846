import { type Cell, isDayLike, tellOf } from './evidence';
import type { Table } from './table';
import { OTHER_LISTED } from './unitWords';

const UNIT = `[亿万千百]?元|千克|公斤|kg|${OTHER_LISTED}|个?工作日|天|件`;
/** What says how a column is filled in, and is never a value of a case. */
const WORDS =
  '必填项?|选填项?|必选|可选|非必填|不必?填|文本|文字|文本型|数值型?|日期型|字符型?|文本格式|数字格式|下拉选择|(?:日期|时间)?格式.{0,20}|y{4}.?m{2}.?d{2}';

/** The whole of a cell in a row below the header that says in what unit or form its columns are filled in. */
export const HOW_TO_FILL = new RegExp(`^[([（]?(?:${UNIT}|${WORDS}|数字|日期)[)\\]）]?$`, 'i');

/** As a template puts it at more length: 下拉选择：投诉/举报; 必填，6位代码; 见代码表; varchar(50). */
const HINT = new RegExp(
  `^[([（]?(?:(?:${WORDS})(?:[,，;；:：、/（( ].{0,40})?|(?:填[写报表])(?:说明|要求|示例|方法|规则|提示|须知|格式)[:：]?.{0,40}|(?:请|须|应)?(?:从|在|按)?(?:下拉|选项|列表)(?:选择|框|菜单|列表|选项|项|中选).{0,20}|请(?:填写?|选择?|输入).{0,40}|(?:详?见|参[见照]|按|对照)(?:附[件表录]|代码表|字典|下拉|说明|填[表写报]说明|区划代码).{0,20}|(?:填)?(?:全称|简称)|\\d{1,2}位(?:代码|数字|字符|编码)|(?:var)?char2?\\(\\d+\\)|date(?:time)?|(?:如|例如|格式)[:：]?[-\\d/.年月日]+)[)\\]）]?$`,
  'i',
);

const NUMBER = /^\d{1,9}(?:\.\d+)?$/;

/**
 * A row that only says how the columns are filled in: every cell is such a word, a unit or an example of a day or number. It cannot be
 * a case: where its number stands is nothing or such a word, and a place or department is never one.
 * @param cells filled cells of one of the first rows below the header
 */
export function isHintRow(cells: readonly Cell[], table: Table): boolean {
  const { id } = tellOf(table);
  const hints = cells.filter((c) => HINT.test(c.text));
  const said = hints.some((c) => c.column === id);
  if (!said && (hints.length < 2 || cells.some((c) => c.column === id))) return false;
  return cells.every((c) => HINT.test(c.text) || HOW_TO_FILL.test(c.text) || isDayLike(c.text) || NUMBER.test(c.text));
}
