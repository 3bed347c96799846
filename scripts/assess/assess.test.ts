import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssessmentDocument } from '../../src/assessment/document';
import { schemeOf } from '../../src/domain/scheme';
import { qinghai } from '../../tests/support/profile';
import { assessFolder } from './run';

const MAIN = fileURLToPath(new URL('../assess.mjs', import.meta.url));
const HEADER = '编号,类型,县区,承办部门,接收日期,受理日期';
const csv = (...rows: string[]) => [HEADER, ...rows].map((l) => `${l}\n`).join('');
const row = (id: number, accepted = '2017-03-06') => `T-${id},投诉,海晏县,工商,2017-03-05,${accepted}`;

const FILES: Record<string, string> = {
  '2017Q1_632200_complaints.csv': csv(row(1), row(2, ''), row(3)),
  '2017Q1_632200_complaints_更正.csv': csv(row(1), row(2), row(3, ''), 'T-4,投诉,某县,工商,2017-03-05,'),
  '二季度/2017Q2_632200_complaints.csv': csv(row(3)),
  '二季度/2017Q2_aic_penalties.csv': '案号,办案部门,县区,处罚决定日期,备注\nP-1,工商,海晏县,2017-05-05,x\n',
  '.hidden.csv': 'nothing',
  '.git/2017Q1_632500_complaints.csv': csv(row(9)),
};
const RECEIVED =
  'file,received_on\n2017Q1_632200_complaints.csv,2017-04-05\n2017Q1_632200_complaints_更正.csv,2017-04-09\n';

const folders: string[] = [];
async function folderOf(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kaoping-assess-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}
afterAll(() => Promise.all(folders.map((f) => rm(f, { recursive: true, force: true }))));

const run = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...args], { maxBuffer: 1 << 27 }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
const assessed = (dir: string) =>
  assessFolder({
    dir,
    office: qinghai,
    scheme: schemeOf(qinghai.profile.scheme, 2017),
    period: '2017',
    asOf: '2018-01-10',
  });

/** 报送及时率 of a prefecture over the year. */
const onTime = (document: AssessmentDocument, id: string) =>
  document.indicators.find((i) => i.id === id && i.indicator === 'submission_on_time' && i.period === '2017');

describe('a folder that can be read whole', () => {
  let dir: string;
  let result: Awaited<ReturnType<typeof run>>;
  let document: AssessmentDocument;
  beforeAll(async () => {
    dir = await folderOf({ ...FILES, 'received.csv': RECEIVED });
    result = await run(dir, '--year', '2017', '--json', '--out', join(dir, '.out'));
    document = JSON.parse(result.out);
  });

  it('ends with 0, with nothing but the document on standard output', () => {
    expect(result.code).toBe(0);
    expect(Object.keys(document)).toEqual([
      'profile',
      'scheme',
      'period',
      'asOf',
      'submissions',
      'problems',
      'notes',
      'indicators',
      'scores',
      'ranking',
    ]);
    expect(document).toMatchObject({ profile: 'qinghai-2017', period: '2017', asOf: '2018-01-10' });
    expect(result.err).toContain('4/4');
  });

  it('reads every file but the hidden ones and the list of days', () => {
    expect(document.submissions.map((s) => [s.file, s.status, s.rowsRead, s.rowsAccepted, s.rowsRejected])).toEqual([
      ['2017Q1_632200_complaints.csv', 'superseded', 3, 3, 0],
      ['2017Q1_632200_complaints_更正.csv', 'current', 4, 3, 1],
      ['二季度/2017Q2_632200_complaints.csv', 'current', 1, 1, 0],
      ['二季度/2017Q2_aic_penalties.csv', 'current', 1, 1, 0],
    ]);
    expect(document.problems.map((p) => [p.file, p.row, p.code])).toEqual([
      ['2017Q1_632200_complaints.csv', null, 'later_version'],
      ['2017Q1_632200_complaints_更正.csv', 5, 'unknown_county'],
      // A case of the first quarter, reported with the second.
      ['二季度/2017Q2_632200_complaints.csv', null, 'before_period'],
      ['二季度/2017Q2_aic_penalties.csv', null, 'ignored_column'],
    ]);
  });

  it('counts the version and the period that are latest', () => {
    const figure = document.indicators.find(
      (i) => i.id === '632200' && i.indicator === 'acceptance_on_time' && i.period === '2017',
    );
    // T-1, T-2 of the correction, T-3 of the second quarter.
    expect(figure).toMatchObject({ level: 'prefecture', numerator: 3, denominator: 3, value: 1 });
    expect(onTime(document, '632200')?.numerator).toBe(1);
  });

  it('writes the same document and a ranking', async () => {
    expect((await readdir(join(dir, '.out'))).sort()).toEqual(['assessment.json', 'ranking.csv']);
    expect(await readFile(join(dir, '.out', 'assessment.json'), 'utf8')).toBe(result.out);
    const ranking = await readFile(join(dir, '.out', 'ranking.csv'), 'utf8');
    expect(ranking.startsWith('\ufeff')).toBe(true);
    expect(ranking).toContain('海北藏族自治州');
  });

  it('comes to the same through the page’s functions, run after run', async () => {
    expect(JSON.parse(JSON.stringify(await assessed(dir)))).toEqual(document);
  });
});

describe('a folder with files that cannot be read', () => {
  it('ends with 3, names them, and counts the others', async () => {
    const dir = await folderOf({ ...FILES, 'leer.csv': '', 'kaputt_2017Q1_632200_complaints.csv': `${HEADER}\n"T-1` });
    const { code, out, err } = await run(dir, '--year', '2017', '--period', '2017Q1');
    expect(code).toBe(3);
    expect(out).toContain('市州排名');
    expect(out).toContain('海北藏族自治州');
    expect(out).toMatch(/文件 6 个（未采用 2 个）；问题 6 个（逐行计）：错误 3，提示 3/);
    expect(out).toContain('  ✕ C列 第 5 行：「县区」的值「某县」不是已知的地区');
    expect(err).toMatch(/未采用 leer\.csv：/);
    expect(err).toMatch(/未采用 kaputt_2017Q1_632200_complaints\.csv：.*引号没有闭合/);
  });

  it('writes no control character of a file or of its name to the terminal', async () => {
    const dir = await folderOf({
      '2017Q1_632200_complaints.csv': csv('T-1,投诉,海晏县\u001b[2J\u202e,工商,2017-03-05,'),
      'leer\u001b[31m\u009b.csv': '',
    });
    const { out, err } = await run(dir, '--year', '2017');
    expect(out).toContain('「县区」的值「海晏县\ufffd[2J\ufffd」');
    expect(err).toContain('未采用 leer\ufffd[31m\ufffd.csv：');
    expect(out + err).not.toMatch(/[^\P{C}\n]/u);
  });

  it('keeps quiet about days that nobody wrote down', async () => {
    const document = await assessed(await folderOf(FILES));
    expect(onTime(document, '632200')).toMatchObject({ denominator: 0, value: null });
  });

  it('gives an assessment of no files at all', async () => {
    const document = await assessed(await folderOf({ 'received.csv': '' }));
    expect(document.submissions).toEqual([]);
    expect(document.ranking.every((r) => r.score === null)).toBe(true);
  });
});

describe('a cut-off beyond the published calendar', () => {
  it('names the cases that cannot be dated, beside what can', async () => {
    const dir = await folderOf({
      '2026Q4_632200_complaints.csv': csv(
        'T-1,投诉,海晏县,工商,2026-10-08,2026-10-12', // closure due on 2026-12-11
        'T-2,投诉,海晏县,工商,2026-12-21,2026-12-22',
        'T-3,投诉,海晏县,工商,2026-12-30,',
      ),
      'received.csv': 'file,received_on\n2026Q4_632200_complaints.csv,2027-01-08\n',
    });
    const [text, json] = [await run(dir, '--year', '2026'), await run(dir, '--year', '2026', '--json')];
    expect(text.err).toMatch(/截止日 2027-01-10：该年度节假日安排未公布（现有 2004–2026 年）.*件数另列/);
    expect(text.out).toContain('受理及时率：1 件期限落在未公布节假日的年度，未计');
    expect(text.out).toContain('按期办结率：2 件期限落在未公布节假日的年度，未计');
    expect(text.out).toMatch(/报送及时率：\d+ 份期限落在未公布节假日的年度，未计/);
    const { indicators } = JSON.parse(json.out) as AssessmentDocument;
    const of = (period: string, id = '632200') =>
      indicators.find((i) => i.id === id && i.indicator === 'closure_on_time' && i.period === period);
    expect(of('2026')).toMatchObject({ numerator: 0, denominator: 1, undated: 2 });
    expect(of('2026Q4')).toMatchObject({ denominator: 1, undated: 2 });
    expect(of('2026Q3')).toMatchObject({ denominator: 0, undated: 0 });
    expect(of('2026', '630100')).toMatchObject({ undated: 0 });
  });
});

describe('wrong usage', () => {
  it('ends with 2 and says how it goes', async () => {
    const { code, out, err } = await run('--yaer', '2017');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('--yaer');
    expect(err).toContain('用法：npm run --silent assess');
  });

  it('ends with 2 where the folder or the profile is not there', async () => {
    const missing = join(tmpdir(), 'kaoping-not-there');
    const [folder, profile] = await Promise.all([
      run(missing, '--year', '2017'),
      run(tmpdir(), '--year', '2017', '--profile', missing),
    ]);
    expect([folder.code, folder.out]).toEqual([2, '']);
    expect(folder.err).toContain(missing);
    expect([profile.code, profile.out]).toEqual([2, '']);
    expect(profile.err).toContain(missing);
  });
});

it('cases that several units report are counted and said', async () => {
  const dir = await folderOf({
    '2017Q1_632200_complaints.csv': csv(row(1), row(2)),
    '2017Q1_aic_complaints.csv': csv(row(2), row(8)),
  });
  const said: string[] = [];
  const request = {
    dir,
    office: qinghai,
    scheme: schemeOf(qinghai.profile.scheme, 2017),
    period: '2017',
    asOf: '2018-01-10',
  };
  const document = await assessFolder({ ...request, onMessage: (text) => said.push(text) });
  expect(said.join()).toContain('1 个案件编号由两个以上单位报送');
  const province = document.indicators.find(
    (i) => i.level === 'province' && i.indicator === 'acceptance_on_time' && i.period === '2017',
  );
  expect(province?.denominator).toBe(4);
});
