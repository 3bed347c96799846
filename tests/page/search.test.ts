import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OfficePage, openOfficePage, SAMPLE_FOLDER } from '../support/office-page';

const SLOW = { timeout: 120_000 };

let desk: OfficePage;
beforeAll(async () => {
  desk = await openOfficePage();
  await desk.open('#/year');
  await desk.page.getByRole('table').first().waitFor(SLOW);
});
afterAll(() => desk?.close());

const drawer = () => desk.page.getByRole('dialog');
const list = () => desk.page.getByRole('region', { name: '案件清单' });
/** The row of a case by its place in the list; the head is the first. */
const rowAt = (place: number) => list().locator(`[aria-rowindex="${place + 1}"]`);

/** Each begins with no dialog before the page, whatever the one before it came to. */
beforeEach(async () => {
  if (await drawer().count()) await desk.page.reload();
});

/** Ctrl K, and the text. */
async function type(text: string): Promise<void> {
  const { page } = desk;
  await page.getByRole('table').first().waitFor(SLOW);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /搜索地区/ }).fill(text);
}

/** Ctrl K, the text, and what it offers once names can be spelled. */
async function search(text: string): Promise<string[]> {
  const { page } = desk;
  await type(text);
  await page.getByRole('listbox', { name: '搜索结果' }).and(page.locator('[aria-busy="false"]')).waitFor(SLOW);
  await page.getByRole('option').first().waitFor(SLOW);
  return page.getByRole('option').allTextContents();
}

/** The first row of a file of the sample. */
async function firstRow(file: string): Promise<Record<string, string>> {
  const text = await readFile(join(SAMPLE_FOLDER, file), 'utf8');
  const { data } = Papa.parse<Record<string, string>>(text.replace('\uFEFF', ''), { header: true });
  return data[0] as Record<string, string>;
}

describe('Ctrl K', () => {
  it.each([
    ['a penalty', '2017Q1_630100_penalties.csv', '案件编号', '行政处罚案件台账'],
    ['a complaint', '2017Q1_632500_complaints.csv', '编号', '投诉举报台账'],
  ])(
    'opens the very case by the number of %s, pasted with blanks and in full width too',
    async (_, file, head, ledger) => {
      const { page } = desk;
      const number = (await firstRow(file))[head] as string;
      expect(number).toMatch(/\d/);
      const wide = number.replace(/\d/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
      for (const typed of [number, ` ${wide} `]) {
        await desk.open('#/year');
        await page.getByRole('table').first().waitFor(SLOW);
        await search(typed);
        await page.getByRole('option', { name: /查找：/ }).click();
        await drawer().getByText(number, { exact: true }).first().waitFor(SLOW);
        await drawer().getByText(file).waitFor(SLOW);
        await drawer()
          .getByText(/^第 2 行/)
          .waitFor(SLOW);
        await page.getByRole('heading', { level: 1, name: /^查找：/ }).waitFor(SLOW);
        expect(await page.getByText(ledger).count()).toBeGreaterThan(0);
        // Nothing of it in address and title.
        expect(decodeURIComponent(page.url())).not.toContain(number);
        expect(await page.title()).not.toContain(number);
        expect(page.url()).toMatch(/#\/cases$/);
        await page.keyboard.press('Escape');
      }
    },
  );

  it('lists several by ledger with their numbers, and opens none', async () => {
    const { page } = desk;
    await desk.open('#/year');
    await page.getByRole('table').first().waitFor(SLOW);
    await desk.open('#/cases?indicator=closure_on_time&side=missing');
    await rowAt(1).waitFor(SLOW);
    await search('海东市');
    await page.getByRole('option', { name: /查找：/ }).click();
    await page.getByRole('heading', { level: 1, name: '查找：海东市' }).waitFor(SLOW);
    await page
      .getByRole('radiogroup', { name: '台账' })
      .getByText(/投诉举报台账 \d/)
      .waitFor(SLOW);
    const [complaints, penalties] = await Promise.all(
      ['投诉举报台账', '行政处罚案件台账'].map(async (name) => {
        const label = page.getByRole('radiogroup', { name: '台账' }).getByText(new RegExp(`^${name} [\\d,]+$`));
        await label.waitFor(SLOW);
        return Number((await label.textContent())?.replace(/\D/g, ''));
      }),
    );
    expect(complaints).toBeGreaterThan(0);
    expect(penalties).toBeGreaterThan(0);
    await rowAt(1).waitFor(SLOW);
    expect(await drawer().count()).toBe(0);
    await page
      .getByRole('radiogroup', { name: '台账' })
      .getByText(/行政处罚案件台账/)
      .click();
    await page.getByText(`找到 ${penalties?.toLocaleString('en-US')} 件`).waitFor(SLOW);
    expect(page.url()).toContain('ledger=penalties');
    // What is opened next is not narrowed by it.
    await search('超期未办结');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /^全省 各期 超期未办结：[^，]*件，截止日/ }).waitFor(SLOW);
  });

  it('two words open a list of a place: 海东 超期', async () => {
    const { page } = desk;
    await desk.open('#/year');
    await page.getByRole('table').first().waitFor(SLOW);
    for (const text of ['海东 超期', 'hd chaoqi']) {
      const [first] = await search(text);
      expect(first, text).toBe('清单海东市 · 超期未办结');
      await page.keyboard.press('Enter');
      await page.waitForURL(/indicator=open_overdue&side=numerator&all=1&level=prefecture&id=630200/, SLOW);
      await page.getByRole('heading', { level: 1, name: /^海东市 各期 超期未办结/ }).waitFor(SLOW);
    }
  });

  it('waits with Enter until names can be spelled', async () => {
    const { page } = desk;
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    // In a page that has not fetched what spells yet.
    await page.route('**/spell-*.js', async (route) => {
      await held;
      await route.continue();
    });
    await desk.open('#/year');
    await page.reload();
    await type('hainan');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('载入后即打开第一项').waitFor(SLOW);
    expect(new URL(page.url()).hash).toBe('#/year');
    letGo();
    await page.waitForURL(/#\/prefectures\?id=632500/, SLOW);
    await page.unroute('**/spell-*.js');
  });

  it('hn finds 海南, 黄南, 河南', async () => {
    const { page } = desk;
    const offered = (await search('hn')).join('\n');
    for (const name of ['海南藏族自治州', '黄南藏族自治州', '河南蒙古族自治县']) expect(offered).toContain(name);
    await page.keyboard.press('Escape');
  });
});

describe('the drawer', () => {
  it('steps through the list by ↑↓ and j k, across the border of a page that was not read yet, and the row follows', async () => {
    const { page } = desk;
    await desk.open('#/cases?ledger=complaints');
    await rowAt(1).waitFor(SLOW);
    const total = Number(await list().getByRole('table').getAttribute('aria-rowcount')) - 1;
    expect(total).toBeGreaterThan(210);
    const all = total.toLocaleString('en-US');
    // 200 rows are read at once: the 198th is the last but two of its page.
    await list().evaluate((scroller) => scroller.scrollTo({ top: 197 * 32 - 100 }));
    await rowAt(198).click();
    await drawer().getByText(`第 198 件，共 ${all} 件`).waitFor(SLOW);
    /** The number of the case that row and drawer show alike. */
    const numberAt = async (place: number) => {
      const row = rowAt(place).and(page.locator('[aria-current="true"]'));
      const number = await row.getByRole('rowheader').textContent(SLOW);
      await page.getByRole('dialog', { name: number ?? '', exact: true }).waitFor(SLOW);
      return number;
    };
    const seen = [await numberAt(198)];
    for (const [key, at] of [
      ['ArrowDown', 199],
      ['j', 200],
      ['ArrowDown', 201],
      ['ArrowDown', 202],
      ['k', 201],
      ['ArrowUp', 200],
    ] as const) {
      await page.keyboard.press(key);
      await drawer().getByText(`第 ${at} 件，共 ${all} 件`).waitFor(SLOW);
      seen.push(await numberAt(at));
    }
    expect(new Set(seen).size).toBe(5);
    // In sight: below the head of the list, above its end.
    for (let i = 0; i < 30; i++) await page.keyboard.press('ArrowDown');
    const row = rowAt(230).and(page.locator('[aria-current="true"]'));
    await row.waitFor(SLOW);
    await drawer().getByText(`第 230 件，共 ${all} 件`).waitFor(SLOW);
    const place = await row.boundingBox();
    const box = await list().boundingBox();
    expect(place?.y).toBeGreaterThanOrEqual((box?.y ?? 0) + 32);
    expect((place?.y ?? 0) + 32).toBeLessThanOrEqual((box?.y ?? 0) + (box?.height ?? 0));
    await page.keyboard.press('Escape');
  });

  it('stands still at both ends', async () => {
    const { page } = desk;
    await desk.open('#/cases?indicator=open_overdue&side=numerator&level=prefecture&id=630200&all=1');
    await page.getByRole('heading', { level: 1, name: /超期未办结.* \d+ 件/ }).waitFor(SLOW);
    await rowAt(1).click();
    await drawer()
      .getByText(/^第 1 件，/)
      .waitFor(SLOW);
    await page.keyboard.press('ArrowUp');
    await drawer()
      .getByText(/^第 1 件，/)
      .waitFor(SLOW);
    expect(await drawer().getByRole('button', { name: '上一件' }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
  });
});

it('a link to one case of a list opens it', async () => {
  const { page } = desk;
  await desk.open('#/prefectures?id=630200');
  const link = page.getByRole('link', { name: /^案件 / }).first();
  await link.waitFor(SLOW);
  const number = (await link.textContent()) ?? '';
  await link.click();
  await drawer().getByText(number, { exact: true }).first().waitFor(SLOW);
  await page.keyboard.press('Escape');
});

describe('a list of one class', () => {
  it('is a part of all cases, says so, and shows the class beside the text', async () => {
    const { page } = desk;
    // What was searched for goes with the screen.
    await desk.open('#/year');
    await page.getByRole('table').first().waitFor(SLOW);
    await desk.open('#/cases?ledger=complaints&columns=product,product.class');
    await page.getByRole('heading', { level: 2, name: /^共 [\d,]+ 件$/ }).waitFor(SLOW);
    const whole =
      /[\d,]+/.exec((await page.getByRole('heading', { level: 2, name: /^共/ }).textContent()) ?? '')?.[0] ?? '';
    await page.getByRole('combobox', { name: '按归类筛选' }).click();
    await page.getByTitle('商品类别：手机').click();
    await page.getByRole('heading', { level: 2, name: `件，是全部 ${whole} 件的一部分` }).waitFor(SLOW);
    await page
      .getByRole('heading', { level: 1, name: new RegExp(`${whole} 件，其中商品类别按清单归为“手机”的 [\\d,]+ 件`) })
      .waitFor(SLOW);
    expect(page.url()).toContain('class=product.phone');
    await rowAt(1).waitFor(SLOW);
    const classes = await list().locator('tbody td:nth-child(3)').allTextContents();
    expect(new Set(classes.filter(Boolean))).toEqual(new Set(['手机']));
    await rowAt(1).getByRole('button').click();
    await expect.poll(() => drawer().getByTestId('class-product').textContent(), SLOW).toBe('按清单归类：手机');
    await drawer().getByText('青政办〔2017〕150号 二（一）').first().waitFor(SLOW);
    await page.keyboard.press('Escape');
  });
});

it('raised no error', () => {
  expect(desk.errors).toEqual([]);
  expect(desk.foreign).toEqual([]);
});
