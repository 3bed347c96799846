import { afterAll, beforeAll, expect, it } from 'vitest';
import { book, sheet } from '../corpus/books';
import { PENALTY, penalty } from '../corpus/build';
import { type OfficePage, openOfficePage } from '../support/office-page';

const SLOW = { timeout: 120_000 };

/** Everything that can be open of a file at once. */
const BOOK = book({
  sheets: [
    sheet('一季度', PENALTY, penalty(1), penalty(2)),
    sheet('补报', '单位：万元', `${PENALTY},罚没金额（元）`, 'P-3,工商,海晏县,03/02/17,1.5', 'P-4,质监,海晏县,同上,2'),
  ],
});

let desk: OfficePage;
beforeAll(async () => {
  desk = await openOfficePage();
});
afterAll(() => desk?.close());

it('all that is open of a file is asked at once, and of one that cannot be read nothing', async () => {
  const { page } = desk;
  await page.setViewportSize({ width: 1280, height: 720 });
  await desk.open('#/submissions');
  await page.getByTestId('files').setInputFiles([
    { name: '处罚案件.xlsx', mimeType: '', buffer: Buffer.from(await BOOK.arrayBuffer()) },
    { name: '通知.pdf', mimeType: '', buffer: Buffer.from('%PDF-1.4\n') },
  ]);
  await page.getByRole('button', { name: '清空示例并接收' }).click(SLOW);
  const queued = (file: string) =>
    page.getByRole('region', { name: '接收队列' }).getByRole('listitem').filter({ hasText: file });
  await queued('通知.pdf').getByText('不是可读取的格式（PDF）').waitFor(SLOW);

  const asked = queued('处罚案件.xlsx');
  const choose = async (question: RegExp, answer: string) =>
    asked.getByRole('group', { name: question }).getByRole('radio', { name: answer, exact: true }).check(SLOW);
  await choose(
    /「一季度」「补报」.*列不相同（只有「补报」有「罚没金额」）/,
    '都读（4 行，没有「罚没金额」的，按空白计）',
  );
  await choose(/「罚没金额（元）」「单位：万元」/, '万元（「1.5」为 15,000 元）');
  await choose(/「03\/02\/17」.*日和月的次序/, '先日后月（「03/02/17」为 2 月 3 日）');
  await choose(/年份只写了两位/, '是，都是 20 开头的年份（17 即 2017 年）');
  await choose(/「同上」/, '是，取上一行同一列的值');
  const take = asked.getByRole('button', { name: '接收 处罚案件.xlsx', exact: true });
  expect(await take.isDisabled()).toBe(true);
  for (const [list, option] of [
    ['报送单位', '海北藏族自治州'],
    ['报送期', '2017年第一季度'],
  ] as const) {
    await asked.getByRole('combobox', { name: list }).click(SLOW);
    await page.keyboard.type(list === '报送单位' ? '海北' : '');
    await page.getByTitle(option, { exact: true }).filter({ visible: true }).click(SLOW);
  }
  // It stands within the window, and nothing of it is cut off.
  const box = await asked.getByRole('group', { name: /处罚案件.xlsx 有待选定/ }).boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(1280);
  expect(await asked.evaluate((row) => row.scrollWidth <= row.clientWidth)).toBe(true);
  await take.click(SLOW);
  await asked.getByText('读取 4 行 = 接受 4 + 搁置 0').waitFor(SLOW);

  await asked.getByRole('link', { name: '读取说明' }).click(SLOW);
  const notes = page.getByRole('region', { name: '读取说明' });
  await notes.getByText('工作表「一季度」第 1 行起的表没有「罚没金额」列，按空白计。').waitFor(SLOW);
  for (const said of [
    '罚没金额的数字以万元为单位',
    '列不相同的工作表都读（行政处罚案件台账）',
    '「罚没金额」按「选定的万元」换算为元（×10000）',
  ])
    await notes.getByText(said).waitFor(SLOW);
  expect(desk.errors).toEqual([]);
});
