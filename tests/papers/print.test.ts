import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convert, pagesOf } from '../../scripts/papers/libreOffice';
import { sampleInputs } from '../../scripts/papers/sampleInput';
import { writeBook } from '../../src/report/book/writeBook';
import { paperOf } from '../../src/report/sheets/paper';
import { unitScoreSheet } from '../../src/report/sheets/scores';
import { Book } from '../../src/report/testing/readBook';
import { unitWorkbook } from '../../src/report/unitWorkbook';
import { assessmentSheets, assessmentWorkbook } from '../../src/report/workbook';
import type { WorkbookInput } from '../../src/report/workbookInput';

/** The sample's workbooks in LibreOffice: printed, and their formulas calculated anew. */
let folder: string;
let year: WorkbookInput;
const file = (name: string, ending: string) => join(folder, `${name}.${ending}`);
const keep = async (name: string, blob: Blob) => writeFile(file(name, 'xlsx'), Buffer.from(await blob.arrayBuffer()));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaoping-papers-'));
  [year] = (await sampleInputs([{ period: '2017', asOf: '2018-01-10' }])) as [WorkbookInput];
}, 180_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('on paper', () => {
  const pages = new Map<string, number>();
  beforeAll(async () => {
    for (const sheet of assessmentSheets(year)) await keep(sheet.name, await writeBook([sheet], paperOf(year, '测试')));
    const unit = { group: 'prefectures', id: '632500' } as const;
    const scores = unitScoreSheet(year, unit, '海南州');
    await keep(scores.name, await writeBook([scores], paperOf(year, '测试')));
    await keep('单位', await unitWorkbook(year, unit));
    const names = [...assessmentSheets(year).map((s) => s.name), scores.name, '单位'];
    await convert(
      names.map((name) => file(name, 'xlsx')),
      'pdf',
      folder,
    );
    for (const name of names) pages.set(name, await pagesOf(file(name, 'pdf')));
  }, 300_000);

  it.each([
    ['市州排名', 1],
    ['部门排名', 1],
    ['市州矩阵', 1],
    ['部门矩阵', 1],
    ['评分表', 2],
    ['市州得分', 4],
    ['部门得分', 6],
    ['考核方案', 3],
    ['口径', 2],
    ['问题汇总', 2],
    ['报送清单', 7],
  ])('%s takes no more than %i pages', (name, most) => {
    expect(pages.get(name)).toBeGreaterThan(0);
    expect(pages.get(name)).toBeLessThanOrEqual(most);
  });

  it('every page of a unit’s workbook says whose it is, of what, and which page', () => {
    const text = execFileSync('pdftotext', ['-layout', file('单位', 'pdf'), '-'], { encoding: 'utf8' });
    const sheets = text.split('\f').filter((page) => page.trim() !== '');
    expect(sheets).toHaveLength(pages.get('单位') as number);
    sheets.forEach((page, i) => {
      const squeezed = page.replace(/\s+/g, '');
      expect(squeezed).toContain(year.office.profile.office);
      expect(squeezed).toContain('示例数据（非真实）');
      expect(squeezed).toContain('数据截止日2018-01-10');
      expect(squeezed).toContain(`第${i + 1}页共${sheets.length}页`);
    });
  });
});

it('formulas calculated anew give the values that stand in the workbook', async () => {
  const workbook = await assessmentWorkbook(year);
  const files = unzipSync(new Uint8Array(await workbook.arrayBuffer()));
  let formulas = 0;
  // Without their values, so that they must be calculated.
  const bare = Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => {
      if (!name.startsWith('xl/worksheets/sheet')) return [name, bytes];
      const xml = strFromU8(bytes).replace(/<\/f><v>[^<]*<\/v>/g, () => {
        formulas++;
        return '</f>';
      });
      return [name, strToU8(xml)];
    }),
  );
  expect(formulas).toBeGreaterThan(300);
  await writeFile(file('bare', 'xlsx'), zipSync(bare));
  const into = await mkdtemp(join(folder, 'anew-'));
  await convert([file('bare', 'xlsx')], 'xlsx', into);
  const anew = await Book.of(await readFile(join(into, 'bare.xlsx')));
  const given = await Book.of(workbook);
  // LibreOffice writes 15 digits of a number: those of the columns of points need fewer.
  const columns = ['总分', '方案分值', '分摊后满分', '得分', '失分'];
  for (const [name, first] of [
    ['市州矩阵', '名次'],
    ['部门矩阵', '名次'],
    ['市州得分', '名称'],
    ['部门得分', '名称'],
  ] as const) {
    const points = (book: Book) => book.records(name, first).map((row) => columns.map((label) => row[label]));
    expect(points(anew)).toEqual(points(given));
    expect(
      points(given)
        .flat()
        .filter((cell) => typeof cell === 'number').length,
    ).toBeGreaterThanOrEqual(8);
  }
}, 300_000);
