import writeExcelFile, { type Feature, type Row } from 'write-excel-file/universal';
import { type Field, fieldLabel, type Ledger } from '../domain/ledgers';
import type { Office } from '../domain/office';
import { rowsFrozen } from './book/feature';
import { columnName, FONT } from './book/layout';
import { escapeXml } from './xml';
import { withoutTimes } from './zipTimes';

/** Rows for which Excel offers the values of a list and warns of what is no day or number. */
const CHECKED_ROWS = 20_000;
/** The longest list that Excel takes within a rule. */
const LONGEST_LIST = 255;

/** As the reader understands it; numbers of cases are text, so that Excel neither rounds them nor drops their zeros. */
const FORMATS: Readonly<Record<Field['type'], string>> = {
  id: '@',
  text: '@',
  list: '@',
  county: '@',
  department: '@',
  date: 'yyyy-mm-dd',
  amount: '0.00',
  count: '0',
};

const HEAD = { fontWeight: 'bold', align: 'center', alignVertical: 'center', borderStyle: 'thin' } as const;
const REQUIRED = { ...HEAD, backgroundColor: '#fde9d9' } as const;
const OPTIONAL = { ...HEAD, backgroundColor: '#eef1f5' } as const;

/** A header as it stands in the template: with its unit, and a star where the column is required. */
export const templateHeader = (field: Field): string => {
  const label = fieldLabel(field);
  const unit = field.type === 'amount' && !/[（(]/.test(label) ? `（${field.unit}）` : '';
  return `${label}${unit}${field.required ? '*' : ''}`;
};

/**
 * The template (模板) of a ledger as xlsx: a sheet of the headers alone, which is a zero return as it stands, and 填写说明. All of it
 * is what the catalogue says, so that a column that an office adds stands in it.
 */
export async function ledgerTemplate(office: Office, ledger: Ledger): Promise<Blob> {
  const workbook = writeExcelFile(
    [
      {
        sheet: ledger.name,
        stickyRowsCount: 1,
        columns: ledger.fields.map((f) => ({ width: Math.max(12, templateHeader(f).length * 2 + 4) })),
        data: [
          ledger.fields.map((f) => ({ value: templateHeader(f), ...(f.required ? REQUIRED : OPTIONAL) })),
          // A cell of each format: `columnStyles` makes it that of the whole column.
          ledger.fields.map(({ type }) =>
            FORMATS[type] === '@'
              ? { value: ' ', type: String, format: '@' }
              : { value: 0, type: Number, format: FORMATS[type] },
          ),
        ] as Row[],
      },
      {
        sheet: '填写说明',
        stickyRowsCount: 1,
        columns: [24, 8, 34, 70, 46].map((width) => ({ width })),
        data: [
          ['列名', '必填', '写法', '可填的值', '也可用的列名'].map((value) => ({ value, ...OPTIONAL })),
          ...ledger.fields.map((f) => [
            { value: templateHeader(f) },
            { value: f.required ? '必填' : oneOfText(ledger, f) },
            { value: writing(office, f), wrap: true },
            { value: f.type === 'list' ? valuesText(f) : '', wrap: true },
            // In words: two headers in a row would make it look like one of a ledger.
            {
              value: f.headers
                .slice(1)
                .map((h) => `“${h}”`)
                .join('、'),
              wrap: true,
            },
          ]),
          [],
          ...rules(ledger).map((value) => [{ value, columnSpan: 5, wrap: true, height: 30, alignVertical: 'top' }]),
        ] as Row[],
      },
    ],
    { ...FONT, features: [templateFeature(ledger)] },
  );
  return withoutTimes(await workbook.toBlob());
}

/** File name of a template, without its ending. */
export const templateName = (ledger: Ledger): string => `${ledger.name}模板`;

const oneOfText = ({ oneOf, fields }: Ledger, field: Field): string => {
  const group = oneOf.find((names) => names.includes(field.name));
  const others = fields.filter((f) => f !== field && group?.includes(f.name)).map(fieldLabel);
  return others.length > 0 ? `与${others.join('、')}至少填一项` : '';
};

function writing({ words, departments }: Office, field: Field): string {
  switch (field.type) {
    case 'id':
      return '文本；同一台账内每行唯一，前后各期的写法一致';
    case 'date':
      return '日期，如 2017-03-05；没有发生的留空';
    case 'amount':
      return `数字，以${field.unit}计，不写单位`;
    case 'count':
      return '整数';
    case 'county':
      return `${words.smallest}的名称或六位行政区划代码`;
    case 'department':
      return `条线名称，如${departments.all[0]?.name ?? ''}，或写明条线的机关名称`;
    case 'list':
      return '从可填的值中选一个';
    case 'text':
      return '文本';
  }
}

const valuesText = (field: Extract<Field, { type: 'list' }>): string =>
  `${field.values.join('、')}${field.blank ? `；空白按“${field.blank}”计` : ''}`;

const rules = (ledger: Ledger): string[] => [
  '带 * 的列必填；选填的列没有内容的留空，不要删列。不要改动列名，不要合并单元格；列的先后次序不限。',
  `零申报：${ledger.row.name}本期没有的，报送只有表头的“${ledger.name}”工作表。本工作表（填写说明）不读取，可以保留。`,
  '文件名写明报送单位和报送期，如 2017年第三季度_单位名称_台账名称.xlsx；更正的文件末尾加 _更正。',
];

/** What the writer has no word for: the format of whole columns, and the values that Excel offers. */
const templateFeature = (ledger: Ledger): Feature<Blob> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (content, _options, { sheetIndex }) =>
          sheetIndex === 0 ? withChecks(withColumnStyles(rowsFrozen(content)), ledger) : rowsFrozen(content),
      },
    },
  },
});

/** Gives each column the style of its cell in the second row, and takes that row away: the sheet holds its header alone. */
function withColumnStyles(content: string): string {
  const [row] = /<row r="2"[^>]*>.*?<\/row>/s.exec(content) ?? [];
  const styles = [...(row ?? '').matchAll(/<c r="[A-Z]+2"[^>]*? s="(\d+)"/g)].map((m) => m[1]);
  let at = 0;
  const styled = content
    .replace(row ?? '', '')
    .replace(/<col [^>]*?(?=\/>)/g, (col) => `${col} style="${styles[at++]}"`);
  if (row === undefined || at === 0 || at !== styles.length) throw new RangeError('no columns to style');
  return styled;
}

function withChecks(content: string, { fields }: Ledger): string {
  const checks = fields.flatMap((field, i) => {
    const at = `${columnName(i)}2:${columnName(i)}${CHECKED_ROWS + 1}`;
    const list = field.type === 'list' ? field.values.join(',') : '';
    if (list && list.length <= LONGEST_LIST) return [check(at, 'type="list"', `"${list}"`, '请从列表中选一个值。')];
    if (field.type === 'date')
      return [check(at, 'type="date" operator="greaterThan"', '1', '请填写日期，如 2017-03-05。')];
    if (field.type === 'amount' || field.type === 'count')
      return [check(at, 'type="decimal" operator="greaterThanOrEqual"', '0', '请填写数字。')];
    return [];
  });
  return content.replace(
    '</sheetData>',
    `</sheetData><dataValidations count="${checks.length}">${checks.join('')}</dataValidations>`,
  );
}

/** Warns and lets be: the reader takes more than the template asks for. */
const check = (at: string, kind: string, formula: string, says: string): string =>
  `<dataValidation ${kind} errorStyle="warning" allowBlank="1" showErrorMessage="1" errorTitle="模板" error="${says}" sqref="${at}"><formula1>${escapeXml(formula)}</formula1></dataValidation>`;
