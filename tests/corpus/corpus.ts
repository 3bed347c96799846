import { asked } from './asked';
import type { Case } from './case';
import { delimited } from './delimited';
import { encodings } from './encodings';
import { exports } from './exports';
import { parquet } from './parquet';
import { rules } from './rules';
import { severalTables } from './severalTables';
import { sheets } from './sheets';
import { tables } from './tables';
import { values } from './values';
import { workbooks } from './workbooks';

/** All files of the corpus, by what they are about. */
export const CORPUS: Readonly<Record<string, readonly Case[]>> = {
  规则: rules,
  编码: encodings,
  分列: delimited,
  表: tables,
  几张表: severalTables,
  写法: values,
  询问: asked,
  工作簿: workbooks,
  工作表: sheets,
  Parquet: parquet,
  导出: exports,
};
