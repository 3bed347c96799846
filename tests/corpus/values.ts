import { HEADER, lines, one, onePenalty, row, withColumn, withPenaltyColumn, withValues } from './build';
import type { Case, MeantRead } from './case';

/** Days of receipt in one column, and what they are read as. */
const days = (name: string, texts: readonly string[], values: readonly string[], repair?: string): Case =>
  one(name, withValues(4, ...texts.map((t) => (/[,"]/.test(t) ? `"${t.replaceAll('"', '""')}"` : t))), {
    rows: [texts.length, 0],
    values: { received_on: values },
    ...(repair && { notes: [`repaired ${repair} E ${texts.length}`] }),
  });
/** Values of one more column. */
const column = (name: string, header: string, texts: readonly string[], meant: Omit<MeantRead, 'rows'>): Case =>
  one(name, withColumn(header, ...texts), { rows: [texts.length, 0], ...meant });

/** What offices write into cells. */
export const values: readonly Case[] = [
  days(
    '模板的日期写法',
    ['2017-03-05', '2017/3/5', '2017.3.5', '20170305', '2017年3月5日'],
    Array(5).fill('2017-03-05'),
  ),
  days('日期带时间', ['2017-03-05 14:30:00', '2017/3/5 9:05'], ['2017-03-05', '2017-03-05']),
  days('Excel 序列号', ['42799', '42800'], ['2017-03-05', '2017-03-06'], 'serial_day'),
  days('Excel 序列号带时间', ['42799.604'], ['2017-03-05'], 'serial_day'),
  days('上午、下午', ['2017-03-05 下午3:00', '2017年3月5日 上午 9:30'], ['2017-03-05', '2017-03-05'], 'day_form'),
  days('AM、PM', ['2017-03-05 3:00 PM', '3/25/2017 9:30:00 AM'], ['2017-03-05', '2017-03-25'], 'day_form'),
  days('星期', ['2017年3月5日 星期日', '2017-03-06（周一）'], ['2017-03-05', '2017-03-06'], 'day_form'),
  one('星期不对', withValues(4, '2017-03-05', '2017-03-06 星期日'), { rows: [2, 1], problems: ['E3 not_a_date'] }),
  days('日期里有空格', ['2017 - 03 - 05', '2017年 3月 5日'], ['2017-03-05', '2017-03-05'], 'day_form'),
  days('日期末尾有点', ['2017.3.5.'], ['2017-03-05'], 'day_form'),
  days('日期末尾有句号', ['2017-03-05。', '2017年3月5日。'], ['2017-03-05', '2017-03-05'], 'day_form'),
  one(
    '时间写明别的时区',
    withValues(4, '2017-03-04T16:00:00.000Z', '2017-03-05 09:00:00+00:00', '2017-03-05 00:30 -05:00'),
    {
      rows: [3, 0],
      notes: ['repaired beijing_day E 1'],
      values: { received_on: ['2017-03-05', '2017-03-05', '2017-03-05'] },
    },
  ),
  days('14 位数字', ['20170305143000'], ['2017-03-05'], 'day_form'),
  days('20170305.0', ['20170305.0'], ['2017-03-05'], 'day_form'),
  days('="…" 包住的日期', ['="2017-03-05"'], ['2017-03-05'], 'day_form'),
  days("开头有 ' 的日期", ["'2017-03-05"], ['2017-03-05'], 'day_form'),
  days('零宽字符', ['2017-03-05\u200b', '\u200e2017-03-05'], ['2017-03-05', '2017-03-05'], 'day_form'),
  days('全角的日期', ['２０１７－０３－０５'], ['2017-03-05']),
  days('汉字的日期', ['二〇一七年三月五日'], ['2017-03-05'], 'day_form'),
  one('两位年份', withValues(4, '17-3-5', '17/3/6'), {
    refused: 'answer_needed',
    says: ['「17-3-5」', '接收日期'],
    asks: ['two_digit_year'],
  }),
  one(
    '两位年份，已选定',
    withValues(4, '17-3-5', '17/3/6'),
    {
      rows: [2, 0],
      notes: ['repaired day_chosen E 2'],
      values: { received_on: ['2017-03-05', '2017-03-06'] },
    },
    { answers: { two_digit_year: '20yy' } },
  ),
  one('03/04/2017', withValues(4, '03/02/2017', '02/03/2017'), {
    refused: 'answer_needed',
    says: ['「03/02/2017」'],
    asks: ['day_month_order'],
  }),
  one(
    '03/04/2017，已选定',
    withValues(4, '03/02/2017', '25/03/2017'),
    {
      rows: [2, 0],
      notes: ['repaired day_chosen E 1', 'repaired day_form E 1'],
      values: { received_on: ['2017-02-03', '2017-03-25'] },
    },
    { answers: { day_month_order: 'day_first' } },
  ),
  column('— / 无 - 作空白', '办结日期', ['—', '/', '无', '-'], {
    notes: ['repaired blank_sign F 4'],
    values: { closed_on: [null, null, null, null] },
  }),
  one('必填项写 —', withValues(2, '海晏县', '—'), { rows: [2, 1], problems: ['C3 required_missing'] }),
  column('是否实名的写法', '是否实名', ['是', '否', '√', '×', 'Y', 'N', '1', '0', '实名', '匿名', ''], {
    notes: ['repaired list_spelling F 8'],
    values: { named: ['是', '否', '是', '否', '是', '否', '是', '否', '是', '否', null] },
  }),
  one('投诉件、举报件', withValues(1, '投诉件', '举报件'), {
    rows: [2, 0],
    notes: ['repaired list_spelling B 2'],
    values: { kind: ['投诉', '举报'] },
  }),
  column('天数带单位', '批准延期', ['10', '10个工作日', '10天', '十五日'], {
    notes: ['repaired number_unit F 3'],
    values: { extension_days: [10, 10, 10, 15] },
  }),
  onePenalty('金额带单位', withPenaltyColumn('罚没金额', '"1,200"', '1200元', '3.35万元', '¥1200', '壹万贰仟元整'), {
    rows: [5, 0],
    notes: ['repaired number_unit E 4'],
    values: { fine_yuan: [1200, 1200, 33_500, 1200, 12_000] },
  }),
  onePenalty('金额的小数多于两位', withPenaltyColumn('罚没金额', '1.005', '8.4450', '0.1', '1.0049999元'), {
    rows: [4, 0],
    notes: ['repaired amount_rounded E 3'],
    values: { fine_yuan: [1.01, 8.45, 0.1, 1] },
  }),
  one('代码写成数字', withValues(2, '632223', '632223.0', '6.32223E+05', '"632,223"'), {
    rows: [4, 0],
    notes: ['repaired code_as_number C 3'],
    values: { place: Array(4).fill('632223') },
  }),
  one('同上', withValues(3, '工商', '同上', '〃'), {
    refused: 'answer_needed',
    says: ['「同上」', '承办部门'],
    asks: ['same_as_above'],
  }),
  one(
    '同上，已选定',
    withValues(3, '工商', '同上', '〃'),
    {
      rows: [3, 0],
      notes: ['repaired from_above D 2'],
      values: { department: ['aic', 'aic', 'aic'] },
    },
    { answers: { same_as_above: 'above' } },
  ),
  one(
    '同 上、（同上）、〃〃，已选定',
    withValues(3, '工商', '同 上', '（同上）', '—〃〃—'),
    {
      rows: [4, 0],
      notes: ['repaired from_above D 3'],
      values: { department: ['aic', 'aic', 'aic', 'aic'] },
    },
    { answers: { same_as_above: 'above' } },
  ),
  one('Java 程序写出的长编号', withValues(0, '2.017030012345678E15', '6.3252120170001E17', '1E5'), {
    rows: [3, 1],
    problems: ['A3 rounded_id'],
    notes: ['repaired code_as_number A 1'],
    values: { complaint_id: ['2017030012345678', '1E5'] },
  }),
  one('一个编号的几种写法', withValues(0, '0003', '"=""0003"""', "'0003", '０００３'), {
    rows: [4, 3],
    problems: ['A3 duplicate_id', 'A4 duplicate_id', 'A5 duplicate_id'],
    values: { complaint_id: ['0003'] },
  }),
  one('编号去掉 ="…" 和引号', withValues(0, '"=""0003"""', "'0004", ' 0005 '), {
    rows: [3, 0],
    notes: ['repaired id_form A 2'],
    values: { complaint_id: ['0003', '0004', '0005'] },
  }),
  one('编号前面的零是编号的一部分', withValues(0, '0003', '3'), {
    rows: [2, 0],
    values: { complaint_id: ['0003', '3'] },
  }),
  one('18 位的完整编号', withValues(0, '632521201703050001', '632521201703050020'), {
    rows: [2, 0],
    values: { complaint_id: ['632521201703050001', '632521201703050020'] },
  }),
  one('县区全称、旧名和代码', withValues(2, '海北州海晏县', '海晏', '632223', '海北藏族自治州海晏县'), {
    rows: [4, 0],
    values: { place: Array(4).fill('632223') },
  }),
  one('市州本级', withValues(2, '海北州', '632200'), { rows: [2, 0], values: { place: ['632200', '632200'] } }),
  one('部门的单位全称', withValues(3, '海晏县工商局', '海北州质量技术监督局'), {
    rows: [2, 0],
    values: { department: ['aic', 'quality'] },
  }),
  onePenalty('一般程序即普通程序', withPenaltyColumn('程序', '一般程序', '普通程序', ''), {
    rows: [3, 0],
    values: { procedure: ['普通程序', '普通程序', null] },
  }),
  one('文字里的公式原样保留', lines(`${HEADER},渠道`, row(1, ',=1+1'), row(2, ',+86 123')), {
    rows: [2, 0],
    values: { channel: ['=1+1', '+86 123'] },
  }),
  one('日期写成起止', withValues(4, '2017-03-05', '2017-03-05至2017-03-06'), {
    rows: [2, 1],
    problems: ['E3 not_a_date'],
  }),
  one('日期只有年月', withValues(4, '2017-03-05', '2017年3月'), { rows: [2, 1], problems: ['E3 not_a_date'] }),
  one('日期没有年', withValues(4, '2017-03-05', '3月5日'), { rows: [2, 1], problems: ['E3 not_a_date'] }),
  one('两位年份和次序都要问', withValues(4, '17-3-5', '03/02/2017'), {
    refused: 'answer_needed',
    asks: ['two_digit_year', 'day_month_order'],
  }),
  one(
    '第一行写同上',
    withValues(3, '同上', '工商'),
    { rows: [2, 1], problems: ['D2 required_missing'] },
    { answers: { same_as_above: 'above' } },
  ),
  onePenalty('负的金额', withPenaltyColumn('罚没金额', '-100', '0'), {
    rows: [2, 0],
    problems: ['E2 not_a_number_optional'],
    values: { fine_yuan: [null, 0] },
  }),
  onePenalty(
    '万元列里写明元',
    lines(
      '案号,办案部门,县区,处罚决定日期,罚没金额（万元）',
      'P-1,工商,海晏县,2017-03-05,12000元',
      'P-2,工商,海晏县,2017-03-05,1.2',
    ),
    {
      rows: [2, 0],
      notes: ['scaled fine_yuan 10000', 'repaired number_unit E 1'],
      values: { fine_yuan: [12_000, 12_000] },
    },
  ),
];
