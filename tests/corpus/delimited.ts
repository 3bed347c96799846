import { bothRead, GOOD, HEADER, lines, one, onePenalty, PENALTY, penalty, row, withColumn } from './build';
import type { Case } from './case';

const parted = (by: string): string => GOOD.replaceAll(',', by);
const tabbed = (line: string): string => line.replaceAll(',', '\t');
const ended = (by: string): string => GOOD.replaceAll('\n', by);
const rest = ',投诉,海晏县,工商,2017-03-05';

/** How a text is cut into rows and cells. */
export const delimited: readonly Case[] = [
  one('制表符分隔', parted('\t'), bothRead),
  one('分号分隔', parted(';'), bothRead),
  one('竖线分隔', parted('|'), bothRead),
  one('全角逗号分隔', parted('，'), bothRead),
  one('^ 分隔', parted('^'), bothRead),
  one('分隔符后有空格', parted(', '), bothRead),
  one('首行写明分隔符（sep=;）', `sep=;\n${parted(';')}`, { ...bothRead, notes: ['passed note 1'] }),
  one(
    '每格都加引号',
    lines(
      ...[HEADER, row(1)].map((l) =>
        l
          .split(',')
          .map((c) => `"${c}"`)
          .join(),
      ),
    ),
    { rows: [1, 0] },
  ),
  one(
    '引号前后有空格',
    lines(
      HEADER,
      row(1)
        .split(',')
        .map((c) => `"${c}"`)
        .join(' , '),
    ),
    { rows: [1, 0] },
  ),
  one(
    '单引号',
    lines(
      ...[HEADER, row(1), row(2)].map((l) =>
        l
          .split(',')
          .map((c) => `'${c}'`)
          .join(),
      ),
    ),
    bothRead,
  ),
  one('引号内有分隔符和引号', withColumn('商品类别', '"酒,""特供"""'), {
    rows: [1, 0],
    values: { product: ['酒,"特供"'] },
  }),
  one('反斜杠转义的引号', withColumn('商品类别', '"酒\\"特供\\""', '"烟"'), {
    ...bothRead,
    values: { product: ['酒"特供"', '烟'] },
  }),
  one('引号内有换行', withColumn('商品类别', '"酒\n和烟"', '茶'), {
    ...bothRead,
    values: { product: ['酒\n和烟', '茶'] },
  }),
  one('格内有引号（8"管）', withColumn('商品类别', '8"管', '茶'), { ...bothRead, values: { product: ['8"管', '茶'] } }),
  one(
    '引号并入了后面的行',
    lines(HEADER, row(1), `T-2,"投诉,海晏县,工商,2017-03-05`, `T-3,投诉"${rest.slice(3)}`, row(4)),
    {
      rows: [3, 1],
      problems: ['3 swallowed_rows'],
    },
  ),
  one('引号后面还有字', lines(HEADER, row(1), `"T"-2${rest}`, row(3)), { rows: [3, 1], problems: ['3 stray_quote'] }),
  one('整行括在一对引号里', lines(HEADER, row(1), `"T-2${rest},"`, row(3)), {
    rows: [3, 1],
    problems: ['A3 row_in_one_cell'],
  }),
  one('每行都括在一对引号里', lines(HEADER, `"${row(1)}"`, `"${row(2)}"`), {
    rows: [2, 2],
    problems: ['A2 row_in_one_cell', 'A3 row_in_one_cell'],
  }),
  one('制表符表头下面是逗号', lines(tabbed(HEADER), tabbed(row(1)), row(2), row(3)), {
    rows: [3, 2],
    problems: ['A3 row_in_one_cell', 'A4 row_in_one_cell'],
  }),
  one(
    '行内用了别的分隔符',
    lines(HEADER, row(1), ...['；', '，', ';', '\t'].map((s, i) => row(i + 2).replaceAll(',', s))),
    { rows: [5, 4], problems: [3, 4, 5, 6].map((r) => `A${r} row_in_one_cell`) },
  ),
  one(
    '签署和合计里的逗号',
    lines(HEADER, row(1), '共1件，其中投诉1件，举报0件，咨询0件', '填表人：张三，审核人：李四，电话：0970，传真：无'),
    {
      rows: [1, 0],
      notes: ['passed total 3', 'passed note 4'],
    },
  ),
  one('引号没有闭合', lines(HEADER, row(1), `"T-2${rest}`, row(3)), { refused: 'broken_csv', says: ['第 3 行'] }),
  one('CRLF 换行', ended('\r\n'), bothRead),
  one('CR 换行', ended('\r'), bothRead),
  one('几种换行混用', `${HEADER}\r\n${row(1)}\n${row(2)}\r${row(3)}`, { rows: [3, 0] }),
  one('NEL 换行', ended('\u0085'), bothRead),
  one('U+2028 换行', ended('\u2028'), bothRead),
  one('末行没有换行', GOOD.trimEnd(), bothRead),
  one('只有表头（零申报）', lines(HEADER), { rows: [0, 0], values: { complaint_id: [] } }),
  one('中间和末尾有空行', lines(HEADER, '', row(1), ',,,,', row(2), '', ',,,,'), {
    ...bothRead,
    notes: ['passed blank 2、4'],
  }),
  one(
    '每行末尾多一个分隔符',
    lines(
      ...GOOD.trimEnd()
        .split('\n')
        .map((l) => `${l},`),
    ),
    bothRead,
  ),
  one('数据行末尾多几个分隔符', lines(HEADER, row(1, ',,,'), row(2)), bothRead),
  one('缺少选填项的短行', lines(`${HEADER},渠道,商品类别`, row(1), row(2, ',电话'), row(3, ',电话,酒')), {
    rows: [3, 0],
    notes: ['short 2|2'],
    values: { product: [null, null, '酒'] },
  }),
  one('缺少必填项的末行', lines(HEADER, row(1), 'T-2,投诉,海晏县'), {
    rows: [2, 1],
    problems: ['D3 required_missing', 'E3 required_missing'],
  }),
  one('中间一行缺少必填项', lines(HEADER, row(1), 'T-2,投诉,海晏县', row(3)), {
    rows: [3, 1],
    problems: ['D3 required_missing', 'E3 required_missing'],
  }),
  one('比表头多一格', lines(HEADER, row(1), `T-2${rest},酒`, row(3)), { rows: [3, 1], problems: ['F3 surplus_cells'] }),
  one('未加引号的逗号', lines(`${HEADER},商品类别,渠道`, row(1, ',酒,烟,电话'), row(2, ',酒,电话')), {
    rows: [2, 1],
    problems: ['H2 surplus_cells'],
  }),
  one(
    '空白表头下有内容',
    lines(
      '编号,类型,县区,承办部门,,接收日期',
      'T-1,投诉,海晏县,工商,甲,2017-03-05',
      'T-2,投诉,海晏县,工商,,2017-03-05',
    ),
    {
      ...bothRead,
      problems: ['E unheaded_column 2|1'],
    },
  ),
  one('表头以空白格结尾，每行都有内容', lines(`${HEADER},`, row(1, ',甲'), HEADER, row(2, ',乙'), '合计,2,,,,'), {
    ...bothRead,
    problems: ['F unheaded_column 2|2'],
    notes: ['passed header 3', 'passed total 5'],
  }),
  one('表头以空白格结尾，一半的行有内容', lines(`${HEADER},`, row(1, ',甲'), row(2, ','), row(3, ',乙'), row(4)), {
    rows: [4, 0],
    problems: ['F unheaded_column 2|2'],
  }),
  onePenalty(
    '表头以空白格结尾，各行都有内容，有的是千分位的逗号挤来的',
    lines(
      `${PENALTY},罚没金额,货值金额,`,
      penalty(1, ',1,200,5000'),
      penalty(2, ',500,300,已缴'),
      penalty(3, ',500,1,200'),
      penalty(4, ',1500,3000,20'),
    ),
    {
      rows: [4, 2],
      problems: ['F2 surplus_cells', 'G4 surplus_cells', 'G unheaded_column 3|2'],
      values: { fine_yuan: [500, 1500], goods_value_yuan: [300, 3000] },
    },
  ),
  one('表头以空白格结尾，个别行有内容', lines(`${HEADER},`, row(1, ','), row(2, ',重复件'), row(3)), {
    rows: [3, 1],
    problems: ['F3 surplus_cells'],
  }),
  onePenalty(
    '表头以空白格结尾，千分位的逗号把金额挤到后面',
    lines(`${PENALTY},罚没金额,`, penalty(1, ',100,'), penalty(2, ',1,200'), penalty(3, ',1,300,')),
    { rows: [3, 2], problems: ['F3 surplus_cells', 'F4 surplus_cells'], values: { fine_yuan: [100] } },
  ),
  onePenalty(
    '千分位的逗号多出一个空白格',
    lines(
      `${PENALTY},罚没金额,货值金额,商品类别`,
      penalty(1, ',1,200,,'),
      penalty(2, ',300,1,200.50,'),
      penalty(3, ',300,20,'),
      penalty(4, ',300,20,,'),
      penalty(5, ',1200,,200,,'),
      penalty(6, ',"1,200",,酒,,'),
    ),
    {
      rows: [6, 2],
      problems: ['F2 surplus_cells', 'G3 surplus_cells'],
      values: { fine_yuan: [300, 300, 1200, 1200], goods_value_yuan: [20, 20, null, null] },
    },
  ),
  onePenalty(
    '千分位的逗号把金额挤进商品类别',
    lines(`${PENALTY},罚没金额,商品类别`, penalty(1, ',1,200,'), penalty(2, ',500,酒')),
    { rows: [2, 1], problems: ['F2 surplus_cells'], values: { fine_yuan: [500], product: ['酒'] } },
  ),
  one('表头以空白格结尾，行比表头还多一格', lines(`${HEADER},,`, row(1, ',,'), row(2, ',,重复件'), row(3, ',,,酒')), {
    rows: [3, 2],
    problems: ['G3 surplus_cells', 'H4 surplus_cells'],
  }),
  one(
    '表头中间有空白格，行又多出一格',
    lines(
      '编号,类型,县区,承办部门,接收日期,商品类别,,渠道',
      'T-1,投诉,海晏县,工商,2017-03-05,酒,,',
      'T-2,投诉,海晏县,工商,2017-03-05,酒,烟,,',
    ),
    { rows: [2, 1], problems: ['G3 surplus_cells'] },
  ),
  one('最后一行写到一半', `${GOOD}T-3,投诉,海`, { refused: 'truncated_csv', says: ['第 4 行'] }),
  one('一格里有 NUL', lines(HEADER, row('1\0'), row(2)), { rows: [2, 1], problems: ['A2 unreadable_cell'] }),
  one('以 # 开头的行不是注释', lines(HEADER, `#${row(1)}`), { rows: [1, 0], values: { complaint_id: ['#T-1'] } }),
  one(
    '引号内有换行，后面的行号照电子表格',
    lines(`${HEADER},商品类别`, row(1, ',"酒\n和\n烟"'), 'T-2,投诉,海晏县,工商,x,茶'),
    {
      rows: [2, 1],
      problems: ['E3 not_a_date'],
    },
  ),
  one('空行之后的行号照电子表格', lines(HEADER, '', '', row(1), '', 'T-2,投诉,海晏县,工商,x'), {
    rows: [2, 1],
    problems: ['E6 not_a_date'],
    notes: ['passed blank 2–3、5'],
  }),
  one('空列之后的列名照电子表格', lines(`,,${HEADER}`, `,,${row(1)}`, ',,T-2,投诉,海晏县,工商,x'), {
    rows: [2, 1],
    problems: ['G3 not_a_date'],
  }),
  one('引号前面的空格', lines(`${HEADER},商品类别`, row(1, ', "酒,烟"')), {
    rows: [1, 0],
    values: { product: ['酒,烟'] },
  }),
  one('两个文件接在一起，中间有 BOM', `${GOOD}\ufeff${lines(HEADER, row(3))}`, {
    rows: [3, 0],
    notes: ['passed header 4'],
  }),
  one('70,000 个分隔符的行', `${GOOD}${','.repeat(70_000)}\n`, { refused: 'unreadable', says: ['第 4 行'] }),
];
