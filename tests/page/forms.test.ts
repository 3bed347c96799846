import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import papa from 'papaparse';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { partsOf } from '../../src/intake/testing/workbooks';
import { downloaded, exported } from '../support/exported';
import { type OfficePage, openOfficePage } from '../support/office-page';

const SLOW = { timeout: 120_000 };

const row = (n: number, cells: readonly (string | number)[]): string =>
  `<row r="${n}">${cells
    .map((c) => (typeof c === 'number' ? `<c><v>${c}</v></c>` : `<c t="inlineStr"><is><t>${c}</t></is></c>`))
    .join('')}</row>`;

const book = () =>
  zipSync(
    Object.fromEntries(
      Object.entries(
        partsOf({
          sheets: [
            {
              name: '投诉',
              rows: [
                ['2017年第三季度投诉举报台账'],
                ['编号', '类型', '县区', '承办部门', '接收日期', '受理决定日期', '受理结果'],
                ['T-1', '投诉', '共和县', '工商', 42930, '2017-07-20', '受理'],
                ['T-2', '投诉', '贵德县', '工商', '2017-07-15', '2017-13-20', '受理'],
              ]
                .map((cells, i) => row(i + 1, cells))
                .join(''),
            },
            {
              name: '处罚',
              rows:
                row(1, ['案件编号', '办案部门', '县区', '处罚决定日期']) +
                row(2, ['A-1', '工商', '共和县', '2017-08-09']),
            },
          ],
        }),
      ).map(([name, text]) => [name, strToU8(text)]),
    ),
  );

const csv = (...rows: string[]) => strToU8(['编号,类型,县区,承办部门,接收日期', ...rows, ''].join('\n'));

/** A zip as Windows packs it: the folder's name in GBK, without a word of it. */
function zipped(): Uint8Array {
  const placeholder = strToU8('QQQQQQ');
  const bytes = zipSync({
    'QQQQQQ/2017Q2_632500_complaints.csv': csv('Z-1,投诉,共和县,工商,2017-05-06'),
    'QQQQQQ/~$x.xlsx': strToU8('x'),
    'QQQQQQ/x.rar': strToU8('Rar!\x1a\x07\x00'),
  });
  const name = Uint8Array.from(Buffer.from('baa3c4cfd6dd', 'hex'));
  for (let at = 0; at + 6 <= bytes.length; at++)
    if (placeholder.every((b, i) => bytes[at + i] === b)) bytes.set(name, at);
  return bytes;
}

/** Many batches of rows, read by the worker that asked about a file before. */
const MANY = 40_000;
const many = () => csv(...Array.from({ length: MANY }, (_, i) => `L-${i},投诉,共和县,工商,2017-11-05`));

const FILES = {
  '2017Q3_海南州.xlsx': book(),
  '二季度.zip': zipped(),
  '2017Q1_632500.csv': csv('D-1,投诉,共和县,工商,03/04/2017', 'D-2,投诉,贵德县,工商,2017-03-05'),
};

const LARGE = '2017Q4_632500_complaints.csv';

let dir: string;
let desk: OfficePage;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kaoping-forms-'));
  for (const [name, bytes] of Object.entries(FILES)) await writeFile(join(dir, name), bytes);
  await writeFile(join(dir, LARGE), many());
  desk = await openOfficePage();
});
afterAll(async () => {
  await desk?.close();
  await rm(dir, { recursive: true });
});

it('a workbook, a zip and days with two meanings come in as they are meant, and say how they were read', async () => {
  const { page } = desk;
  await desk.open('#/submissions');
  await page.getByTestId('files').setInputFiles(Object.keys(FILES).map((name) => join(dir, name)));
  await page.getByRole('button', { name: '清空示例并接收' }).click(SLOW);
  const queued = (file: string) =>
    page.getByRole('region', { name: '接收队列' }).getByRole('listitem').filter({ hasText: file });

  const closeDrawer = async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden', ...SLOW });
  };

  // One workbook, two ledgers.
  const workbook = queued('2017Q3_海南州.xlsx');
  await workbook.getByText('已接收').waitFor(SLOW);
  const ofLedger = (name: string) => workbook.getByTestId('taken-in').filter({ hasText: name });
  await ofLedger('投诉举报台账').getByText('读取 2 行 = 接受 1 + 搁置 1').waitFor(SLOW);
  await ofLedger('投诉举报台账').getByRole('link', { name: '问题 1 个（逐行计）' }).waitFor(SLOW);
  await ofLedger('行政处罚案件台账').getByText('读取 1 行 = 接受 1 + 搁置 0；没有问题').waitFor(SLOW);

  // The members of the zip, by their names.
  await queued('二季度.zip/海南州/2017Q2_632500_complaints.csv').getByText('已接收').waitFor(SLOW);
  await queued('二季度.zip/海南州/x.rar').getByText('RAR 压缩包').waitFor(SLOW);
  await page.getByText('略过 1 个办公软件的临时文件（如 二季度.zip/海南州/~$x.xlsx）').waitFor(SLOW);

  // Asked, answered by keyboard, read again.
  const asked = queued('2017Q1_632500.csv');
  const group = asked.getByRole('group', { name: /「03\/04\/2017」.*两种读法/ });
  await group.waitFor(SLOW);
  const take = asked.getByRole('button', { name: '接收 2017Q1_632500.csv', exact: true });
  expect(await take.isDisabled()).toBe(true);
  await group.getByRole('radio', { name: /先月后日（「03\/04\/2017」为 3 月 4 日）/ }).focus();
  await page.keyboard.press('Space');
  await take.press('Enter', SLOW);
  await asked.getByText('读取 2 行 = 接受 2 + 搁置 0').waitFor(SLOW);

  await page.getByTestId('files').setInputFiles(join(dir, LARGE));
  await queued(LARGE).getByText('读取 40,000 行 = 接受 40,000 + 搁置 0').waitFor(SLOW);

  await asked.getByRole('link', { name: '读取说明' }).click(SLOW);
  const notes = page.getByRole('region', { name: '读取说明' });
  await notes.getByText('1 个日期按所选的年月日次序').waitFor(SLOW);
  await notes.getByText('文本（UTF-8）').waitFor(SLOW);
  await notes.getByText('日期先月后日').waitFor(SLOW);
  await closeDrawer();
  await workbook.getByRole('link', { name: '读取说明' }).first().click(SLOW);
  await notes.getByText('1 个日期由 Excel 序列号读出（列「接收日期」）').waitFor(SLOW);
  await notes.getByText('工作表「投诉」').first().waitFor(SLOW);
  await notes.getByText(/第 1 行是标题，未计入/).waitFor(SLOW);
  await closeDrawer();
  await workbook.getByRole('link', { name: '读取说明' }).last().click(SLOW);
  await notes.getByText('按模板读取，没有需要说明的地方').waitFor(SLOW);
  await closeDrawer();

  // The list names sheet, row and column as the spreadsheet does.
  await page.getByRole('tab', { name: '问题' }).click(SLOW);
  const text = (await exported(page, '导出 CSV')).toString('utf8');
  const { data } = papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true });
  expect(data).toEqual([
    expect.objectContaining({
      文件: '2017Q3_海南州.xlsx',
      工作表: '投诉',
      行号: '4',
      列号: 'F',
      列: '受理决定日期',
      级别: '错误',
    }),
  ]);
  expect(desk.errors).toEqual([]);
});

it('the template of a ledger comes back as a zero return', async () => {
  const { page } = desk;
  await desk.open('#/submissions');
  await page.getByRole('button', { name: '下载模板' }).click(SLOW);
  const template = await downloaded(page, () => page.getByRole('menuitem', { name: '行政处罚案件台账' }).click());
  expect(template.suggestedFilename()).toBe('行政处罚案件台账模板.xlsx');
  const zero = join(dir, '2017年第四季度_海北州.xlsx');
  await template.saveAs(zero);
  await page.getByTestId('files').setInputFiles(zero);
  const queued = page.getByRole('listitem').filter({ hasText: '2017年第四季度_海北州.xlsx' });
  await queued.getByText('行政处罚案件台账').waitFor(SLOW);
  await queued.getByText('零申报').waitFor(SLOW);
  expect(desk.errors).toEqual([]);
});
