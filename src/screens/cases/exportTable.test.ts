import papa from 'papaparse';
import { expect, it } from 'vitest';
import { catalogue } from '../../../tests/support/catalogue';
import { qinghai } from '../../../tests/support/profile';
import type { EvidenceRow, FigureQuestion } from '../../domain/evidence';
import { caseFacts } from '../../report/caseFacts';
import { tableCsv } from '../../report/csv';
import { tableBook } from '../../report/tableBook';
import { Book } from '../../report/testing/readBook';
import { allColumns, shownColumns } from './columns';
import { caseTable, exportedColumns } from './exportTable';
import { headline, sideLabel, sideWords } from './question';

const asOf = '2017-10-10';
const question: FigureQuestion = {
  indicator: 'disclosure_on_time',
  side: 'missing',
  level: 'province',
  id: '630000',
  period: '2017Q3',
  asOf,
};
const rows: EvidenceRow[] = [
  {
    case_id: '0012017',
    department: 'aic',
    county: '632521',
    product: '香烟、白酒',
    party: '张＊＊',
    decided_on: '2017-08-01',
    disclosure_due: '2017-08-29',
    fine_yuan: 1234.5,
    disclosed_on: '2017-10-20',
    disclosure_url: 'http://x',
    file: '=a.csv',
    row: 7,
  },
];
const shown = shownColumns(qinghai, question, undefined);
const all = allColumns(qinghai, 'penalties');
const rest = all.filter((c) => !shown.includes(c) && !shown.some((s) => s.key === c.key));

it('a workbook of cases: days are days, codes text, amounts in 元, blanks blank, what came later told', async () => {
  const title = headline(qinghai, question, 1);
  const about = {
    headline: title,
    side: `${sideLabel(catalogue, question.indicator, question.side)}：${sideWords(catalogue, question.indicator, question.side)}`,
    total: 1,
    whole: null,
  };
  const book = await Book.of(
    await tableBook({
      office: qinghai,
      sample: true,
      madeAt: '2018-01-12 09:30',
      line: '2017年第三季度 数据截止日 2017-10-10',
      sheet: { name: '案件', title, table: caseTable(qinghai, asOf, rows, shown, rest), printed: shown.length + 1 },
      facts: caseFacts(qinghai, question, about),
    }),
  );
  const [row] = book.records('案件', '案件编号');
  expect(row).toMatchObject({
    案件编号: '0012017',
    办案部门: '工商',
    '重点领域（按清单归类）': '未填',
    商品类别: '香烟、白酒',
    '商品类别（按清单归类）': '烟草',
    县区: '共和县',
    处罚决定日期: new Date('2017-08-01'),
    公示期限: new Date('2017-08-29'),
    公示日期: new Date('2017-10-20'),
    立案日期: null,
    '罚没金额（元）': 1234.5,
    '货值金额（元）': null,
    '截止日后（未计入）': '公示日期、公示网址',
    来源文件: '=a.csv',
    行号: 7,
  });
  // Every column of the ledger, and that one.
  expect(Object.keys(row ?? {})).toHaveLength(all.length + 1);
  const facts = book.facts('说明');
  expect(facts.get('清单')).toBe(title);
  expect(facts.get('件数')).toContain('1 件');
  expect(facts.get('报送期')).toBe('2017年第三季度');
  expect(facts.get('数据截止日')).toContain(asOf);
  expect(facts.get('本清单列出')).toContain('未达到：');
  for (const fact of ['分母', '分子', '计入的时期', '依据', '可信程度', '空白'])
    expect(facts.get(fact), fact).toBeTruthy();
  expect(facts.get('期限')).toMatch(/^公示（至 2021-08-31）：处罚决定日起 20个工作日/);
  expect(facts.get('商品类别（按清单归类）')).toMatch(
    /不是原文件的内容，不影响任何数字.*青政办〔2017〕150号.*可信程度/,
  );
  expect(facts.get('制表单位')).toBe(qinghai.profile.office);
  expect(facts.get('示例')).toContain('示例数据（非真实）');
  expect(facts.get('软件版本')).toMatch(/考评 \d/);
});

it('names sheets where any of the cases comes from one', () => {
  const labels = (of: typeof rows) => exportedColumns(qinghai, 'penalties', of).map((c) => c.label);
  expect(labels(rows)).not.toContain('工作表');
  expect(labels([...rows, { ...rows[0], sheet: '处罚' }]).slice(-3)).toEqual(['来源文件', '工作表', '行号']);
});

it('prints the columns of the screen alone', async () => {
  const { unzipSync, strFromU8 } = await import('fflate');
  const book = await tableBook({
    office: qinghai,
    sample: false,
    madeAt: '',
    line: '',
    sheet: { name: '案件', title: 't', table: caseTable(qinghai, asOf, rows, shown, rest), printed: 3, notes: ['n'] },
    facts: [],
  });
  const files = unzipSync(new Uint8Array(await book.arrayBuffer()));
  const workbook = strFromU8(files['xl/workbook.xml'] as Uint8Array);
  expect(workbook).toContain(`<definedName name="_xlnm.Print_Area" localSheetId="0">'案件'!$A$1:$C$5</definedName>`);
  expect(workbook).not.toContain('Print_Area" localSheetId="1"');
});

it('a CSV of cases holds plain values: ISO days, codes as they are, what looks like a formula made harmless', async () => {
  const csv = await tableCsv(caseTable(qinghai, asOf, rows, all));
  const [record] = papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true }).data;
  expect(record).toMatchObject({
    案件编号: '0012017',
    处罚决定日期: '2017-08-01',
    立案日期: '',
    '罚没金额（元）': '1234.5',
    来源文件: "'=a.csv",
    行号: '7',
  });
});

it('says of a list of one class of how many it is a part', () => {
  const ofClass = { field: 'product', id: 'tobacco', year: 2017 };
  const about = { headline: 'x', side: 'y', total: 3, whole: 1037 };
  expect(new Map(caseFacts(qinghai, { ...question, ofClass }, about)).get('筛选')).toMatch(
    /^商品类别按清单归为“烟草”的，是全部 1037 件的一部分；归类不影响指标的数字/,
  );
});

it('says of a list that was searched for its ledger, and not the words', () => {
  const { indicator: _, side: __, period: ___, ...rest } = question;
  const facts = new Map(
    caseFacts(
      qinghai,
      { ...rest, ledger: 'penalties', search: '张三' },
      { headline: 'x', side: null, total: 1, whole: null },
    ),
  );
  expect(facts.get('台账')).toBe('行政处罚案件台账');
  expect(facts.get('本清单列出')).toContain('搁置的行不在其中');
  expect(facts.has('指标')).toBe(false);
  expect(JSON.stringify([...facts])).not.toContain('张三');
});
