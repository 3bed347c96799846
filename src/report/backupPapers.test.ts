import { describe, expect, it } from 'vitest';
import type { ZipContents } from '../workspace/workspace';
import { backupPapers, readme } from './backupPapers';
import { assessed } from './testing/assessed';
import { Book } from './testing/readBook';

const { office, submissions } = assessed();
const held = submissions.map((s) => ({ ...s, path: `原文件/2017Q3_三季度/${s.unit}/${s.file}` }));
const contents: ZipContents = {
  office: { profile: office.profile.id, name: office.profile.name, hash: 'cd'.repeat(32) },
  submissions: held.filter((s) => s.id !== 4),
  unnamed: [{ sha256: 'ab'.repeat(32), path: `原文件/归属不明/${'ab'.repeat(32)}` }],
  left: [{ submission: submissions[3] as (typeof submissions)[number], reason: '原文件缺失' }],
};
const of = { office, madeAt: '2018-01-11 00:30', sample: false };

describe('说明.txt', () => {
  const text = readme(of, contents);

  it('opens in Notepad: UTF-8 with its mark, every line ends as on Windows', () => {
    expect(text.codePointAt(0)).toBe(0xfeff);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('says whose it is, when it was made and how much it holds', () => {
    expect(text).toContain(`单位：${office.profile.office}`);
    expect(text).toContain('导出时间：2018-01-11 00:30（本机时间）');
    expect(text).toContain('报送 4 份，其中参与计算 2 份；另有 1 份原文件缺失或损坏，未能导出；归属不明的原文件 1 个');
    expect(text).toContain('导入备份（zip）');
    expect(text).not.toContain('示例数据');
  });

  it('lists the files that count, and no others', () => {
    const list = text.split('四、')[1]?.split('五、')[0] ?? '';
    expect(list).toContain('2017年第三季度  海南藏族自治州  投诉举报台账  2017Q3_632500_complaints_v2.csv');
    // Replaced, withdrawn, left out.
    for (const s of submissions.filter((s) => [2, 4, 5].includes(s.id))) expect(list).not.toContain(s.file);
  });

  it('of the sample says so first', () => {
    expect(readme({ ...of, sample: true }, contents).split('\r\n')[0]).toBe('\ufeff【示例数据（非真实）】');
  });
});

it('报送清单.xlsx has a row for every submission, those left out and those without a name too', async () => {
  const papers = await backupPapers(of, contents);
  expect(papers.map((p) => p.name)).toEqual(['说明.txt', '报送清单.xlsx']);
  const book = await Book.of(papers[1]?.content as Blob);
  expect([...book.sheets.keys()]).toEqual(['报送清单', '说明']);
  const records = book.records('报送清单', '报送期');
  expect(records).toHaveLength(6);
  const of1 = records.find((r) => r.报送单位 === '西宁市');
  expect(of1).toMatchObject({
    状态: '计入',
    读取行数: 100,
    计入行数: 98,
    搁置行数: 2,
    收到日期: new Date('2017-10-09'),
    压缩包内的位置: held[0]?.path,
  });
  expect(records.find((r) => r.报送单位 === '海东市')).toMatchObject({
    状态: '原文件不能读入，未计入',
    读取行数: null,
    压缩包内的位置: '（未能导出）',
  });
  expect(records.at(-1)).toMatchObject({ 报送单位: '（归属不明）', 状态: '未计入', 'SHA-256': 'ab'.repeat(32) });
});
