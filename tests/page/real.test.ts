import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadOffice } from '../../scripts/assess/profile';
import { assessFolder } from '../../scripts/assess/run';
import type { AssessmentDocument } from '../../src/assessment/document';
import { schemeOf } from '../../src/domain/scheme';
import { rankingCsv } from '../../src/report/csv';
import { Book } from '../../src/report/testing/readBook';
import { exported } from '../support/exported';
import { type OfficePage, openOfficePage, SAMPLE_FILES, SAMPLE_FOLDER } from '../support/office-page';
import { qinghai } from '../support/profile';
import { queueDone } from '../support/queue';

const SLOW = { timeout: 180_000 };
const scheme = schemeOf(qinghai.profile.scheme, 2017);

/** The command line's result for the same files. */
async function onTheCommandLine(onMessage: (text: string) => void): Promise<AssessmentDocument> {
  const office = await loadOffice('public/profiles/qinghai-2017');
  return assessFolder({ dir: SAMPLE_FOLDER, office, scheme, period: '2017', asOf: '2018-01-10', onMessage });
}

/** The ranking of 年度考核 as the page exports it. */
async function ranking(desk: OfficePage): Promise<string> {
  await desk.open('#/year');
  await desk.page.getByRole('button', { name: '导出排名 CSV' }).waitFor(SLOW);
  return (await exported(desk.page, '导出排名 CSV')).toString('utf8');
}

describe('a real workspace', () => {
  let desk: OfficePage;
  let expected: AssessmentDocument;
  /** What the command line says beside its result. */
  const said: string[] = [];
  let csv: string;
  beforeAll(async () => {
    expected = await onTheCommandLine((text) => said.push(text));
    csv = await rankingCsv(qinghai.groups, scheme, expected);
    desk = await openOfficePage();
    await desk.open('#/submissions');
  });
  afterAll(() => desk?.close());

  it('takes in a folder of files, after emptying the sample', async () => {
    const { page } = desk;
    // Without a day in this field a file that received.csv does not name has none, as on the command line.
    await page.getByLabel(/收到日期/).fill('');
    await page.getByTestId('files').setInputFiles(SAMPLE_FILES);
    await page.getByRole('button', { name: '清空示例并接收' }).click(SLOW);
    const files = SAMPLE_FILES.length - 1;
    const summary = await queueDone(page, files);
    expect(summary).not.toMatch(/未采用|失败/);
  });

  it('gives the same assessment as the command line', async () => {
    expect(await ranking(desk)).toBe(csv);
    const workbook = await exported(desk.page, '导出 Excel');
    const book = await Book.of(workbook);
    const ofYear = expected.indicators.filter((i) => i.period === '2017');
    // What nobody has reported has no counts there.
    const countsOf = (i: (typeof ofYear)[number]) => [i.numerator, i.unreported ? null : i.denominator];
    // 省本级 and 市州本级 stand beside the assessment's own areas.
    const areas = (sheet: string) =>
      book.records(sheet, '层级').filter((r) => !/本级$|^省级部门$/.test(String(r.名称)));
    expect(areas('指标').map((r) => [r.代码, r.分子, r.分母])).toEqual(ofYear.map((i) => [i.id, ...countsOf(i)]));
    const quarters = areas('分季指标');
    expect(quarters).toHaveLength(ofYear.length);
    const third = expected.indicators.filter((i) => i.period === '2017Q3');
    expect(quarters.map((r) => [r.三季度分子, r.三季度分母])).toEqual(third.map(countsOf));
    const fingerprint = String(book.facts('封面').get('结果指纹')).slice(0, 64);
    expect(said).toContain(`结果指纹 ${fingerprint}`);
    // Real work bears no mark of the sample.
    expect(JSON.stringify([...book.sheets])).not.toContain('示例数据');
  });

  it('refuses a broken file whole and leaves everything as it was', async () => {
    const { page } = desk;
    await desk.open('#/submissions');
    await page.getByTestId('files').setInputFiles({
      name: '2017Q4_632600_complaints.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        '编号,类型,县区,承办部门,接收日期\nX1,投诉,玛沁县,工商,2017-11-02\nX2,"投诉,玛沁县,工商,2017-11-03\n',
      ),
    });
    await page
      .getByText(/引号没有闭合/)
      .first()
      .waitFor(SLOW);
    expect(await ranking(desk)).toBe(csv);
  });

  it('is there again after a reload, without asking for the files', async () => {
    const { page } = desk;
    await page.reload();
    expect(await ranking(desk)).toBe(csv);
    expect(await page.getByText('示例数据（非真实）').count()).toBe(0);
    await desk.open('#/cases?indicator=disclosure_rate&side=missing&level=province&id=630000&period=2017');
    const province = expected.indicators.find(
      (i) => i.level === 'province' && i.period === '2017' && i.indicator === 'disclosure_rate',
    );
    const lacking = (province?.denominator ?? 0) - (province?.numerator ?? 0);
    await page.getByText(`共 ${lacking} 件`).waitFor(SLOW);
  });

  it('goes elsewhere as one zip with the same result', async () => {
    const { page } = desk;
    await desk.open('#/submissions?tab=files');
    const zip = await exported(page, '导出全部（zip）');
    const other = await openOfficePage();
    try {
      await other.open('#/submissions?tab=files');
      await other.page
        .getByTestId('zip')
        .setInputFiles({ name: 'backup.zip', mimeType: 'application/zip', buffer: zip });
      await other.page.getByRole('button', { name: '导入', exact: true }).click(SLOW);
      await other.page.getByText(/已导入 119 份报送/).waitFor(SLOW);
      expect(await ranking(other)).toBe(csv);
    } finally {
      await other.close();
    }
  });

  it('asked nobody else for anything', () => {
    expect(desk.foreign).toEqual([]);
    expect(desk.errors).toEqual([]);
  });
});
