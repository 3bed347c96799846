import { gb18030, utf16 } from '../../src/intake/testing/delimited';
import { bothRead, GOOD, HEADER, lines, one, row, withColumn } from './build';
import type { Case } from './case';

const joined = (...parts: readonly (Uint8Array | string)[]): Blob => new Blob(parts as BlobPart[]);
const MARK = '\ufeff';

/** The bytes of a text: encodings, marks before it, what old programs leave behind it. */
export const encodings: readonly Case[] = [
  one('UTF-8', GOOD, {
    ...bothRead,
    values: { complaint_id: ['T-1', 'T-2'], received_on: ['2017-03-05', '2017-03-05'] },
  }),
  one('UTF-8，有 BOM', MARK + GOOD, { ...bothRead, encoding: 'utf-8-bom' }),
  one('UTF-8，BOM 写了两次', MARK + MARK + GOOD, { ...bothRead, encoding: 'utf-8-bom' }),
  one('UTF-16 LE，有 BOM', utf16(MARK + GOOD, 'le'), { ...bothRead, encoding: 'utf-16le' }),
  one('UTF-16 BE，有 BOM', utf16(MARK + GOOD, 'be'), { ...bothRead, encoding: 'utf-16be' }),
  one('UTF-16 LE，无 BOM', utf16(GOOD, 'le'), { ...bothRead, encoding: 'utf-16le' }),
  one('UTF-16 BE，无 BOM', utf16(GOOD, 'be'), { ...bothRead, encoding: 'utf-16be' }),
  one('GBK', gb18030(GOOD), {
    ...bothRead,
    encoding: 'gb18030',
    values: { place: ['632223', '632223'], department: ['aic', 'aic'] },
  }),
  one('GB18030 四字节字', gb18030(withColumn('商品类别', '𠀀', '😀')), {
    ...bothRead,
    encoding: 'gb18030',
    values: { product: ['𠀀', '😀'] },
  }),
  one('GB18030，有 BOM', gb18030(MARK + GOOD), { ...bothRead, encoding: 'gb18030' }),
  one('UTF-8 里混入一行 GBK', joined(GOOD, row(3), '\n', gb18030(`${row(4)}\n`), lines(row(5))), {
    rows: [5, 1],
    problems: ['B5 unreadable_cell', 'C5 unreadable_cell', 'D5 unreadable_cell'],
  }),
  one('UTF-8 里混入 GBK 的选填项', joined(`${HEADER},商品类别\n${row(1)},`, gb18030('酒类'), `\n${row(2)},酒类\n`), {
    ...bothRead,
    problems: ['F2 unreadable_cell_optional'],
    values: { product: [null, '酒类'] },
  }),
  one(
    '没有任何文字的字节',
    Uint8Array.from({ length: 4096 }, (_, i) => (i * 97 + (i >> 3)) & 255),
    {
      refused: 'unknown_encoding',
      says: ['UTF-8', 'UTF-16', 'GB18030'],
    },
  ),
  one('末尾全是 NUL', joined(GOOD, new Uint8Array(5000)), { refused: 'unknown_encoding' }),
  one('末尾有 Ctrl-Z', `${GOOD}\u001a`, bothRead),
  one('末尾有 Ctrl-Z 和换行', `${GOOD}\u001a\r\n`, bothRead),
  one('在一个汉字中间被截断', new TextEncoder().encode(`${GOOD}T-3,投诉,海晏县,工商`).slice(0, -1), {
    refused: 'truncated_csv',
  }),
  one('空文件', '', { refused: 'empty_file', says: ['零申报'] }),
  one('全是空白', ' \n\t\n', { refused: 'no_header' }),
  one('GB18030 前有 UTF-8 的 BOM', joined(MARK, gb18030(GOOD)), {
    refused: 'unknown_encoding',
    asks: ['encoding'],
    choices: ['按 GB18030（GBK、GB2312） 读取'],
  }),
  one(
    'GB18030 前有 UTF-8 的 BOM，已选定',
    joined(MARK, gb18030(GOOD)),
    { ...bothRead, encoding: 'gb18030' },
    { answers: { encoding: 'gb18030' } },
  ),
  one(
    '选错了编码',
    GOOD,
    { refused: 'no_header', asks: ['encoding'], choices: ['按 UTF-8 读取'] },
    { answers: { encoding: 'utf-16le' } },
  ),
];
