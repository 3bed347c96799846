import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { columnLetters } from '../../../src/domain/columnLetters';
import { dayNumber, isDay } from '../../../src/domain/day';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const part = (name: string, type: string) =>
  `<Override PartName="/xl/${name}.xml" ContentType="${CONTENT}.${type}+xml"/>`;
const relation = (n: number, type: string) =>
  `<Relationship Id="rId${n}" Type="${OFFICE}/${type}" Target="${type === 'worksheet' ? 'worksheets/sheet1' : type}.xml"/>`;

/** All parts but the sheet and its texts. Style 1 is a day. */
const SMALL_PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('workbook', 'sheet.main')}${part('worksheets/sheet1', 'worksheet')}${part('styles', 'styles')}${part('sharedStrings', 'sharedStrings')}</Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets><sheet name="投诉举报台账" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'worksheet')}${relation(2, 'styles')}${relation(3, 'sharedStrings')}</Relationships>`,
  'xl/styles.xml': `<styleSheet ${MAIN}><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
};

const NUMBER = /^[1-9]\d{0,10}$/;
/** Days from the one on which Excel begins to count to 1970-01-01. */
const SERIAL_OF_1970 = 25_569;

/** Writes rows of text as Excel would: numbers as such, days as numbers with a style, texts once in a part of their own. A row at a time. */
export async function writeWorkbook(file: string, rows: Iterable<readonly string[]>): Promise<void> {
  const out = createWriteStream(`${file}.part`);
  let full = false;
  const zip = new Zip((error, bytes) => {
    if (error) out.destroy(error);
    else full = !out.write(bytes) || full;
  });
  const open = (name: string) => {
    const entry = new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    entry.push(strToU8(HEAD));
    return entry;
  };
  for (const [name, xml] of Object.entries(SMALL_PARTS)) open(name).push(strToU8(xml), true);

  const texts = new Map<string, number>();
  const codeOf = (text: string): number => {
    const code = texts.get(text) ?? texts.size;
    if (code === texts.size) texts.set(text, code);
    return code;
  };
  const cell = (text: string, at: string): string => {
    if (text === '') return '';
    if (NUMBER.test(text)) return `<c r="${at}"><v>${text}</v></c>`;
    if (isDay(text)) return `<c r="${at}" s="1"><v>${dayNumber(text) + SERIAL_OF_1970}</v></c>`;
    return `<c r="${at}" t="s"><v>${codeOf(text)}</v></c>`;
  };
  const pushAll = async (name: string, begin: string, pieces: Iterable<string>, end: string) => {
    const entry = open(name);
    let waiting = [begin];
    for (const piece of pieces) {
      if (waiting.push(piece) < 2000) continue;
      entry.push(strToU8(waiting.join('')));
      waiting = [];
      if (full) await once(out, 'drain');
      full = false;
    }
    entry.push(strToU8(waiting.join('') + end), true);
  };

  function* sheetRows() {
    let r = 0;
    for (const row of rows) {
      r++;
      yield `<row r="${r}">${row.map((text, c) => cell(text, `${columnLetters(c)}${r}`)).join('')}</row>`;
    }
  }
  await pushAll('xl/worksheets/sheet1.xml', `<worksheet ${MAIN}><sheetData>`, sheetRows(), '</sheetData></worksheet>');
  function* sharedTexts() {
    for (const text of texts.keys()) yield `<si><t>${text}</t></si>`;
  }
  await pushAll('xl/sharedStrings.xml', `<sst ${MAIN} uniqueCount="${texts.size}">`, sharedTexts(), '</sst>');
  zip.end();
  out.end();
  await once(out, 'finish');
  await rename(`${file}.part`, file);
}
