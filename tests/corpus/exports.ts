import { bothRead, HEADER, lines, one, onePenalty, PENALTY, penalty, row, withColumn, withValues } from './build';
import type { Case } from './case';

const FINE = `${PENALTY},罚没金额`;

/** What databases and statistics programs write. */
export const exports: readonly Case[] = [
  onePenalty('币种列写美元的行', lines(`${FINE},币种`, penalty(1, ',100,人民币'), penalty(2, ',100,美元')), {
    rows: [2, 0],
    problems: ['E3 not_a_number_optional', 'ignored_column 币种（F列）'],
    values: { fine_yuan: [100, null] },
  }),
  onePenalty(
    '币种列是人民币的各种写法',
    lines(
      `${FINE},币种`,
      ...['人民币(RMB)', 'CNY', '中国人民币', '本位币', '01', '156', '无', '元', ''].map((said, i) =>
        penalty(i, `,1,${said}`),
      ),
    ),
    { rows: [9, 0], problems: ['ignored_column 币种（F列）'], values: { fine_yuan: [1, 1, 1, 1, 1, 1, 1, 1, 1] } },
  ),
  onePenalty(
    '金额单位列写万元的行',
    lines(`${FINE},金额单位`, penalty(1, ',100,元'), penalty(2, ',3,万元'), penalty(3, ',,万元')),
    {
      rows: [3, 0],
      problems: ['E3 not_a_number_optional', 'ignored_column 金额单位（F列）'],
      values: { fine_yuan: [100, null, null] },
    },
  ),
  onePenalty(
    '金额单位列与上方一致，单位列不是金额的',
    lines('单位：万元', `${FINE},货币单位,单位`, penalty(1, ',3,万元,海北州工商局'), penalty(2, ',3,人民币万元,件')),
    {
      rows: [2, 0],
      problems: ['ignored_column 货币单位（F列）、单位（G列）'],
      notes: ['passed unit 1', 'scaled fine_yuan 10000'],
      values: { fine_yuan: [30_000, 30_000] },
    },
  ),
  ...['罚没金额（W）', '罚没金额(k)'].map((header) =>
    onePenalty(`表头写${header}`, lines(`${PENALTY},${header},当事人`, penalty(1, ',3.5,甲')), {
      rows: [1, 0],
      problems: [`ignored_column ${header}（E列）`],
      values: { fine_yuan: [null], party: ['甲'] },
    }),
  ),
  onePenalty('上方写单位：W', lines('单位：W', `${FINE},当事人`, penalty(1, ',3.5,甲')), {
    rows: [1, 0],
    problems: ['ignored_column 罚没金额（E列）'],
    notes: ['passed unit 1'],
    values: { fine_yuan: [null], party: ['甲'] },
  }),
  one('统计软件的缺失值', withColumn('满意度', 'NA', 'NaN', 'NaT', 'None', '<NA>', '(null)', '\\N', '满意'), {
    rows: [8, 0],
    notes: ['repaired blank_sign F 7'],
    values: { satisfaction: [null, null, null, null, null, null, null, '满意'] },
  }),
  ...[
    ['（万元，保留两位小数）', 10_000],
    ['（单位为万元）', 10_000],
    ['（含没收，万元）', 10_000],
    ['（以万元计）', 10_000],
    ['（折合人民币万元）', 10_000],
    ['（RMB万）', 10_000],
    ['（仟元）', 1000],
    ['(萬圓)', 10_000],
  ].map(([said, factor]) =>
    onePenalty(`表头的括号里写${said}`, lines(`${PENALTY},罚没金额${said}`, penalty(1, ',3.5')), {
      rows: [1, 0],
      notes: [`scaled fine_yuan ${factor}`],
      values: { fine_yuan: [3.5 * Number(factor)] },
    }),
  ),
  ...['（5万元以上的须附件）', '（万元以上单列）', '（万州区）', '（含罚款）'].map((said) =>
    onePenalty(`表头的括号里写${said}，不是单位`, lines(`${PENALTY},罚没金额${said}`, penalty(1, ',3.5')), {
      rows: [1, 0],
      values: { fine_yuan: [3.5] },
    }),
  ),
  ...['单位：仟元', '單位：萬圓', '单位：RMB万元', '金额单位：人民币（万）', '单位（金额）：万元', '单位：￥万元'].map(
    (said) =>
      onePenalty(`上方写${said}`, lines(said, FINE, penalty(1, ',3.5')), {
        rows: [1, 0],
        notes: ['passed unit 1', `scaled fine_yuan ${said.includes('仟') ? 1000 : 10_000}`],
        values: { fine_yuan: [said.includes('仟') ? 3500 : 35_000] },
      }),
  ),
  onePenalty(
    '金额后面没有表头的一列写万元',
    lines(FINE, penalty(1, ',3.5,万元'), penalty(2, ',7,')).replace('罚没金额', '罚没金额,'),
    {
      rows: [2, 0],
      problems: ['E2 not_a_number_optional', 'F unheaded_column 2|1'],
      values: { fine_yuan: [null, 7] },
    },
  ),
  one('缺失值在必填列', withValues(0, 'NA'), { rows: [1, 1], problems: ['A2 required_missing'] }),
  one('中文年月日夹用数字和零', withValues(4, '二0一七年三月五日', '二O一七年三月五日', '2017年三月五日'), {
    rows: [3, 0],
    notes: ['repaired day_form E 3'],
    values: { received_on: ['2017-03-05', '2017-03-05', '2017-03-05'] },
  }),
  ...[
    '[编号],[类型],[县区],[承办部门],[接收日期]',
    '`编号`,`类型`,`县区`,`承办部门`,`接收日期`',
    't.编号,t.类型,t.县区,t.承办部门,t.接收日期',
  ].map((header) => one(`数据库的列名：${header}`, lines(header, row(1), row(2)), bothRead)),
  ...['(2 rows affected)', '(2 行受影响)', '已选择2行。', '\\.', '2 rows in set (0.00 sec)', '应用的筛选器:'].map(
    (end) =>
      one(`数据库在末尾写明${end}`, lines(HEADER, row(1), row(2), end), { ...bothRead, notes: ['passed note 4'] }),
  ),
  one(
    'psql 的表格',
    lines(
      ...[HEADER, '------,----,--------,------,------------', row(1), row(2)].map((l) => l.replaceAll(',', ' | ')),
      '(2 行记录)',
    ),
    {
      ...bothRead,
      notes: ['passed note 2、5'],
    },
  ),
];
