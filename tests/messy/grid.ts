import fc from 'fast-check';
import type { Field, LedgerId } from '../../src/domain/ledgers';
import { catalogue } from '../support/catalogue';
import type { Cases } from './cases';
import { BLANK, type Cell, type Writing, written } from './spellings';

/** Rows and columns that are merged, from 0, the last included. */
export interface Area {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** A sheet as somebody made it. */
export interface Grid {
  cells: Cell[][];
  merged: Area[];
}

/** A column of the sheet: of a field, or of what no ledger has. */
interface Column {
  field: Field | null;
  header: string;
  writing: Writing;
}

/** How a table is laid out on its sheet. */
export interface Layout {
  columns: readonly Column[];
  /** Blank columns before the first. */
  left: number;
  title: boolean;
  /** 万元, said above the table; amounts whose header names 元 are in 元, as `REQUEST` answers. */
  inTenThousands: boolean;
  reporter: boolean;
  blankAbove: number;
  header: 'plain' | 'groups' | 'steps';
  /** The header comes again behind so many rows. */
  again: number | null;
  /** A blank row behind so many rows. */
  gap: number | null;
  numbering: boolean;
  example: boolean;
  total: boolean;
  signed: boolean;
}

/** What no ledger has, with what stands in row n. */
const OTHERS: Readonly<Record<string, (n: number) => string>> = {
  序号: (n) => String(n + 1),
  备注: (n) => (n % 3 ? '' : '已核实'),
  联系电话: (n) => `0971-61${String(n).padStart(5, '0')}`,
  经办科室: () => '执法一科',
};

/** Headers with a unit of their own. */
const hasUnit = (header: string): boolean => /元[)）]?$/.test(header) || /_yuan$/.test(header);

function headersOf(field: Field): string[] {
  const named = field.type === 'amount' ? [] : field.headers.flatMap((h) => [`${h}（选填）`, `${h}【文本】`]);
  const spaced = [...(field.headers[0] as string)].join(' ');
  return [...field.headers, field.name, ...named, spaced, `* ${field.headers[0]}`, `${field.headers[0]}：`];
}

const numbers = (most: number) => fc.array(fc.nat({ max: 999 }), { minLength: 1, maxLength: most });

function column(field: Field, inTenThousands: boolean, serials: boolean): fc.Arbitrary<Column> {
  return fc
    .record({ header: fc.constantFrom(...headersOf(field)), forms: numbers(3), blanks: numbers(2) })
    .map(({ header, forms, blanks }) => {
      const scale = field.type === 'amount' && inTenThousands && !hasUnit(header) ? 10_000 : 1;
      return { field, header, writing: { forms, blanks: scaleless(field, blanks), scale, serials } };
    });
}

/** A cell that stands for nothing is a sign only where one is allowed; lists say 无 for 否. */
const scaleless = (field: Field, blanks: readonly number[]): readonly number[] => (field.required ? [0] : blanks);

const other = (header: string): Column => ({
  field: null,
  header,
  writing: { forms: [0], blanks: [0], scale: 1, serials: false },
});

/** @param bare the header stands in the first row and nothing but rows below it, as in Parquet */
export const layouts = (
  { ledger, rows }: Cases,
  { bare, serials }: { bare: boolean; serials: boolean },
): fc.Arbitrary<Layout> =>
  fc.record({ tenThousands: fc.boolean(), dropped: fc.boolean(), steps: fc.boolean() }).chain((said) => {
    const inTenThousands = said.tenThousands && !bare && ledger === 'penalties';
    const fields = catalogue
      .ledger(ledger)
      .fields.filter((f) => f.required || !said.dropped || rows.some((r) => r[f.name] !== null));
    const sometimes = bare ? fc.constant(false) : fc.boolean();
    return fc
      .record({
        columns: fc.tuple(...fields.map((f) => column(f, inTenThousands, serials))),
        others: fc.subarray(Object.keys(OTHERS)),
        left: bare ? fc.constant(0) : fc.constantFrom(0, 0, 0, 1, 2),
        title: sometimes,
        reporter: sometimes,
        blankAbove: bare ? fc.constant(0) : fc.constantFrom(0, 0, 1, 3),
        header: bare
          ? fc.constant('plain' as const)
          : fc.constantFrom('plain' as const, 'plain' as const, 'groups' as const, 'steps' as const),
        again: bare ? fc.constant(null) : fc.option(fc.integer({ min: 2, max: 6 }), { freq: 2 }),
        gap: bare ? fc.constant(null) : fc.option(fc.integer({ min: 1, max: 6 }), { freq: 2 }),
        numbering: sometimes,
        example: sometimes,
        total: sometimes,
        signed: sometimes,
      })
      .chain(({ columns, others, ...layout }) => {
        const all: Column[] = [...columns, ...others.map(other)];
        const order =
          layout.header === 'steps' ? fc.constant(all) : fc.shuffledSubarray(all, { minLength: all.length });
        return order.map((ordered) => ({ ...layout, inTenThousands, columns: ordered }));
      });
  });

/** Headers in two rows, by the field: what is done, and below it what is said of it. */
const STEPS: Readonly<Record<LedgerId, Readonly<Record<string, readonly [above: string, below: string]>>>> = {
  complaints: {
    accepted_on: ['受理', '日期'],
    acceptance: ['受理', '结果'],
    decided_on: ['立案', '日期'],
    decision: ['立案', '结果'],
    closed_on: ['办结', '日期'],
    feedback_on: ['反馈', '日期'],
  },
  penalties: {
    decision_no: ['处罚决定', '文号'],
    decided_on: ['处罚决定', '日期'],
    nondisclosure_reason: ['不予公开', '理由'],
    nondisclosure_approved_on: ['不予公开', '批准日期'],
    disclosed_on: ['公示', '日期'],
    disclosure_url: ['公示', '网址'],
  },
};

/** The one or two rows of the header, the first as it is merged. */
function headerRows(ledger: LedgerId, { columns, left, header }: Layout): { rows: string[][]; merged: Area[] } {
  const own = columns.map((c) => c.header);
  const blanks = Array.from({ length: left }, () => '');
  if (header === 'plain') return { rows: [[...blanks, ...own]], merged: [] };
  // With a colon it may as well be a label above the table.
  const bare = own.map((h) => h.replace(/：$/, ''));
  const half = Math.max(1, Math.floor(columns.length / 2));
  const pairs = columns.map(({ field }, i): readonly [string, string] => {
    const h = bare[i] as string;
    if (header === 'groups') return [i < half ? '基本信息' : '办理情况', h];
    return (field && STEPS[ledger]?.[field.name]) ?? [h, ''];
  });
  const merged: Area[] = [];
  const upper = pairs.map(([above, below], i) => {
    const begins = i === 0 || pairs[i - 1]?.[0] !== above;
    if (!below) merged.push({ top: 0, bottom: 1, left: left + i, right: left + i });
    else if (begins) merged.push({ top: 0, bottom: 0, left: left + i, right: left + i });
    else (merged.at(-1) as Area).right = left + i;
    return begins ? above : '';
  });
  return {
    rows: [
      [...blanks, ...upper],
      [...blanks, ...pairs.map(([, below]) => below)],
    ],
    merged: merged.filter((a) => a.right > a.left || a.bottom > a.top),
  };
}

const cellsOf = (texts: readonly string[]): Cell[] => texts.map((text) => (text ? { text } : BLANK));

/** The sheet of some cases. */
export function gridOf({ ledger, rows }: Cases, layout: Layout): Grid {
  const { columns, left } = layout;
  const cells: Cell[][] = [];
  const merged: Area[] = [];
  const width = left + columns.length;
  const line = (...texts: string[]) => cells.push(cellsOf(texts));
  const blank = () => cells.push(Array.from({ length: width }, () => BLANK));

  if (layout.title) {
    merged.push({ top: cells.length, bottom: cells.length, left: 0, right: width - 1 });
    line(`西宁市2017年第一季度${catalogue.ledger(ledger).name}`);
  }
  if (layout.reporter) line('填报单位：西宁市双打办', '', '填报日期：2017年4月5日');
  if (layout.inTenThousands) line('', '单位：万元');
  for (let i = 0; i < layout.blankAbove; i++) blank();
  const header = headerRows(ledger, layout);
  const head = (once: boolean) => {
    for (const a of once ? header.merged : [])
      merged.push({ ...a, top: cells.length + a.top, bottom: cells.length + a.bottom });
    for (const row of header.rows) cells.push(cellsOf(row));
  };
  head(true);
  const rowOf = (cell: (c: Column) => Cell) => cells.push([...cellsOf(Array(left).fill('')), ...columns.map(cell)]);
  if (layout.numbering)
    columns.reduce((n, c) => n + (c ? 1 : 0), 0) &&
      cells.push(cellsOf([...Array(left).fill(''), ...columns.map((_, i) => String(i + 1))]));
  const idField = catalogue.ledger(ledger).idField;
  const [sample] = rows;
  if (layout.example && sample)
    rowOf(({ field, writing }) =>
      field?.name === idField
        ? { text: '示例' }
        : field
          ? written(field, sample[field.name] ?? null, 0, writing)
          : BLANK,
    );
  rows.forEach((row, n) => {
    if (layout.again && n && n % layout.again === 0) head(false);
    if (layout.gap && n && n % layout.gap === 0) blank();
    rowOf(({ field, header: h, writing }) =>
      field ? written(field, row[field.name] ?? null, n, writing) : { text: OTHERS[h]?.(n) ?? '' },
    );
  });
  if (layout.total)
    rowOf(({ field, writing }) => {
      if (field?.name === idField) return { text: '合计' };
      if (field?.type !== 'amount') return BLANK;
      const cents = rows.reduce((sum, r) => sum + Math.round(((r[field.name] as number | null) ?? 0) * 100), 0);
      return written(field, cents / 100, 0, { ...writing, forms: [0] });
    });
  if (layout.signed) line('填表人：张三', '', '审核人：李四');
  return { cells, merged };
}
