import { parquetOf } from '../support/parquetOf';
import { one } from './build';
import type { Case } from './case';

const COLUMNS = "'海晏县' AS 县区, '工商' AS 承办部门, '投诉' AS 类型";
const DAY = "DATE '2017-03-05' AS 接收日期";
const encoding = 'parquet';

/** Tables of columns, as databases write them. */
export const parquet: readonly Case[] = [
  one('Parquet', () => parquetOf(`SELECT 'T-' || i AS 编号, ${COLUMNS}, ${DAY} FROM range(2) t(i)`), {
    rows: [2, 0],
    encoding,
    values: { complaint_id: ['T-0', 'T-1'], received_on: ['2017-03-05', '2017-03-05'] },
  }),
  one(
    'Parquet，压缩、多个行组',
    () =>
      parquetOf(
        `SELECT 'T-' || i AS 编号, ${COLUMNS}, ${DAY} FROM range(5000) t(i)`,
        'COMPRESSION zstd, ROW_GROUP_SIZE 2048',
      ),
    {
      rows: [5000, 0],
      encoding,
    },
  ),
  one(
    'Parquet，时间和数字',
    () =>
      parquetOf(
        `SELECT 1::BIGINT AS 编号, ${COLUMNS}, TIMESTAMP '2017-03-05 10:30:00' AS 接收日期, 10::DOUBLE AS 批准延期, true AS 是否实名`,
      ),
    {
      rows: [1, 0],
      encoding,
      values: { complaint_id: ['1'], received_on: ['2017-03-05'], extension_days: [10], named: ['是'] },
    },
  ),
  one(
    'Parquet，空值和不读的列',
    () =>
      parquetOf(
        `SELECT 'T-' || i AS 编号, ${COLUMNS}, CASE WHEN i = 0 THEN DATE '2017-03-05' END AS 接收日期, [1, 2] AS 备注 FROM range(2) t(i)`,
      ),
    {
      rows: [2, 1],
      encoding,
      problems: ['ignored_column 备注（F列）', 'E3 required_missing'],
    },
  ),
  one('Parquet，不是文字的字节', () => parquetOf(`SELECT '\\xFF\\xFE'::BLOB AS 编号, ${COLUMNS}, ${DAY}`), {
    rows: [1, 1],
    encoding,
    problems: ['A2 unreadable_cell'],
  }),
  one('Parquet，日期列是列表', () => parquetOf(`SELECT 'T-1' AS 编号, ${COLUMNS}, [DATE '2017-03-05'] AS 接收日期`), {
    refused: 'column_type',
    says: ['「接收日期」'],
  }),
  one('Parquet，缺列', () => parquetOf(`SELECT 'T-1' AS 编号, ${DAY}, '投诉' AS 类型`), {
    refused: 'missing_columns',
    says: ['「县区」'],
  }),
  one('Parquet，被截断', async () => (await parquetOf(`SELECT 'T-1' AS 编号, ${COLUMNS}, ${DAY}`)).slice(0, -20), {
    refused: 'broken_parquet',
  }),
];
