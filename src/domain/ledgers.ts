import { fold } from './text';

export const LEDGER_IDS = ['complaints', 'penalties'] as const;
export type LedgerId = (typeof LEDGER_IDS)[number];

interface AnyField {
  name: string;
  /** Accepted headers, the first is the template's; the field's own name is accepted too. */
  headers: readonly string[];
  required?: true;
  /** Can hold a person's name: masked unless it is asked for on purpose (see `persons.ts`). */
  personal?: true;
}

/** Takes one of `values`. */
export interface ListField extends AnyField {
  type: 'list';
  values: readonly string[];
  /** Other spellings of a value. */
  synonyms?: Readonly<Record<string, string>>;
  /** Spellings that offices use and nobody is told to: their meaning is beyond doubt, and each use is counted. */
  spellings?: Readonly<Record<string, string>>;
  /** What a blank stands for. */
  blank?: string;
  /** An unreadable value is an error where the field decides an indicator, else a warning. */
  decides: boolean;
}

/** An unreadable value is an error in all but an amount, where it is a warning; any text can be read. */
interface PlainField extends AnyField {
  type: 'id' | 'text' | 'date' | 'count' | 'amount' | 'county' | 'department';
}

export type Field = PlainField | ListField;

export interface Ledger {
  id: LedgerId;
  name: string;
  /** Words that name this ledger in a file name. */
  aliases: readonly string[];
  idField: string;
  /**
   * The first date of a case: the first of these fields that is filled. A case of a later day than the cut-off does not
   * exist, and a row dated after the submission's period is an error.
   */
  firstDate: readonly [string, ...string[]];
  /** Fields of which no single one is required, but one of each group. */
  oneOf: readonly (readonly string[])[];
  fields: readonly Field[];
  /** Pairs that must be in order; a later one before an earlier one keeps the row aside. */
  order: readonly (readonly [earlier: string, later: string])[];
}

const YES_NO = ['是', '否'] as const;

/** Each of the spellings, by the value that it stands for. */
const spelled = (by: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(by).flatMap(([value, texts]) => texts.split(' ').map((text) => [text, value])));
const YES = '√ ✓ ✔ Y YES T TRUE 1 1.0 对 有';
const NO = '× ✕ ✗ ✘ N NO F FALSE 0 0.0 错';

const date = (name: string, headers: string[], required?: true): Field => ({
  name,
  headers,
  type: 'date',
  ...(required && { required }),
});
const text = (name: string, headers: string[]): Field => ({ name, headers, type: 'text' });
const COUNTY: Field = {
  name: 'county',
  headers: ['县区', '行政区划', '行政区划代码', '所属区县', '区县', '所属县区', '所在县区'],
  type: 'county',
  required: true,
};
const department = (headers: string[]): Field => ({
  name: 'department',
  headers,
  type: 'department',
  required: true,
});
const list = (name: string, headers: string[], values: readonly string[], more: Partial<ListField> = {}): Field => ({
  name,
  headers,
  type: 'list',
  values,
  decides: true,
  ...more,
});

export const COMPLAINTS: Ledger = {
  id: 'complaints',
  name: '投诉举报台账',
  aliases: ['投诉举报台账', '投诉举报', '投诉台账', '举报台账', 'complaints'],
  idField: 'complaint_id',
  firstDate: ['received_on'],
  oneOf: [],
  fields: [
    {
      name: 'complaint_id',
      headers: ['编号', '投诉举报编号', '工单编号', '登记编号'],
      type: 'id',
      required: true,
    },
    list('kind', ['类型', '业务类型'], ['投诉', '举报'], {
      required: true,
      spellings: spelled({ 投诉: '投诉件 投诉类', 举报: '举报件 举报类' }),
    }),
    text('channel', ['来源渠道', '渠道']),
    COUNTY,
    department(['承办部门', '处理部门', '承办单位', '办理部门', '办理单位']),
    text('field', ['重点领域']),
    text('product', ['商品类别']),
    list('named', ['是否实名'], YES_NO, {
      blank: '是',
      spellings: spelled({ 是: `${YES} 实名 署名`, 否: `${NO} 匿名 非实名 不实名 未署名 不署名` }),
    }),
    date('received_on', ['接收日期', '登记日期', '来件日期'], true),
    date('accepted_on', ['受理决定日期', '受理日期']),
    list('acceptance', ['受理结果'], ['受理', '不予受理', '转办'], {
      spellings: spelled({
        受理: '已受理 予以受理 决定受理',
        不予受理: '不受理 决定不予受理',
        转办: '已转办 转交 移交 转办其他部门 转其他部门 转交其他部门 移交其他部门',
      }),
    }),
    date('decided_on', ['立案决定日期', '立案日期']),
    list('decision', ['立案结果'], ['立案', '不予立案'], {
      decides: false,
      spellings: spelled({ 立案: '已立案 予以立案 决定立案', 不予立案: '不立案 决定不予立案' }),
    }),
    { name: 'extension_days', headers: ['批准延期(工作日)', '批准延期'], type: 'count' },
    date('closed_on', ['办结日期']),
    date('feedback_on', ['反馈日期', '告知日期']),
    list('satisfaction', ['满意度'], ['满意', '基本满意', '不满意', '未评价'], {
      spellings: spelled({ 满意: '很满意 非常满意', 基本满意: '较满意 比较满意', 未评价: '未评 未作评价 没有评价' }),
    }),
    text('case_id', ['关联案号']),
  ],
  order: [
    ['received_on', 'accepted_on'],
    ['received_on', 'decided_on'],
    ['received_on', 'closed_on'],
    ['received_on', 'feedback_on'],
    ['accepted_on', 'closed_on'],
    ['closed_on', 'feedback_on'],
  ],
};

export const PENALTIES: Ledger = {
  id: 'penalties',
  name: '行政处罚案件台账',
  aliases: ['行政处罚案件台账', '行政处罚案件', '行政处罚台账', '行政处罚', '处罚案件', '处罚台账', 'penalties'],
  idField: 'case_id',
  firstDate: ['decided_on', 'filed_on'],
  oneOf: [['filed_on', 'decided_on']],
  fields: [
    { name: 'case_id', headers: ['案件编号', '案号'], type: 'id', required: true },
    department(['办案部门', '处罚机关', '办案单位', '办案机关']),
    COUNTY,
    list('procedure', ['程序', '处罚程序'], ['普通程序', '简易程序'], {
      synonyms: { 一般程序: '普通程序' },
      spellings: spelled({ 普通程序: '普通 一般', 简易程序: '简易' }),
      blank: '普通程序',
    }),
    list('infringement', ['违法类型'], ['侵犯知识产权', '制售假冒伪劣', '其他'], {
      decides: false,
      spellings: spelled({
        侵犯知识产权: '侵犯知识产权类',
        制售假冒伪劣: '制售假冒伪劣类 制售假冒伪劣商品 制售假冒伪劣产品',
        其他: '其它 其他类',
      }),
    }),
    text('field', ['重点领域']),
    text('product', ['商品类别']),
    { ...text('party', ['当事人']), personal: true },
    date('filed_on', ['立案日期']),
    text('decision_no', ['处罚决定书文号']),
    date('decided_on', ['处罚决定日期']),
    text('penalty', ['处罚种类']),
    { name: 'fine_yuan', headers: ['罚没金额', '罚没款(元)', '罚没款'], type: 'amount' },
    { name: 'goods_value_yuan', headers: ['货值金额', '涉案金额(元)', '涉案金额'], type: 'amount' },
    text('nondisclosure_reason', ['不予公开理由']),
    date('nondisclosure_approved_on', ['不予公开批准日期']),
    date('disclosed_on', ['公示日期', '公开日期']),
    text('disclosure_url', ['公示网址']),
    list('disclosure_check', ['公示抽查结果'], ['一致', '不一致'], {
      spellings: spelled({ 一致: '相符', 不一致: '不符 不相符' }),
    }),
    date('platform_entered_on', ['两法衔接录入日期']),
    list('crime_suspected', ['是否涉嫌犯罪'], YES_NO, {
      spellings: spelled({ 是: `${YES} 涉嫌 涉嫌犯罪`, 否: `${NO} 不涉嫌 不涉嫌犯罪` }),
    }),
    date('transferred_on', ['移送公安日期']),
    date('police_filed_on', ['公安立案日期']),
  ],
  order: [
    ['filed_on', 'decided_on'],
    ['decided_on', 'disclosed_on'],
    ['transferred_on', 'police_filed_on'],
  ],
};

export const LEDGERS: Readonly<Record<LedgerId, Ledger>> = { complaints: COMPLAINTS, penalties: PENALTIES };

/** A header as it is compared: NFKC folded, without spaces, units in brackets and `*`. */
export const headerKey = (header: string): string =>
  fold(header)
    .replace(/\([^)]*\)|\[[^\]]*\]|〔[^〕]*〕|【[^】]*】/g, '')
    .replace(/[\s*﹡＊]/g, '')
    .toLowerCase();

/** The field's name in the interface: the template's header. */
export const fieldLabel = (field: Field): string => field.headers[0] as string;

export function ledgerField(ledger: Ledger, name: string): Field {
  const found = ledger.fields.find((f) => f.name === name);
  if (!found) throw new RangeError(`${ledger.id} has no field ${name}`);
  return found;
}
