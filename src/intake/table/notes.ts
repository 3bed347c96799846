import { type Cell, isIdLike, tellOf } from './evidence';
import { namesUnits } from './scales';
import type { Table } from './table';

const WHO =
  '填[表报写]人?|制表人?|报送人|上报人|经办人?|承办人|录入人|统计人员?|审[核批]人?|复核人?|校对人?|(?:单位|部门|科室|机关)?(?:主要|分管|主管)?(?:负责人|领导)|联系人|签[字名章]人?';
const WHAT =
  '联系电话|联系方式|(?:填[表报]|制表|报送|上报|打印|统计|导出|报出)(?:日期|时间|单位|说明)|填[表报]说明|数据来源|统计口径|截[至止](?:日期|时间)|单位[(（]?(?:公章|盖章)[)）]?';
/** These may be values of a case too, as 电话 is of its channel: labels only with a colon, or behind another label. */
const PLAIN = '电话|手机|传真|日期|单位|截[至止]';
const SAYS = '注|注释|备注|附注|附|说明|注意|注意事项|提示';
const SIGNED = '(?:[(（](?:签[字章名]|盖章|公章)[)）])?';
const OPEN = '^[*※★(（【[]?';
const TAIL = '\\d{0,2}[)）\\]】]?[:：、.].*$';
/** 填表人, 填表人：, 填表人：张三, 注1：…. */
const LABEL = new RegExp(
  `${OPEN}(?:${WHO}|${WHAT})${SIGNED}[)）\\]】]?$|${OPEN}(?:${WHO}|${WHAT}|${PLAIN}|${SAYS})${SIGNED}${TAIL}`,
  's',
);
const NEXT_LABEL = new RegExp(`^(?:${PLAIN})$`);
/** Its value stands behind it in the next cell, or nothing does. */
const SAYING = new RegExp(`^[*※★(（【[]?(?:${SAYS})\\d{0,2}[)）\\]】]?[:：、.]`);
const PHRASE =
  /^(?:\\\.$|[-+=|_─━]{4,}$|\(\d+ ?(?:rows?|行)[^()]{0,12}\)$|\d+ ?rows? ?(?:in ?set|selected|affected|returned)|已选择 ?\d+ ?行|应用的筛选|以上|以下空白|以下无|本页无|\(?此页无正文|第\d+页|共\d+页|[-—–]+\d+[-—–]+$|※|★|\*+[^\d]|[(（]?(?:单位)?[(（]?(?:公章|盖章|签章))|(?:公章|盖章|签章)[)）]$/;
/** 一、投诉类: a heading within a table. */
const HEADING = /^[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．)）]/;
const TITLE = /(?:台账|报表|登记表|登记簿|明细表?|清单|汇总表?|统计表?|一览表?|情况表)(?:[（(].*[)）])?$/;
const DAY =
  /^(?:\d{4}|[〇零一二三四五六七八九]{4})[-/.年](?:\d{1,2}|[一二三四五六七八九十]{1,2})[-/.月](?:\d{1,2}|[一二三四五六七八九十]{1,3})日?$/;
/** 本期无投诉举报, 零申报: nothing to report. */
const NOTHING =
  /^[(（]?(?:(?:本(?:单位|地区?|[州市县]|期|季度?|月|年度?))+(?:暂?无|没有|未(?:发生|接到|收到|查处|办理))[^\d]{0,16}|(?:暂?无|没有|未(?:发生|接到|收到|查处|办理))[^\d]{2,16}|零(?:申报|报告|报送))[)）]?[。.]?$/;
/** A text alone in its row is a remark from this length on. */
const LONG = 15;

/** Whether a row is a remark, a signature or a title among the rows: never one with a value that a case would have. */
export function isNote(cells: readonly Cell[], table: Table): boolean {
  const [first] = cells;
  if (!first) return false;
  if (cells.length === 1) return isNoteAlone(first, table);
  const { id } = tellOf(table);
  if (!LABEL.test(first.text) && !PHRASE.test(first.text)) return false;
  if (SAYING.test(first.text) && cells.some((c) => c !== first && c.column === id && isIdLike(c.text))) return false;
  // Each name stands behind its label: two values on end are no signatures.
  return cells.every((c, i) => isLabel(c) || PHRASE.test(c.text) || DAY.test(c.text) || follows(cells, i));
}

/** Begins with a label: 填表人：…, 注：…. */
export const isLabelled = (text: string): boolean => LABEL.test(text);

const isLabel = (c: Cell): boolean => LABEL.test(c.text) || NEXT_LABEL.test(c.text);

const follows = (cells: readonly Cell[], i: number): boolean => i > 0 && isLabel(cells[i - 1] as Cell);

function isNoteAlone({ column, text }: Cell, table: Table): boolean {
  const { id, days } = tellOf(table);
  if (days.includes(column) && DAY.test(text)) return false;
  if (LABEL.test(text) || PHRASE.test(text) || NOTHING.test(text) || namesUnits(text)) return true;
  if (HEADING.test(text) || DAY.test(text)) return true;
  if (!/[\u4e00-\u9fff]/.test(text)) return false;
  if (column === id) return (text.length >= LONG && /[，,。；;：:]/.test(text) && !/号$/.test(text)) || isTitle(text);
  return text.length >= LONG || /^[(（].+[)）]$/.test(text) || isTitle(text);
}

const isTitle = (text: string): boolean => text.length >= 4 && TITLE.test(text);
