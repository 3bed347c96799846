import { afterAll, beforeAll, expect, it } from 'vitest';
import { Book } from '../../src/report/testing/readBook';
import { exported } from '../support/exported';
import { type OfficePage, openOfficePage } from '../support/office-page';
import { queueDone } from '../support/queue';
import { tableNamed } from '../support/tables';

const SLOW = { timeout: 120_000 };

/** 300 days that are none, in two spellings, and one more that stands alone. */
const COMPLAINTS = [
  '编号,类型,县区,承办部门,接收日期,备注',
  'T-0,投诉,海晏县,工商,2017-03-05,好',
  ...Array.from({ length: 300 }, (_, i) => `T-${i + 1},投诉,海晏县,工商,${i % 3 ? '下周' : '待定'},`),
  'T-900,投诉,某县,工商,2017-03-05,张某某打来',
  '',
].join('\n');
const PENALTIES = [
  '案号,办案部门,县区,当事人,处罚决定日期',
  'P-1,工商,海晏县,李某某,王某某,2017-03-05',
  'P-2,工商,某县,赵某某,2017-03-05',
  '',
].join('\n');

let desk: OfficePage;
beforeAll(async () => {
  desk = await openOfficePage();
  await desk.page.setViewportSize({ width: 1280, height: 720 });
});
afterAll(() => desk?.close());

const list = () => desk.page.getByRole('table', { name: '问题清单' }).first();
/** The rows of a table below its head. */
const lines = (name: string) =>
  tableNamed(desk.page, name)
    .getByRole('row')
    .filter({ has: desk.page.getByRole('cell') });
const drawer = () => desk.page.getByRole('dialog', { name: /^搁置的行/ });

/** The list of all problems, opened anew. */
async function openList(): Promise<void> {
  await desk.open('#/submissions?tab=files');
  await desk.page.getByText(/接收过的文件 2 个/).waitFor(SLOW);
  await desk.open('#/submissions?tab=problems');
  await desk.page.getByText('共 5 条').waitFor(SLOW);
}
async function closeDrawer(): Promise<void> {
  await desk.page.keyboard.press('Escape');
  await drawer().waitFor({ state: 'detached', ...SLOW });
}

it('one line says what is wrong with a whole column, and opens to its rows; the address and the way back hold it', async () => {
  const { page } = desk;
  await desk.open('#/submissions');
  await page.getByTestId('files').setInputFiles([
    { name: '2017Q1_632200_complaints.csv', mimeType: 'text/csv', buffer: Buffer.from(COMPLAINTS) },
    { name: '2017Q1_632200_penalties.csv', mimeType: 'text/csv', buffer: Buffer.from(PENALTIES) },
  ]);
  await page.getByRole('button', { name: '清空示例并接收' }).click(SLOW);
  await queueDone(page, 2);
  await page.getByRole('tab', { name: '问题' }).click(SLOW);
  await list().waitFor(SLOW);
  // 备注 is not read; 300 days; 某县 of each; one row with a cell too many.
  await page.getByText('共 5 条，逐行计 304 个').waitFor(SLOW);
  await expect.poll(() => lines('问题清单').count()).toBe(5);
  await page.getByText('「接收日期」有 300 格（「下周」200 格、「待定」100 格）不是有效日期。请填写如').waitFor(SLOW);
  const opener = page.getByRole('button', { name: /第 3–302 行，共 300 行，逐行查看/ });
  await opener.press('Enter');
  await page.getByText('共 300 个').waitFor(SLOW);
  await expect.poll(() => lines('同一原因的问题，逐行').count()).toBe(50);
  const address = page.url();
  expect(address).toMatch(/cause=\d+\.not_a_date\.0\.received_on\./);
  await page.goto('about:blank');
  await page.goto(address);
  await page.getByText('共 300 个').waitFor(SLOW);
  await page.getByRole('button', { name: /返回问题清单/ }).click();
  await page.getByText('共 5 条').waitFor(SLOW);
  await page.goBack();
  await page.getByText('共 300 个').waitFor(SLOW);
  await page.goBack();
});

it('a row put aside opens to its cells by header, with the faulty one marked and persons masked', async () => {
  const { page } = desk;
  await openList();
  await page
    .getByRole('row')
    .filter({ hasText: 'complaints' })
    .getByRole('button', { name: '第 303 行，查看这一行的内容' })
    .press('Enter');
  const cells = drawer().getByRole('table');
  await cells.getByRole('row', { name: /C 县区 有问题： ?某县/ }).waitFor(SLOW);
  await cells.getByRole('row', { name: 'A 编号 T-900' }).waitFor(SLOW);
  await cells.getByRole('row', { name: /F 备注 未读取 张＊＊/ }).waitFor(SLOW);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await drawer().getByRole('button', { name: '复制整行' }).click();
  await drawer().getByText('已复制').waitFor(SLOW);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe('编号\t类型\t县区\t承办部门\t接收日期\t备注\nT-900\t投诉\t某县\t工商\t2017-03-05\t张＊＊');
  // On paper the row stands in place of the list.
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const paper = page.getByTestId('print-list').filter({ visible: true });
  await paper.getByRole('cell', { name: '某县' }).waitFor(SLOW);
  expect(await paper.count()).toBe(1);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await closeDrawer();
});

it('where the cut of a row is in doubt every word is masked; names are shown on purpose, and the history says so', async () => {
  const { page } = desk;
  await openList();
  await page
    .getByRole('row')
    .filter({ hasText: '多出内容' })
    .getByRole('button', { name: /第 2 行/ })
    .click();
  await drawer().getByText('这一行怎样分列有疑问').waitFor(SLOW);
  await drawer()
    .getByRole('row', { name: /D 当事人 李＊＊/ })
    .waitFor(SLOW);
  await drawer()
    .getByRole('row', { name: /E 处罚决定日期 王＊＊/ })
    .waitFor(SLOW);
  await drawer()
    .getByRole('row', { name: /F 没有表头 有问题： ?2017-03-05/ })
    .waitFor(SLOW);
  expect(await page.locator('body').textContent()).not.toMatch(/某某/);
  await drawer().getByRole('switch', { name: '显示当事人' }).click();
  await page.getByRole('button', { name: '显示当事人', exact: true }).last().click();
  await drawer()
    .getByRole('row', { name: /E 处罚决定日期 王某某/ })
    .waitFor(SLOW);
  await closeDrawer();
  expect(await page.locator('body').textContent()).not.toMatch(/某某/);
  await desk.open('#/submissions?tab=files');
  const told = page.getByRole('row').filter({ hasText: '显示当事人' });
  await told.waitFor(SLOW);
  await told.getByText('搁置的行：2017Q1_632200_penalties.csv 第 2 行').waitFor(SLOW);
  await desk.open('#/submissions?tab=problems');
  await page
    .getByRole('row')
    .filter({ hasText: '多出内容' })
    .getByRole('button', { name: /第 2 行/ })
    .click();
  await drawer()
    .getByRole('row', { name: /D 当事人 李＊＊/ })
    .waitFor(SLOW);
  await closeDrawer();
});

it('a workbook has the causes first and every row behind them; text for machines has every row', async () => {
  const { page } = desk;
  await openList();
  const csv = (await exported(page, '导出 CSV')).toString('utf8').trim().split('\r\n');
  expect(csv).toHaveLength(1 + 304);
  const book = await Book.of(new Blob([new Uint8Array(await exported(page, '导出 Excel'))]));
  expect([...book.sheets.keys()]).toEqual(['问题清单', '逐行清单', '说明']);
  const causes = book.records('问题清单', '报送单位').filter((r) => r.规则代码);
  expect(causes.map((r) => [r.行, r.个数, r.规则代码])).toContainEqual(['第 3–302 行', 300, 'not_a_date']);
  expect(causes).toHaveLength(5);
  expect(book.records('逐行清单', '报送单位').filter((r) => r.规则代码)).toHaveLength(304);
  expect(desk.errors).toEqual([]);
});
