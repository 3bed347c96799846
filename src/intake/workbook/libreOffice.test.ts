import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { textsOf } from '../testing/workbooks';
import { HEAD, workbookForm } from './form';
import { openWorkbook } from './open';

test.each(['xlsx', 'xls'])('a workbook that LibreOffice saved as %s', async (ending) => {
  const bytes = new Uint8Array(await readFile(`tests/files/libreoffice.${ending}`));
  const form = workbookForm(bytes.subarray(0, HEAD));
  expect(form).toBe(ending);
  const file = await openWorkbook(new Blob([bytes]), ending === 'xls' ? 'xls' : 'xlsx');
  expect(file.sheets.map((s) => [s.name, s.hidden])).toEqual([
    ['台账', false],
    ['空', false],
    ['隐藏', true],
  ]);
  expect(file.sheets[0]?.merged).toEqual([{ firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 1 }]);
  expect(await textsOf(file)).toEqual([
    [
      // What stands under a merged area is kept by LibreOffice.
      ['编号', '县区', '日期', '比例', '时间', '真', '错', '前导'],
      ['0003', '632521', '2017-03-05 14:30:00', '0.15', '14:24', '是', '#N/A', '000012'],
      ['x_x000d_\ny', '632500000000001', '2017-03-05', '0.3', '1.5', '否', '#REF!', '6.32521201700010E+17'],
    ],
    [],
    [['隐']],
  ]);
});
