import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadOffice } from '../../scripts/assess/profile';
import { assessFolder } from '../../scripts/assess/run';
import { columnLetters } from '../../src/domain/columnLetters';
import { schemeOf } from '../../src/domain/scheme';
import { tableCsv } from '../../src/report/csv';
import { problemTable } from '../../src/report/problemTable';
import { exported } from '../support/exported';
import { openOfficePage } from '../support/office-page';
import { parquetOf } from '../support/parquetOf';
import { qinghai } from '../support/profile';
import { queueDone } from '../support/queue';

const SLOW = { timeout: 120_000 };

/** Cells of many types that break a rule, so that the list of problems shows the text each was read as. */
const ROWS = `SELECT 6325020170001.0::DOUBLE AS 编号, encode('投诉') AS 类型, '海晏县' AS 县区, encode('工商') AS 承办部门,
  TIMESTAMPTZ '2017-03-31 16:30:00+00' AS 接收日期, TIMESTAMP '2017-03-30 23:30:00' AS 受理决定日期,
  20170305.0::FLOAT AS 办结日期, true AS 是否实名, 12.50::DECIMAL(9, 2) AS 批准延期,
  '00112233-4455-6677-8899-aabbccddeeff'::UUID AS 受理结果, 0.00001::DOUBLE AS 满意度, [1] AS 备注
  UNION ALL SELECT 2, '\\xC7\\xE0\\xBA\\xA3'::BLOB, NULL, '\\xFF\\xFE'::BLOB, TIMESTAMPTZ '2017-03-31 15:30:00+00', NULL, 1e20, false, 3,
  NULL, 'nan', NULL`;
const NAME = '2017Q1_632200_complaints.parquet';
/** Headers of the columns that are read, from column A on. */
const HEADERS = [...ROWS.slice(0, ROWS.indexOf('UNION')).matchAll(/ AS ([^\s,]+)/g)].map(([, header = '']) => header);
const lettersOf = (column: string | null): string | null =>
  column && (columnLetters(HEADERS.findIndex((h) => column.startsWith(h))) || null);

describe.each(['UTC', 'Asia/Shanghai', 'America/Los_Angeles'])('a Parquet file on a computer in %s', (timezoneId) => {
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'kaoping-parquet-'));
    await writeFile(join(dir, NAME), (await parquetOf(ROWS)).stream());
  });
  afterAll(() => rm(dir, { recursive: true }));

  it('is read by the page as by the command line', async () => {
    const office = await loadOffice('public/profiles/qinghai-2017');
    const asked = { dir, office, scheme: schemeOf(qinghai.profile.scheme, 2017), period: '2017Q1', asOf: '2017-04-10' };
    const { problems } = await assessFolder(asked);
    expect(problems).toContainEqual(expect.objectContaining({ code: 'after_period', value: '2017-04-01 00:30:00' }));

    const desk = await openOfficePage(undefined, { timezoneId });
    try {
      const { page } = desk;
      await desk.open('#/submissions');
      await page.getByLabel(/收到日期/).fill('');
      await page.getByTestId('files').setInputFiles(join(dir, NAME));
      await page.getByRole('button', { name: '清空示例并接收' }).click(SLOW);
      await queueDone(page, 1);
      await page.getByRole('tab', { name: '问题' }).click(SLOW);
      const csv = (await exported(page, '导出 CSV')).toString('utf8');
      const lines = (text: string) => text.slice(1).split('\r\n').sort();
      const of = { submission: 1, unit: '632200', period: '2017Q1', ledger: 'complaints', sheetNumber: 0 } as const;
      const rows = problems.map((p) => ({ ...p, ...of, letters: lettersOf(p.column) }));
      expect(lines(csv)).toEqual(lines(await tableCsv(problemTable(qinghai, rows))));
    } finally {
      await desk.close();
    }
  });
});
