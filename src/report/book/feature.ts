import type { Feature } from 'write-excel-file/universal';
import { SAMPLE_MARK } from '../../domain/display';
import { escapeXml } from '../xml';
import { address, columnName, type LaidOut } from './layout';
import type { Paper } from './sheet';

const MARGINS = { left: 0.4, right: 0.4, top: 0.75, bottom: 0.6, header: 0.3, footer: 0.3 };

/** Text of a page's head or foot: `&` begins a code there. */
const printed = (text: string): string => escapeXml(text.replace(/&/g, '&&'));

const quoted = (sheet: string): string => `'${sheet.replace(/'/g, "''")}'`;

/**
 * What a workbook that is printed and handed on needs and the writer has no word for: fit to the paper's width, head and
 * foot of the page, the table's head repeated, a filter, values of formulas, links between sheets, properties.
 */
export function bookFeature(sheets: readonly LaidOut[], paper: Paper): Feature<Blob> {
  const of = (index: number): LaidOut => sheets[index] as LaidOut;
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transformElementAttributes: (tag, attributes, _index, _options, properties) => {
            if (tag === 'pageMargins') return { ...attributes, ...MARGINS };
            if (tag !== 'pageSetup') return attributes;
            const { sheetIndex } = properties as { sheetIndex: number };
            return { ...attributes, fitToWidth: 1, fitToHeight: of(sheetIndex).onePage ? 1 : 0 };
          },
          transform: (content, _options, { sheetIndex }) => sheetXml(content, of(sheetIndex), paper),
        },
        'xl/workbook.xml': { transform: (content) => content.replace('<definedNames/>', names(sheets)) },
        '[Content_Types].xml': {
          insert: () =>
            '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
            '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>',
        },
        '_rels/.rels': {
          insert: () =>
            '<Relationship Id="rId-core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>' +
            '<Relationship Id="rId-app" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/>',
        },
      },
      write: { files: () => ({ 'docProps/core.xml': core(paper), 'docProps/app.xml': APP }) },
    },
  };
}

/** Of the two panes that stand when only rows are frozen the lower is active; the writer names a third. */
export const rowsFrozen = (content: string): string =>
  content.replace(/xSplit="0" /, '').replace('activePane="bottomRight"', 'activePane="bottomLeft"');

function sheetXml(content: string, sheet: LaidOut, paper: Paper): string {
  const { head, last, columns, cached, links } = sheet;
  const values = new Map(cached.map((c) => [address(c), c.value]));
  return rowsFrozen(content)
    .replace(/<worksheet [^>]*>/, (open) => `${open}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
    .replace(/<c r="([A-Z]+\d+)"([^>]*)><f>([^<]*)<\/f><\/c>/g, (_, at, style, formula) => {
      return `<c r="${at}"${style}><f>${formula}</f><v>${values.get(at)}</v></c>`;
    })
    .replace(
      '</sheetData>',
      `</sheetData>${last > head ? `<autoFilter ref="A${head + 1}:${columnName(columns - 1)}${last + 1}"/>` : ''}`,
    )
    .replace(
      '<pageMargins',
      `${links.length ? `<hyperlinks>${links.map((l) => `<hyperlink ref="${address(l)}" location="${escapeXml(`${quoted(l.sheet)}!A1`)}" display="${escapeXml(l.sheet)}"/>`).join('')}</hyperlinks>` : ''}<printOptions horizontalCentered="1"/><pageMargins`,
    )
    .replace(/<pageSetup [^>]*\/>/, (setup) => `${setup}${headAndFoot(paper)}`);
}

function headAndFoot({ office, line, sample, title, madeAt }: Paper): string {
  const head = `&amp;L${printed(office)}${sample ? `&amp;C${printed(SAMPLE_MARK)}` : ''}&amp;R${printed(line)}`;
  const foot = `&amp;L${printed(title)}&amp;C第 &amp;P 页 共 &amp;N 页&amp;R${printed(`制表 ${madeAt}`)}`;
  return `<headerFooter><oddHeader>${head}</oddHeader><oddFooter>${foot}</oddFooter></headerFooter>`;
}

/** The repeated heads, and the ranges of the filters, which Excel wants to find by name. */
function names(sheets: readonly LaidOut[]): string {
  const all = sheets.flatMap(({ sheet, head, last, columns, printed, end }, i) => {
    const name = quoted(String(sheet.sheet));
    const filter =
      last > head
        ? `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${escapeXml(`${name}!$A$${head + 1}:$${columnName(columns - 1)}$${last + 1}`)}</definedName>`
        : '';
    const area =
      printed < columns
        ? `<definedName name="_xlnm.Print_Area" localSheetId="${i}">${escapeXml(`${name}!$A$1:$${columnName(printed - 1)}$${end + 1}`)}</definedName>`
        : '';
    return `${filter}${area}<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${escapeXml(`${name}!$${head + 1}:$${head + 1}`)}</definedName>`;
  });
  return `<definedNames>${all.join('')}</definedNames>`;
}

const core = ({ title, office, line, sample, madeAt }: Paper): string =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
  `<dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(line)}</dc:subject><dc:creator>${escapeXml(office)}</dc:creator>` +
  `${sample ? `<cp:keywords>${escapeXml(SAMPLE_MARK)}</cp:keywords>` : ''}<dc:description>${escapeXml(`制表 ${madeAt}`)}</dc:description>` +
  '<dc:language>zh-CN</dc:language></cp:coreProperties>';

const APP =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Kaoping</Application></Properties>';
