import fc from 'fast-check';
import { xml } from './asBook';
import { encoded } from './asText';
import type { Grid } from './grid';

/** How a grid is written as an HTML table that calls itself a workbook. */
export interface HtmlForm {
  encoding: 'utf-8' | 'gb18030';
  head: boolean;
  header: 'th' | 'td';
  /** Cells and rows are not closed. */
  open: boolean;
  upper: boolean;
}

export const htmlForms: fc.Arbitrary<HtmlForm> = fc.record({
  encoding: fc.constantFrom<HtmlForm['encoding']>('utf-8', 'gb18030'),
  head: fc.boolean(),
  header: fc.constantFrom<HtmlForm['header']>('th', 'td'),
  open: fc.boolean(),
  upper: fc.boolean(),
});

export function asHtml({ cells, merged }: Grid, form: HtmlForm): Blob {
  const tag = (name: string) => (form.upper ? name.toUpperCase() : name);
  const width = Math.max(...cells.map((row) => row.length));
  const rows = cells.map((row, r) => {
    let html = `<${tag('tr')}>`;
    for (let c = 0; c < width; c++) {
      const area = merged.find((a) => a.top <= r && r <= a.bottom && a.left <= c && c <= a.right);
      if (area && (area.top !== r || area.left !== c)) continue;
      const spans = area ? ` colspan="${area.right - area.left + 1}" rowspan=${area.bottom - area.top + 1}` : '';
      const name = tag(r === 0 ? form.header : 'td');
      const text = xml(row[c]?.text ?? '').replaceAll('\n', '<br>');
      html += `<${name}${spans} style='mso-number-format:"\\@"'>${text || '&nbsp;'}${form.open ? '' : `</${name}>`}`;
    }
    return form.open ? html : `${html}</${tag('tr')}>\n`;
  });
  const table = `<${tag('table')} border=1>${rows.join('')}</${tag('table')}>`;
  const charset = form.encoding === 'utf-8' ? 'utf-8' : 'gb2312';
  const whole = form.head
    ? `<html><head><meta http-equiv="Content-Type" content="application/vnd.ms-excel; charset=${charset}"><style>td{}</style></head><body>${table}</body></html>`
    : `<meta charset=${charset}>${table}`;
  return new Blob([encoded(whole, form.encoding)]);
}

/** As Excel 2003 wrote XML. */
export function asXml({ cells, merged }: Grid, form: { numbers: boolean }): Blob {
  const rows = cells.map((row, r) => {
    const own = row.map((cell, c) => {
      const area = merged.find((a) => a.top <= r && r <= a.bottom && a.left <= c && c <= a.right);
      if (area && (area.top !== r || area.left !== c)) return '';
      const across = area ? ` ss:MergeAcross="${area.right - area.left}" ss:MergeDown="${area.bottom - area.top}"` : '';
      const at = ` ss:Index="${c + 1}"${across}`;
      if (cell.day !== undefined)
        return `<Cell${at} ss:StyleID="d"><Data ss:Type="DateTime">${cell.text}T00:00:00.000</Data></Cell>`;
      if (cell.number !== undefined && form.numbers)
        return `<Cell${at}><Data ss:Type="Number">${cell.number}</Data></Cell>`;
      if (cell.text === '') return area ? `<Cell${at}/>` : '';
      return `<Cell${at}><Data ss:Type="String">${xml(cell.text).replaceAll('\n', '&#10;')}</Data></Cell>`;
    });
    return `<Row ss:Index="${r + 1}">${own.join('')}</Row>`;
  });
  return new Blob([
    `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style></Styles><Worksheet ss:Name="一季度"><Table>${rows.join('')}</Table></Worksheet></Workbook>`,
  ]);
}
