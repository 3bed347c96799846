import { countText, SAMPLE_MARK } from '../domain/display';
import { type Office, unitName } from '../domain/office';
import { periodName } from '../domain/period';
import { comparePeriods, effectiveSubmissions, type Submission, submissionStatus } from '../domain/submission';
import type { Paper, ZipContents } from '../workspace/workspace';
import { type TableExport, tableBook } from './tableBook';
import { number, type ReportCell, type ReportTable, STATUS_NAMES } from './tables';

/** A submission of an export; without a path where its original is missing or altered. */
type Listed = Submission & { path?: string };

/** Of what an export is, beside what it holds. */
export interface BackupOf {
  office: Office;
  /** By the computer's clock (`clock`). */
  madeAt: string;
  sample: boolean;
}

/** The papers for people in an exported zip: 说明.txt and 报送清单.xlsx. */
export async function backupPapers(of: BackupOf, contents: ZipContents): Promise<Paper[]> {
  return [
    { name: '说明.txt', content: new Blob([readme(of, contents)], { type: 'text/plain;charset=utf-8' }) },
    { name: '报送清单.xlsx', content: await tableBook(backupList(of, contents)) },
  ];
}

/** All submissions of an export, by period, unit and ledger, then in order of intake; those left out among them. */
const listed = ({ submissions, left }: ZipContents): Listed[] =>
  [...submissions, ...left.map((l): Listed => ({ ...l.submission, unreadable: true }))].sort(
    (a, b) =>
      comparePeriods(a.period, b.period) ||
      (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0) ||
      (a.ledger < b.ledger ? -1 : a.ledger > b.ledger ? 1 : 0) ||
      a.id - b.id,
  );

/** 报送清单: one row per submission: whose, when, whether it counts, and where its original lies in the zip. */
function backupList({ office, madeAt, sample }: BackupOf, contents: ZipContents): TableExport {
  const table = backupTable(office, contents);
  return {
    office,
    sample,
    madeAt,
    line: `报送 ${countText(contents.submissions.length)} 份`,
    sheet: { name: '报送清单', title: '报送清单', line: `行数单位：行 · 导出时间 ${madeAt}`, table },
    facts: [
      ['本清单', '压缩包中的每份报送一行；原文件缺失或损坏、未能导出的也列出。'],
      ['状态', '同一单位、报送期、台账有几个版本的，只计最新的一版（“计入”“零申报”）；已撤回的、原文件损坏的不计。'],
      ['空白', '收到日期空白：不明。行数空白：原文件不能读取，行数未知。'],
    ],
  };
}

function backupTable(office: Office, contents: ZipContents): ReportTable {
  const all = listed(contents);
  const effective = effectiveSubmissions(all);
  const rowsOf = (s: Listed, n: number) => number(s.unreadable ? null : n, 'count');
  return {
    columns: [
      { label: '报送期', width: 15 },
      { label: '报送单位', width: 20 },
      { label: '台账', width: 17 },
      { label: '文件（交来时的名称）', width: 36 },
      { label: '版本', width: 6 },
      { label: '收到日期', width: 11 },
      { label: '状态', width: 18 },
      { label: '读取行数', width: 9 },
      { label: '计入行数', width: 9 },
      { label: '搁置行数', width: 9 },
      { label: '压缩包内的位置', width: 40 },
      { label: 'SHA-256', width: 34 },
    ],
    rows: [
      ...all.map((s): ReportCell[] => [
        periodName(s.period),
        unitName(office, s.unit),
        office.catalogue.ledger(s.ledger).name,
        s.file,
        number(s.version, 'count'),
        s.receivedOn ? { day: s.receivedOn } : null,
        STATUS_NAMES[submissionStatus(s, effective)],
        rowsOf(s, s.rowsRead),
        rowsOf(s, s.rowsAccepted),
        rowsOf(s, s.rowsRejected),
        s.path ?? '（未能导出）',
        s.sha256,
      ]),
      ...contents.unnamed.map(({ sha256, path }): ReportCell[] => [
        ...[null, '（归属不明）', null, null, null, null, '未计入', null, null, null],
        path,
        sha256,
      ]),
    ],
  };
}

/** 说明.txt, as Notepad opens it: UTF-8 with its mark, lines that end as on Windows. */
export function readme({ office, madeAt, sample }: BackupOf, contents: ZipContents): string {
  const { profile, catalogue } = office;
  const { submissions, unnamed, left } = contents;
  const all = listed(contents);
  const effective = effectiveSubmissions(all);
  const counting = all.filter((s) => ['current', 'zero'].includes(submissionStatus(s, effective)));
  const lines = [
    ...(sample ? [`【${SAMPLE_MARK}】`, ''] : []),
    '考评报送备份',
    '',
    `单位：${profile.office}`,
    `口径配置：${contents.office.name}（${contents.office.profile}），内容摘要 ${contents.office.hash.slice(0, 16)}`,
    `导出时间：${madeAt}（本机时间）`,
    `内容：报送 ${countText(submissions.length)} 份，其中参与计算 ${countText(counting.length)} 份${
      left.length ? `；另有 ${countText(left.length)} 份原文件缺失或损坏，未能导出` : ''
    }${unnamed.length ? `；归属不明的原文件 ${countText(unnamed.length)} 个` : ''}`,
    '',
    '一、这是什么',
    '    本压缩包是考评系统“文件与备份”页面导出的备份，含正式工作区收到的全部报送：原文件（一个字节未改）、目录和处理记录。',
    '    只能导入到同一配置（口径配置的代号相同）；摘要不同的，配置内容有过改动，数字可能不同，导入时会写明。',
    `    在另一台电脑（或另一个浏览器）导入${left.length ? '并补收缺失的原文件' : ''}后，得到相同的数字。`,
    '',
    '二、里面有什么',
    '    说明.txt        本说明。',
    '    报送清单.xlsx   每份报送的单位、报送期、台账、版本、收到日期、状态、行数、位置和 SHA-256。',
    '    原文件          收到的原文件，按报送期、报送单位分放，文件名与交来时相同；同名而内容不同的，后来的放在“同名第2份”等文件夹中；',
    '                    文件名中系统不允许的字符改为“_”，过长的截短（原名见清单）。',
    '    manifest.json   系统导入时使用的目录：每份报送的位置、SHA-256 和处理记录。请勿改动。',
    ...(left.length ? ['    未能导出的报送.txt   原文件缺失或损坏、不在本压缩包中的报送。导入后须重新接收。'] : []),
    '',
    '三、怎样重新导入',
    '    1. 打开考评页面，进入“报送”→“文件与备份”。',
    '    2. 点“导入备份（zip）”，选择本压缩包（不必解压）。只能导入到空的工作区或示例；已有报送的，先导出再清空。',
    '    3. 系统逐个核对 SHA-256 并重新读数行数，有一处不符就不导入。',
    '    解压后请勿改动 原文件 和 manifest.json；需要重新打包的，保持各文件的位置和名称不变。说明和清单仅供查阅，导入时不读取。',
    '',
    '四、哪些文件参与计算',
    '    同一单位、报送期、台账有几个版本的，只计最新的一版；已撤回的、原文件损坏的不计。以下文件参与计算，其余留存备查（见清单的“状态”）：',
    ...counting.map(
      (s) =>
        `    ${periodName(s.period)}  ${unitName(office, s.unit)}  ${catalogue.ledger(s.ledger).name}  ${s.file}${s.rowsRead === 0 ? '（零申报）' : ''}`,
    ),
    ...(counting.length ? [] : ['    （没有）']),
    '',
    '五、请注意',
    '    原文件是收到的原样，含有当事人等个人信息，请妥善保管，不要外传。',
    '',
  ];
  return `\ufeff${lines.join('\r\n')}`;
}
