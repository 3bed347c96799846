import { describe, expect, it } from 'vitest';
import { parquetOf } from '../support/parquetOf';
import { sent } from './hostileFiles';

const COLUMNS = "'T-1' AS 编号, '投诉' AS 类型, '海晏县' AS 县区, '工商' AS 承办部门, DATE '2017-03-05' AS 接收日期";

describe('Parquet', () => {
  it.each<[string, string, object]>([
    [
      'whole and broken numbers',
      `SELECT 1::BIGINT AS 编号, '投诉' AS 类型, 632223::DOUBLE AS 县区, '工商' AS 承办部门,
      TIMESTAMP '2017-03-05 10:30:00' AS 接收日期, 5.00::DECIMAL(9, 2) AS 批准延期`,
      { read: 1, accepted: 1, problems: [] },
    ],
    [
      'a code as a whole number',
      `SELECT 'T-1' AS 编号, '投诉' AS 类型, 632223 AS 县区, '工商' AS 承办部门, DATE '2017-03-05' AS 接收日期`,
      {
        read: 1,
        accepted: 1,
        problems: [],
      },
    ],
    [
      'a dictionary',
      `SELECT ${COLUMNS}, CAST('满意' AS ENUM('满意', '不满意')) AS 满意度`,
      { read: 1, accepted: 1, problems: [] },
    ],
    ['truth values', `SELECT ${COLUMNS}, true AS 是否实名`, { read: 1, accepted: 1, problems: [] }],
    [
      'lists, structs and maps that are not read',
      `SELECT ${COLUMNS}, [1, 2] AS a, {'a': 1} AS b, MAP {'a': 1} AS 备注`,
      {
        read: 1,
        accepted: 1,
        problems: ['- ignored_column'],
      },
    ],
    [
      'a list for a date',
      `SELECT 'T-1' AS 编号, '投诉' AS 类型, '海晏县' AS 县区, '工商' AS 承办部门, [DATE '2017-03-05'] AS 接收日期`,
      { refused: 'column_type' },
    ],
    ['a struct for a text', `SELECT ${COLUMNS}, {'a': 1} AS 关联案号`, { refused: 'column_type' }],
    [
      'bytes that are no text',
      `SELECT '\\xFF\\xFE'::BLOB AS 编号, '投诉' AS 类型, '海晏县' AS 县区, '工商' AS 承办部门, DATE '2017-03-05' AS 接收日期
      UNION ALL SELECT 'T-2'::BLOB, '投诉', '海晏县', '工商', DATE '2017-03-05'`,
      { read: 2, accepted: 1, problems: ['2 unreadable_cell'] },
    ],
    [
      'bytes that are no text, of a field that decides nothing',
      `SELECT ${COLUMNS}, '\\xFF\\xFE'::BLOB AS 渠道, '\\xFF'::BLOB AS 备注`,
      { read: 1, accepted: 1, problems: ['- ignored_column', '2 unreadable_cell_optional'] },
    ],
    ['no rows (零申报)', `SELECT ${COLUMNS} LIMIT 0`, { read: 0, accepted: 0, problems: [] }],
    [
      'nulls everywhere',
      `SELECT NULL::VARCHAR AS 编号, NULL::VARCHAR AS 类型, NULL::INTEGER AS 县区, NULL::VARCHAR AS 承办部门, NULL::DATE AS 接收日期`,
      {
        read: 0,
        accepted: 0,
        problems: [],
      },
    ],
    [
      'columns whose names differ in case alone',
      `SELECT 'T-1' AS complaint_id, '投诉' AS kind, '海晏县' AS county, '工商' AS department,
      DATE '2017-03-05' AS received_on, 'x' AS "KIND_1", 'y' AS "Kind "`,
      { read: 1, accepted: 1, problems: ['- ignored_column', '- ignored_column'] },
    ],
    [
      'days without end',
      `SELECT 'T-1' AS 编号, '投诉' AS 类型, '海晏县' AS 县区, '工商' AS 承办部门, DATE 'infinity' AS 接收日期`,
      {
        read: 1,
        accepted: 0,
        problems: ['2 not_a_date'],
      },
    ],
    [
      'a NUL in a text',
      `SELECT 'T-1' AS 编号, '投诉' AS 类型, '海' || chr(0) || '晏县' AS 县区, '工商' AS 承办部门, DATE '2017-03-05' AS 接收日期`,
      {
        read: 1,
        accepted: 0,
        problems: ['2 unreadable_cell'],
      },
    ],
    ['another table', 'SELECT 1 AS a, 2 AS b', { refused: 'no_header' }],
    [
      'the other ledger',
      `SELECT 'P-1' AS 案号, '工商' AS 办案部门, '海晏县' AS 县区, DATE '2017-03-05' AS 处罚决定日期`,
      { refused: 'ledger_differs' },
    ],
  ])('of %s', async (_, select, meant) => {
    expect(await sent(await parquetOf(select))).toEqual(meant);
  });

  it('that is broken in the middle, cut, or all but empty is refused', async () => {
    const whole = new Uint8Array(
      await (
        await parquetOf(`SELECT ${COLUMNS}, repeat(md5(i::VARCHAR), 9) AS 渠道 FROM range(2000) t(i)`)
      ).arrayBuffer(),
    );
    const broken = whole.map((byte, i) => (i > 40 && i < whole.length - 2000 && i % 7 === 0 ? byte ^ 0xff : byte));
    const cut = new Blob([whole.slice(0, whole.length >> 1), 'PAR1']);
    for (const data of [new Blob([broken]), cut, new Blob([whole.slice(0, -1)]), new Blob(['PAR1\0\0\0\0PAR1'])])
      expect(await sent(data)).toEqual({ refused: 'broken_parquet' });
  });
});
