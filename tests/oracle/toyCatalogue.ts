import type { CatalogueFiles } from '../../src/domain/catalogue/readCatalogue';
import { catalogueFiles } from '../support/catalogue';

const id = (name: string, header: string) => ({ name, headers: [header], type: 'id', required: true });
const text = (name: string, header: string) => ({ name, headers: [header], type: 'text' });
const date = (name: string, header: string) => ({ name, headers: [header], type: 'date' });
const AREA = [
  { name: 'county', headers: ['县区'], type: 'county', required: true },
  { name: 'department', headers: ['部门'], type: 'department', required: true },
];

const checks = {
  id: 'checks',
  name: '甲台账',
  row: { name: '抽查', unit: '户次' },
  aliases: ['甲台账'],
  idField: 'check_id',
  firstDate: ['drawn_on'],
  fields: [
    id('check_id', '抽查号'),
    ...AREA,
    text('shop', '对象代码'),
    text('case_id', '案号'),
    date('drawn_on', '抽取日'),
    date('checked_on', '检查日'),
    { name: 'result', headers: ['结论'], type: 'list', values: ['好', '坏'], tells: 'checked_on' },
    { name: 'fine', headers: ['罚款'], type: 'amount', unit: '元', decimals: 2 },
    { name: 'weight', headers: ['重量'], type: 'amount', unit: '千克', decimals: 3 },
    { name: 'items', headers: ['品种数'], type: 'count' },
  ],
  flags: [{ id: 'bad', when: [{ field: 'result', in: ['坏'] }], effective: 'checked_on', says: '不合格' }],
  links: [{ field: 'case_id', ledger: 'filed' }],
  lists: { first: ['check_id'], course: ['checked_on'] },
};

const filed = {
  id: 'filed',
  name: '乙台账',
  row: { name: '案件', unit: '件' },
  aliases: ['乙台账'],
  idField: 'file_no',
  firstDate: ['filed_on', 'closed_on'],
  oneOf: [['filed_on', 'closed_on']],
  fields: [id('file_no', '立案号'), ...AREA, date('filed_on', '立案日'), date('closed_on', '结案日')],
  lists: { first: ['file_no'], course: [] },
};

/** A register: no date of its own. */
const shops = {
  id: 'shops',
  name: '丙名录',
  row: { name: '市场', unit: '个' },
  aliases: ['丙名录'],
  idField: 'shop_id',
  firstDate: [],
  fields: [id('shop_id', '市场号'), ...AREA, { name: 'stalls', headers: ['摊位数'], type: 'count' }],
  lists: { first: ['shop_id'], course: [] },
};

/** Sent by units as a whole: what a place or a department does, without a column of either; by line; by county. */
const sums = { name: 'total', headers: ['数量'], type: 'count' };
const line = (id: string, name: string, ...fields: readonly object[]) => ({
  id,
  name,
  row: { name: '事项', unit: '项' },
  aliases: [name],
  idField: 'line_no',
  firstDate: [],
  fields: [{ name: 'line_no', headers: ['序号'], type: 'id', required: true }, ...fields, sums],
  lists: { first: ['line_no'], course: [] },
});
const wholes = line('wholes', '丁报表');
const by_county = line('by_county', '戊报表', AREA[0] as object);
/** With a day, so that a case comes again in a later period. */
const by_line = {
  ...line('by_line', '己台账', AREA[1] as object, { ...date('done_on', '办理日'), required: true }),
  firstDate: ['done_on'],
};

const told = (name: string) => ({
  name,
  words: { period: '期', denominator: '分母', numerator: '分子', missing: '其余' },
  basis: '无',
  confidence: '无',
  columns: [],
});
const onChecks = { ledger: 'checks', period: { event: 'checked_on' }, denominator: [{ happened: 'checked_on' }] };
const fine = { field: 'fine', unit: '元', decimals: 2 };
const weight = { field: 'weight', unit: '千克', decimals: 3 };
const looked = { happened: 'checked_on' };

const indicators = [
  { id: 'checked', ...told('已查'), ...onChecks, measure: 'count', unit: '户次' },
  { id: 'fines', ...told('罚款'), ...onChecks, measure: 'total', amount: fine },
  {
    id: 'weights',
    ...told('重量'),
    ...onChecks,
    period: { first: true },
    denominator: [],
    measure: 'total',
    amount: weight,
  },
  { id: 'fine_by_weight', ...told('每公斤'), ...onChecks, measure: 'ratio', amount: fine, per: weight },
  {
    id: 'items_each',
    ...told('每户次'),
    ...onChecks,
    measure: 'ratio',
    amount: { field: 'items', unit: '种', decimals: 0 },
    per: { cases: '户次' },
  },
  {
    id: 'found',
    ...told('发现'),
    ...onChecks,
    measure: 'coverage',
    subject: 'shop',
    unit: '户',
    numerator: [{ flag: 'bad' }],
  },
  {
    id: 'again',
    ...told('重复'),
    ...onChecks,
    measure: 'coverage',
    better: 'lower',
    subject: 'shop',
    unit: '户',
    numerator: [{ atLeast: 2, per: 'shop', where: [looked], inYear: 'checked_on' }],
  },
  {
    id: 'to_case',
    ...told('立案'),
    ...onChecks,
    measure: 'share',
    denominator: [looked, { flag: 'bad' }],
    numerator: [{ linked: 'filed', by: 'case_id', where: [{ happened: 'filed_on' }] }],
  },
  {
    id: 'covered',
    ...told('覆盖'),
    ledger: 'shops',
    period: { first: true },
    denominator: [],
    measure: 'coverage',
    subject: 'shop_id',
    unit: '个',
    numerator: [{ linked: 'checks', by: 'shop_id', in: 'shop', where: [looked], inYear: 'checked_on', anyUnit: true }],
  },
  {
    id: 'twice',
    ...told('两次'),
    ledger: 'shops',
    period: { first: true },
    denominator: [],
    measure: 'share',
    numerator: [{ linked: 'checks', by: 'shop_id', in: 'shop', where: [{ flag: 'bad' }], times: 2 }],
  },
  {
    id: 'stalls',
    ...told('摊位'),
    ledger: 'shops',
    period: { first: true },
    denominator: [],
    measure: 'total',
    amount: { field: 'stalls', unit: '个', decimals: 0 },
  },
  ...['wholes', 'by_county', 'by_line'].map((ledger) => ({
    id: `${ledger}_sum`,
    ...told(`${ledger} 数量`),
    ledger,
    period: { first: true },
    denominator: [],
    measure: 'total',
    amount: { field: 'total', unit: '项', decimals: 0 },
  })),
  {
    id: 'line_numbers',
    ...told('序号种数'),
    ledger: 'by_line',
    period: { event: 'done_on' },
    denominator: [],
    measure: 'coverage',
    subject: 'line_no',
    unit: '种',
    numerator: [{ atLeast: 2, per: 'line_no', where: [{ happened: 'done_on' }] }],
  },
];

/** The shipped catalogue, and made-up ledgers: with amounts, subjects and links, and without county or department. */
export function toyFiles(): CatalogueFiles {
  const { ledgers, indicators: shipped } = catalogueFiles();
  return {
    ledgers: { ...ledgers, checks, filed, shops, wholes, by_county, by_line },
    indicators: { ...shipped, toy: indicators },
  };
}
