import fc from 'fast-check';
import { columnLetters } from '../../src/domain/columnLetters';
import { partsOf, type RawSheet, zipped } from '../../src/intake/testing/workbooks';
import type { Area, Grid } from './grid';

/** How a grid is written as an xlsx workbook. */
export interface BookForm {
  texts: 'shared' | 'inline' | 'formula' | 'runs';
  date1904: boolean;
  /** Number format of days. */
  format: number | string;
  /** Cells and rows say where they stand. */
  placed: boolean;
  /** Sheets before and behind that hold no ledger. */
  others: readonly ('empty' | 'notes')[];
  /** Amounts and counts are numbers. */
  numbers: boolean;
}

export const bookForms: fc.Arbitrary<BookForm> = fc.record({
  texts: fc.constantFrom<BookForm['texts']>('shared', 'inline', 'formula', 'runs'),
  date1904: fc.boolean(),
  format: fc.constantFrom(14, 22, 31, 58, 'yyyy/m/d', 'yyyy"年"m"月"d"日";@', '[$-804]aaaa yyyy-mm-dd'),
  placed: fc.boolean(),
  others: fc.subarray<'empty' | 'notes'>(['empty', 'notes']),
  numbers: fc.boolean(),
});

/** Days from the serial number 0 to 1970-01-01, in the two countings. */
const EPOCH = { 1900: 25_569, 1904: 24_107 };

export const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const preserved = (text: string): string => `<t xml:space="preserve">${xml(text)}</t>`;

export function asBook({ cells, merged }: Grid, form: BookForm): Blob {
  const shared = new Map<string, number>();
  const epoch = EPOCH[form.date1904 ? 1904 : 1900];
  const text = (at: string, t: string): string => {
    switch (form.texts) {
      case 'shared': {
        if (!shared.has(t)) shared.set(t, shared.size);
        return `<c${at} t="s"><v>${shared.get(t)}</v></c>`;
      }
      case 'inline':
        return `<c${at} t="inlineStr"><is>${preserved(t)}</is></c>`;
      case 'formula':
        return `<c${at} t="str"><f>A1&amp;""</f><v>${xml(t)}</v></c>`;
      case 'runs': {
        const half = [...t].slice(0, Math.ceil([...t].length / 2)).join('');
        const runs = [half, t.slice(half.length)].filter(Boolean).map((r) => `<r><rPr><b/></rPr>${preserved(r)}</r>`);
        return `<c${at} t="inlineStr"><is>${runs.join('')}<rPh sb="0" eb="1"><t>x</t></rPh></is></c>`;
      }
    }
  };
  const rows = cells.map((row, r) => {
    const own = row.map((c, i) => {
      const at = form.placed ? ` r="${columnLetters(i)}${r + 1}"` : '';
      if (c.day !== undefined) return `<c${at} s="1"><v>${c.day + epoch}</v></c>`;
      if (c.number !== undefined && form.numbers) return `<c${at}><v>${c.number}</v></c>`;
      if (c.text === '') return form.placed ? '' : '<c/>';
      return text(at, c.text);
    });
    return `<row${form.placed ? ` r="${r + 1}"` : ''}>${own.join('')}</row>`;
  });
  const sheets: RawSheet[] = [
    ...(form.others.includes('empty') ? [{ name: '空', rows: '' }] : []),
    { name: '一季度', rows: rows.join(''), behind: mergedCells(merged) },
    ...(form.others.includes('notes')
      ? [{ name: '填表说明', rows: `<row><c t="inlineStr"><is>${preserved('请按季度填报。')}</is></c></row>` }]
      : []),
  ];
  const strings = [...shared.keys()].map((t) => `<si>${preserved(t)}</si>`).join('');
  return zipped(partsOf({ sheets, strings, formats: [form.format], date1904: form.date1904 }));
}

function mergedCells(merged: readonly Area[]): string {
  const cell = (column: number, row: number) => `${columnLetters(column)}${row + 1}`;
  const areas = merged.map((a) => `<mergeCell ref="${cell(a.left, a.top)}:${cell(a.right, a.bottom)}"/>`);
  return areas.length ? `<mergeCells count="${areas.length}">${areas.join('')}</mergeCells>` : '';
}
